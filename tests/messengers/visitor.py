"""Somebody who writes in one of the apps, and what they get."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.conversations.model import Message
from tests.messengers.apps import App, Shown, has_picture
from tests.messengers.records import Records, wait_until
from tests.providers.server import Sent
from tests.providers.webhooks import Post

Deliver = Callable[..., list[int]]


@dataclass(frozen=True)
class Said:
    """One stored message of ours and the pieces in which it arrived."""

    message: Message
    parts: tuple[Sent, ...]
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def pictures(self) -> list[Sent]:
        return [each for each in self.parts if has_picture(each)]


@dataclass(frozen=True)
class Answer:
    """All that was said since the visitor's last message."""

    said: tuple[Said, ...]

    @property
    def text(self) -> str:
        return "\n".join(each.text for each in self.said)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(each.text for each in self.said)

    @property
    def payloads(self) -> tuple[str, ...]:
        return tuple(each.payload for said in self.said for each in said.message.buttons)


class Visitor:
    """`deliver` posts to the channel until it is taken, as the provider does."""

    def __init__(self, app: App, records: Records, deliver: Deliver, who: str = "") -> None:
        self.app, self.records, self._deliver = app, records, deliver
        self.who = who or app.somebody()
        self.conversation = records.conversation(app.name, self.who)
        self._seen = 0
        self.last = Answer(())

    def sends(self, *posts: Post, **how: int) -> None:
        """Have posts delivered, and see that each is confirmed."""
        assert set(self._deliver(self.app, posts, **how)) == {200}

    def asks(self, text: str, **how: int) -> Answer:
        """Write something and wait for the whole answer."""
        self.sends(self.app.text(self.who, text), **how)
        return self.is_answered()

    def presses(self, payload: str) -> Answer:
        """Press what is shown for a payload of the last answer, as the app does it."""
        self.sends(self.app.pressed(self.who, self.option(payload)))
        return self.is_answered()

    def option(self, payload: str) -> Shown:
        """What the app shows for a payload of the last answer."""
        for said in self.last.said:
            for index, button in enumerate(said.message.buttons):
                if button.payload == payload:
                    return self._shown(said, index)
        raise AssertionError(f"no button {payload} among {self.last.payloads}")

    def _shown(self, said: Said, index: int) -> Shown:
        is_it = f"{said.message.seq}.{index}" if self.app.shows_buttons else f"{index + 1}"
        shown = [each for part in said.parts for each in self.app.shown(part)]
        return next(each for each in shown if each.id == is_it)

    def is_answered(self) -> Answer:
        """Wait until everything is answered and sent; what came since the last time."""
        wait_until(self._is_settled, f"an answer in {self.conversation}")
        new = [each for each in self.messages() if each.seq > self._seen]
        self._seen = new[-1].seq if new else self._seen
        said = tuple(self._said(each) for each in new if each.speaker != "visitor")
        self.last = Answer(said)
        return self.last

    def messages(self) -> list[Message]:
        return self.records.messages(self.conversation)

    def received(self) -> list[str]:
        """Every piece in words, in the order of arrival."""
        return self.app.fake.texts(self.who)

    def is_shown(self, *signs: str) -> None:
        """Wait for what the app shows beside answers; there must be no more of it."""
        ids = {each.client_id or "" for each in self.messages()}
        wait_until(lambda: len(self.app.signs(self.who, ids)) >= len(signs), f"{signs}")
        assert self.app.signs(self.who, ids) == signs

    def _is_settled(self) -> bool:
        return self.records.is_settled(self.conversation)

    def _said(self, message: Message) -> Said:
        ids = [
            each.provider_id
            for each in self.records.report(self.conversation)
            if each.seq == message.seq and each.provider_id
        ]
        taken = {each.id: each for each in self.app.fake.sent if each.to == self.who}
        parts = tuple(taken[each] for each in ids)
        return Said(message, parts, tuple(self.app.fake.words(each) for each in parts))
