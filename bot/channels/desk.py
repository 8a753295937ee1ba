"""Where messages that were stored get their answers: in order, one at a time, once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any, Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.conversations.model import Language, Message, Reply, State
from bot.conversations.store import ConversationStore

logger = logging.getLogger(__name__)
MOST_TRIES = 4
MOST_DEATHS = 10
SECONDS_BETWEEN_TRIES = 1.0
"""Doubled each time: an action server that died is back by then."""

SECONDS_UNTIL_THE_DATABASE_IS_BACK = 2.0


class Advisor(Protocol):
    """Who knows the answers."""

    async def answer(self, message: Message) -> list[Reply]:
        """What to say; an error means that it is not known now."""

    async def prefer(self, conversation: str, language: Language) -> None:
        """Go on in `language`."""


class Hearer(Protocol):
    """Who wants to know that something was said."""

    def ring(self, conversation: str) -> None:
        """Something was said in a conversation."""


class Desk:
    """Answers what waits in the store. Nothing that waits is kept here: a new desk goes on."""

    def __init__(
        self,
        channel: str,
        store: ConversationStore,
        advisor: Advisor,
        bell: Hearer,
        apology: Callable[[Message], Reply],
    ) -> None:
        """Take who keeps, who answers, whom to tell, and what to say when there is no answer."""
        self._channel, self._store, self._advisor = channel, store, advisor
        self._bell, self._apology = bell, apology
        self._work: dict[str, asyncio.Task[None]] = {}
        self._wanted: set[str] = set()

    async def open(self) -> None:
        """Take up what was left waiting when the process before this one ended."""
        for conversation in await asyncio.to_thread(self._store.with_waiting, self._channel):
            waiting = await asyncio.to_thread(self._store.next_waiting, conversation)
            if waiting:
                await asyncio.to_thread(self._store.try_again, conversation, waiting.seq)
                self.attend(conversation)

    async def close(self) -> None:
        """Finish the messages that are being answered; what waits behind them stays stored."""
        work, self._work = list(self._work.values()), {}
        await asyncio.gather(*work, return_exceptions=True)

    def attend(self, conversation: str) -> None:
        """See to it that what waits in a conversation is answered."""
        self._wanted.add(conversation)
        if conversation not in self._work:
            self._work[conversation] = asyncio.create_task(self._answer_all(conversation))

    async def _answer_all(self, conversation: str) -> None:
        while self._is_mine(conversation) and await self._answer_next(conversation):
            pass
        if self._is_mine(conversation):
            del self._work[conversation]

    def _is_mine(self, conversation: str) -> bool:
        """Whether the task that runs now is still to work on the conversation."""
        return self._work.get(conversation) is asyncio.current_task()

    async def _answer_next(self, conversation: str) -> bool:
        """Whether to look again: a message that came while nothing was found waits too."""
        self._wanted.discard(conversation)
        message = await self._surely(conversation, self._store.next_waiting, conversation)
        if message is None:
            return conversation in self._wanted
        await self._answer(message)
        return True

    async def _answer(self, message: Message) -> None:
        place = (message.conversation, message.seq)
        state: State = "answered"
        replies = await self._replies(message)
        if replies is None:
            await self._surely(message.conversation, self._store.try_again, *place)
            if message.tries + 1 < MOST_TRIES:
                await asyncio.sleep(SECONDS_BETWEEN_TRIES * 2**message.tries)
                return
        if not replies:
            replies, state = [self._apology(message)], "failed"
        await self._surely(message.conversation, self._store.answer, *place, replies, state)
        self._bell.ring(message.conversation)

    async def _surely(self, conversation: str, step: Callable[..., Any], *given: Any) -> Any:
        """A step in the database, tried until it is done: Rasa must not be asked again for it."""
        done, found = await _tried(step, *given)
        while not done and self._is_mine(conversation):
            await asyncio.sleep(SECONDS_UNTIL_THE_DATABASE_IS_BACK)
            done, found = await _tried(step, *given)
        return found

    async def _replies(self, message: Message) -> list[Reply] | None:
        """What was said, perhaps nothing; None when it should be tried again."""
        if message.tries > MOST_DEATHS:
            return []
        try:
            await self._follow_the_switch(message)
            return await self._advisor.answer(message)
        except Exception:
            logger.exception("A message was not answered at try %d.", message.tries + 1)
            return None

    async def _follow_the_switch(self, message: Message) -> None:
        """The first message of a conversation, and one after the switch was moved."""
        if message.language is None:
            return
        before = await asyncio.to_thread(self._store.language, message.conversation)
        if message.seq == 1 or before != message.language:
            await self._advisor.prefer(message.conversation, message.language)
            await asyncio.to_thread(
                self._store.choose_language, message.conversation, message.language
            )


async def _tried(step: Callable[..., Any], *given: Any) -> tuple[bool, Any]:
    """Whether a step in the database went well, and what it found."""
    try:
        return True, await asyncio.to_thread(step, *given)
    except SQLAlchemyError:
        logger.exception("The database cannot be used now; trying again.")
        return False, None
