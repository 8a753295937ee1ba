"""A conversation as the channels, and later the console, see it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Language = Literal["zh-HK", "zh-CN", "en"]
Speaker = Literal["visitor", "bot", "staff", "system"]
State = Literal["waiting", "answered", "failed"]
Opinion = Literal["up", "down"]


class ConversationError(Exception):
    """What was asked of a conversation cannot be done."""


class UnknownConversationError(ConversationError):
    """There is no such conversation."""


class ClosedConversationError(ConversationError):
    """The conversation was closed: nothing can be said in it any more."""


class NoSuchMessageError(ConversationError):
    """There is no such message, or it has no such button."""


@dataclass(frozen=True)
class Button:
    """What a visitor may press: its words, and what Rasa is told when it is."""

    title: str
    payload: str


@dataclass(frozen=True)
class Incoming:
    """What a visitor sends. `client_id` is the sender's own: the same id is the same message.

    `payload` is what Rasa is told in place of `text`, for a button.
    """

    client_id: str
    text: str
    payload: str | None = None
    language: Language | None = None


@dataclass(frozen=True)
class Reply:
    """What is said to a visitor; `card` is the same content to look at (docs/website-api.md)."""

    text: str
    language: Language | None = None
    buttons: tuple[Button, ...] = ()
    card: dict[str, Any] | None = None
    speaker: Speaker = "bot"
    name: str | None = None


@dataclass(frozen=True)
class Message:
    """One message of a conversation. `seq` counts 1, 2, 3 ... without gaps; `at` is UTC."""

    conversation: str
    seq: int
    speaker: Speaker
    at: datetime
    text: str
    name: str | None = None
    language: Language | None = None
    client_id: str | None = None
    payload: str | None = None
    state: State | None = None
    tries: int = 0
    reply_to: int | None = None
    buttons: tuple[Button, ...] = field(default=())
    card: dict[str, Any] | None = None
    feedback: Opinion | None = None


@dataclass(frozen=True)
class Receipt:
    """Where a message of a visitor was stored; `new` is false for one that came before."""

    seq: int
    new: bool


@dataclass(frozen=True)
class News:
    """What came after a place in a conversation, and whether an answer is being worked on."""

    messages: tuple[Message, ...]
    working: bool
