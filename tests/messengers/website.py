"""A visitor of the website, in the words of one who writes in an app."""

from __future__ import annotations

from bot.channels.sessions import Sessions
from bot.conversations.model import Message
from tests.messengers.records import Records
from tests.messengers.visitor import Answer, Said
from tests.website.client import Client, new_id


class WebsiteVisitor:
    """Says and presses by the website's API."""

    def __init__(self, client: Client, records: Records) -> None:
        self._client, self._records = client, records
        client.opens()
        sessions = Sessions(records.secret, "website", 60)
        self.conversation = str(sessions.conversation(client.token))
        self.last = Answer(())

    def asks(self, text: str) -> Answer:
        return self._answer(self._client.says(text).raise_for_status().json()["seq"])

    def presses(self, payload: str) -> Answer:
        """Press the button of the last answer that has a payload."""
        place = next(
            {"message": said.message.seq, "index": index}
            for said in self.last.said
            for index, button in enumerate(said.message.buttons)
            if button.payload == payload
        )
        body = {"id": new_id(), "button": place, "language": "zh-HK"}
        return self._answer(self._client.posts(body).raise_for_status().json()["seq"])

    def _answer(self, seq: int) -> Answer:
        self._client.settled()
        said = [each for each in self._records.messages(self.conversation) if each.reply_to == seq]
        self.last = Answer(tuple(map(_as_it_is, said)))
        return self.last


def _as_it_is(message: Message) -> Said:
    return Said(message, (), (message.text,))
