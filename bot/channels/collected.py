"""What Rasa says to one message, kept whole: text, buttons, card and language in one piece."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa.core.channels.channel import OutputChannel

from bot.conversations.model import Button, Reply


class Collected(OutputChannel):
    """Rasa's output channel for one message; `replies` is what was said, in order.

    Rasa would send a text with a card in pieces and cut it at blank lines.
    """

    def __init__(self, channel: str) -> None:
        """Collect for the channel named `channel`."""
        self._channel = channel
        self.replies: list[Reply] = []

    def name(self) -> str:
        """What responses see as the channel."""
        return self._channel

    async def send_response(self, _recipient_id: str, message: dict[str, Any]) -> None:
        """Keep one response."""
        self.replies.append(to_reply(message))


def to_reply(message: Mapping[str, Any]) -> Reply:
    """A response as Rasa hands it to a channel, and as `BotUttered.message()` gives it back."""
    buttons = message.get("buttons") or ()
    return Reply(
        text=message.get("text") or "",
        language=message.get("language"),
        buttons=tuple(Button(each["title"], each["payload"]) for each in buttons),
        card=message.get("card"),
    )
