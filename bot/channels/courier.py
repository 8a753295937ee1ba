"""Taking messages of ours to a messenger: in order, each piece until it is taken or refused."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.messenger import Part
from bot.channels.provider_errors import Outcome, Refused, Retry, Sent
from bot.conversations.model import Message
from bot.conversations.outbox import Outbox

logger = logging.getLogger(__name__)
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 1.0, 300.0
SECONDS_BETWEEN_LOOKS = 0.5


class Sender(Protocol):
    """One app."""

    def plan(self, message: Message) -> list[Part]:
        """A message in pieces that fit the app."""

    async def send(self, address: str, part: Part) -> Outcome:
        """Hand one piece to the provider."""


class Courier:
    """Sends what the outbox holds for one channel. A new courier goes on where one ended."""

    def __init__(self, channel: str, outbox: Outbox, sender: Sender) -> None:
        """Take the channel, what has to go out, and who takes it there."""
        self._channel, self._outbox, self._sender = channel, outbox, sender
        self._work: dict[str, asyncio.Task[None]] = {}
        self._stopping = asyncio.Event()

    async def watch(self) -> None:
        """Look for what has to go out, also what another process put there, until cancelled."""
        while not self._stopping.is_set():
            await self._look()
            await self._pause(SECONDS_BETWEEN_LOOKS)

    async def close(self) -> None:
        """Finish the pieces that are being sent; the rest stays in the outbox."""
        self._stopping.set()
        await asyncio.gather(*self._work.values(), return_exceptions=True)

    async def _look(self) -> None:
        try:
            for conversation in await asyncio.to_thread(self._outbox.with_unsent, self._channel):
                self.ring(conversation)
        except SQLAlchemyError:
            logger.exception("The outbox cannot be read now.")

    def ring(self, conversation: str) -> None:
        """Something was said in a conversation: see to it that it goes out."""
        if conversation not in self._work and not self._stopping.is_set():
            task = asyncio.create_task(self._send_all(conversation))
            self._work[conversation] = task
            task.add_done_callback(lambda _: self._work.pop(conversation))

    async def _send_all(self, conversation: str) -> None:
        """Errors of the database end it; the next look begins again."""
        try:
            while not self._stopping.is_set():
                message = await asyncio.to_thread(self._outbox.next_unsent, conversation)
                if message is None or not await self._send(message):
                    return
        except SQLAlchemyError:
            logger.exception("The outbox cannot be used now.")

    async def _send(self, message: Message) -> bool:
        """Whether the whole message went out, or as much of it as was taken."""
        contact = await asyncio.to_thread(self._outbox.contact, message.conversation)
        done = await asyncio.to_thread(self._outbox.sent_parts, message)
        for number, part in enumerate(self._sender.plan(message)):
            if number in done or contact is None:
                continue
            outcome = await self._until_settled(contact.address, part)
            if outcome is None:
                return False
            await asyncio.to_thread(self._outbox.keep, message, number, *_kept(outcome))
        await asyncio.to_thread(self._outbox.finish, message)
        return True

    async def _until_settled(self, address: str, part: Part) -> Sent | Refused | None:
        """Try until the provider takes the piece or refuses it; None when stopping."""
        pause = FIRST_PAUSE_SECONDS
        while not self._stopping.is_set():
            outcome = await self._sent(address, part)
            if not isinstance(outcome, Retry):
                return outcome
            await self._pause(min(outcome.after or pause, LONGEST_PAUSE_SECONDS))
            pause *= 2
        return None

    async def _sent(self, address: str, part: Part) -> Outcome:
        """A piece that cannot be made must not hold up what comes after it."""
        try:
            return await self._sender.send(address, part)
        except Exception as error:
            logger.exception("A piece cannot be sent.")
            return Refused("other", type(error).__name__)

    async def _pause(self, seconds: float) -> None:
        """Wait, but not when stopping."""
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)


def _kept(outcome: Sent | Refused) -> tuple[str | None, str | None]:
    if isinstance(outcome, Sent):
        return outcome.provider_id, None
    return None, f"{outcome.reason} {outcome.code}".strip()
