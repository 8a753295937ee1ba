"""Asking Rasa, so that a message is never answered twice, whenever the process dies.

Rasa saves a conversation once, after the last action. A message that is asked again after a
crash is therefore either in the tracker with everything that was said to it, or not at all. The
same holds for one of whose actions failed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered

from actions.slots import LANGUAGE
from bot.channels.collected import Collected, to_reply
from bot.channels.intake import NOTICE
from bot.channels.notices import notice
from bot.conversations.model import Language, Message, Reply
from bot.nlu.language import language_of
from bot.rasa_compat.failing_actions import let_failures_out

_COMMAND, _NO_COMMAND = "/", "／"


class RasaAdvisor:
    """Answers messages of one channel through Rasa's agent."""

    def __init__(
        self,
        agent: Callable[[], Agent],
        channel: str,
        greeting: Callable[[Language | None], Reply] | None = None,
    ) -> None:
        """Take a way to the agent, which is loaded after the channel is made.

        `greeting` is said before the answer to the first message of a conversation.
        """
        self._agent, self._channel, self._greeting = agent, channel, greeting
        let_failures_out()

    async def answer(self, message: Message) -> list[Reply]:
        """What is said to `message`."""
        is_notice = (message.payload or "").startswith(NOTICE)
        language = message.language
        if not is_notice:
            language = language_of(message.text, language)
        greets = self._greeting is not None and message.seq == 1
        before = [self._greeting(language)] if greets else []
        if is_notice:
            name = str(message.payload).removeprefix(NOTICE)
            return [*before, notice(name, language)]
        return [*before, *await self._ask(message)]

    async def _ask(self, message: Message) -> list[Reply]:
        """What Rasa says; what it said already when it was asked before."""
        if message.tries:
            said = await self._said_before(message)
            if said is not None:
                return said
        output = Collected(self._channel)
        await self._agent().handle_message(
            UserMessage(
                text=rasa_text(message),
                output_channel=output,
                sender_id=message.conversation,
                input_channel=self._channel,
                message_id=_id(message),
                parse_data=await self._understood(message),
            )
        )
        return output.replies

    async def _understood(self, message: Message) -> dict[str, Any] | None:
        """What Rasa is to make of a button that stands for words; None: what it makes of the text.

        Nobody has written these words, so the conversation goes on in the language that it has.
        """
        if message.payload is None or message.payload.startswith(_COMMAND):
            return None
        understood: dict[str, Any] = await self._agent().parse_message(message.payload)
        entities = understood["entities"]
        return understood | {"entities": [each for each in entities if each["entity"] != LANGUAGE]}

    async def prefer(self, conversation: str, language: Language) -> None:
        """Have the conversation go on in `language` until the visitor writes in another."""
        processor = self._agent().processor
        tracker = await processor.fetch_tracker_with_initial_session(conversation)
        tracker.update(SlotSet(LANGUAGE, language))
        await processor.save_tracker(tracker)

    async def _said_before(self, message: Message) -> list[Reply] | None:
        tracker = await self._agent().tracker_store.retrieve_full_tracker(message.conversation)
        replies: list[Reply] | None = None
        for event in tracker.events if tracker else ():
            if isinstance(event, UserUttered):
                if replies is not None:
                    return replies
                replies = [] if event.message_id == _id(message) else None
            elif isinstance(event, BotUttered) and replies is not None:
                replies.append(to_reply(event.message()))
        return replies


def rasa_text(message: Message) -> str:
    """What Rasa is told: typed text stays text, also where Rasa would take it for a command."""
    if message.payload is None:
        text = message.text.strip()
        return _NO_COMMAND + text[1:] if text.startswith(_COMMAND) else text
    return message.payload


def _id(message: Message) -> str:
    return str(message.seq)
