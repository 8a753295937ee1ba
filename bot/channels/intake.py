"""Taking in what came from a messenger: stored under the provider's id before it is confirmed."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.channels.messenger import Inbound
from bot.conversations.model import (
    Button,
    Incoming,
    Language,
    Message,
    NoSuchMessageError,
    Receipt,
)
from bot.conversations.outbox import Outbox
from bot.conversations.store import ConversationStore
from bot.nlu.language import language_of

NOTICE = "notice:"
"""What a payload begins with that the advisor answers by itself: the name of a notice."""

_OPTION = re.compile(r"(\d{1,9})\.(\d{1,4})")
_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.)）、]?\s*")
_GREETING = f"{NOTICE}messenger_start"
_PLEASE_TYPE = f"{NOTICE}please_type"
_IN_PRIVATE = f"{NOTICE}messenger_group"


class Intake:
    """Puts what one channel hears into the store."""

    def __init__(
        self,
        channel: str,
        store: ConversationStore,
        outbox: Outbox,
        conversation_of: Callable[[str], str],
        numbered: bool = False,
    ) -> None:
        """Take where to put it; `numbered`: a typed number chooses an option of the last offer."""
        self._channel, self._store, self._outbox = channel, store, outbox
        self._conversation_of, self._numbered = conversation_of, numbered

    def take(self, inbound: Inbound) -> tuple[str, Receipt] | None:
        """Store one thing; return where. None for what is ignored."""
        if inbound.kind == "ignored" or not inbound.address or not inbound.provider_id:
            return None
        conversation = self._conversation_of(inbound.address)
        self._outbox.hear(conversation, self._channel, inbound.address)
        return conversation, self._store.receive(
            conversation, self._incoming(conversation, inbound)
        )

    def _incoming(self, conversation: str, inbound: Inbound) -> Incoming:
        text, payload = inbound.text, None
        if inbound.kind == "start":
            text, payload = f"/start {inbound.text}".strip(), _GREETING
        elif inbound.kind in ("media", "unsupported"):
            text = f"[{inbound.detail}] {inbound.text}".strip()
            payload = _IN_PRIVATE if inbound.detail == "group" else _PLEASE_TYPE
        elif button := self._pressed(conversation, inbound):
            text, payload = button.title, button.payload
        elif not text.strip():
            text, payload = f"[{inbound.kind}]", _PLEASE_TYPE
        is_notice = (payload or "").startswith(NOTICE)
        language = self._language(conversation, inbound, is_notice)
        return Incoming(inbound.provider_id, text, payload, language)

    def _language(self, conversation: str, inbound: Inbound, is_notice: bool) -> Language | None:
        """The app's of the first message; later that of what is said, which a notice must be told.

        None leaves the conversation's as it is.
        """
        if not is_notice:
            is_first = not self._store.last_numbers([conversation])[conversation]
            return inbound.language if is_first else None
        said = self._outbox.language_said(conversation)
        if inbound.kind != "start":
            said = language_of(inbound.text, said)
        return said or inbound.language

    def _pressed(self, conversation: str, inbound: Inbound) -> Button | None:
        """The button that was pressed, or chosen by its number; None for a text.

        An option that nobody offered counts as the text that stands on it.
        """
        if option := _OPTION.fullmatch(inbound.button or ""):
            return self._offered(conversation, int(option[1]), int(option[2]))
        if self._numbered and (number := _NUMBER.fullmatch(inbound.text)):
            offer = self._outbox.last_offer(conversation)
            return _at(offer, int(number[1]) - 1) if offer else None
        return None

    def _offered(self, conversation: str, seq: int, index: int) -> Button | None:
        try:
            return _at(self._store.message(conversation, seq), index)
        except NoSuchMessageError:
            return None


def _at(offer: Message, index: int) -> Button | None:
    return offer.buttons[index] if 0 <= index < len(offer.buttons) else None
