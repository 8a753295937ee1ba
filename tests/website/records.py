"""What a running advisor has written down: its own database and Rasa's."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from bot.channels.sessions import Sessions
from bot.conversations.model import Message, Reply
from bot.conversations.store import ConversationStore
from bot.database.engine import open_engine

LONGEST_WAIT = 8
"""Seconds; less than the advisor waits for a database that is held."""


class Records:
    """Read, and written where another process of the advisor would write."""

    def __init__(self, var_dir: Path) -> None:
        self.database, self._trackers = var_dir / "advisor.db", var_dir / "rasa.db"
        self.store = ConversationStore(open_engine(f"sqlite:///{self.database}"))
        secret = (var_dir / "session-secret").read_text(encoding="ascii")
        self.sessions = Sessions(secret, "website", 60)

    def conversation(self, token: str) -> str:
        """The conversation that a token is for."""
        conversation = self.sessions.conversation(token)
        assert conversation is not None
        return conversation

    def messages(self, token: str) -> list[Message]:
        return list(self.store.news(self.conversation(token), 0).messages)

    def staff_says(self, token: str, text: str, name: str) -> int:
        """Write a message of a member of staff, as the console does; its number."""
        reply = Reply(text, speaker="staff", name=name)
        return self.store.say(self.conversation(token), reply)

    def is_asked_of_rasa(self, token: str) -> list[tuple[str, str]]:
        """Number and text of each message that Rasa has kept."""
        query = "SELECT data FROM events WHERE sender_id = ? AND type_name = 'user' ORDER BY id"
        with closing(sqlite3.connect(self._trackers)) as trackers:
            found = trackers.execute(query, (self.conversation(token),)).fetchall()
        events = [json.loads(data) for (data,) in found]
        return [(event["message_id"], event["text"]) for event in events]

    def wait_until_rasa_has(self, token: str, number: int) -> None:
        """Wait until Rasa has kept the message with that number, and so its answer."""
        deadline = time.monotonic() + LONGEST_WAIT
        while str(number) not in [each for each, _ in self.is_asked_of_rasa(token)]:
            assert time.monotonic() < deadline, "Rasa has not got the message"
            time.sleep(0.02)

    def exchanges(self, token: str) -> list[tuple[str, list[str]]]:
        """What the visitor said, each with its answers; everything must be there exactly once."""
        said = self.messages(token)
        asked = [each for each in said if each.speaker == "visitor"]
        answers = [each for each in said if each.speaker == "bot"]
        assert [each.seq for each in said] == list(range(1, len(said) + 1))
        assert len({each.client_id for each in asked}) == len(asked)
        assert {each.state for each in asked} == {"answered"}
        assert [number for number, _ in self.is_asked_of_rasa(token)] == [
            str(each.seq) for each in asked
        ]
        assert [each.reply_to for each in answers] == sorted(each.reply_to for each in answers)
        return [
            (each.text, [answer.text for answer in answers if answer.reply_to == each.seq])
            for each in asked
        ]
