"""What messengers have in common: what comes in, and what goes out in pieces that fit.

A provider's request is read into `Inbound` and `Delivery` events (`whatsapp_inbound.py`,
`twilio_inbound.py`, `telegram_inbound.py`); a message of ours is planned into `Part`s within
the app's limits (`planning.py`) and written as the provider's requests
(`whatsapp_outbound.py` and its like). All of that is pure: no clock, no network, no database.
"""

from dataclasses import dataclass
from typing import Any, Literal

from bot.conversations.model import Language

InboundKind = Literal["text", "button", "start", "media", "unsupported", "ignored"]
DeliveryState = Literal["sent", "delivered", "read", "failed"]
PartKind = Literal["text", "buttons", "list", "image"]


@dataclass(frozen=True)
class Inbound:
    """One thing that somebody sent.

    `provider_id` is the provider's id of it, the same when it is delivered again. `address` is
    where replies go (a telephone number, a user id, a chat id): personal data. `text` is what
    was written; for `media` its caption. `button` is the id of the option that was pressed.
    `start` is a first greeting by the app itself (Telegram's /start), with its parameter in
    `text`. `unsupported` gets 'please type your question'; `ignored` gets nothing (a reaction,
    a group, an edited message). `detail` says which type it was, for the log.
    """

    provider_id: str
    address: str
    kind: InboundKind
    text: str = ""
    button: str | None = None
    language: Language | None = None
    detail: str = ""


@dataclass(frozen=True)
class Delivery:
    """What became of something that we sent, by the provider's id of it."""

    provider_id: str
    state: DeliveryState
    error: str = ""


@dataclass(frozen=True)
class Option:
    """A button or row. `id` comes back when it is pressed: `<seq>.<index>` of where it stands."""

    id: str
    title: str
    description: str = ""


@dataclass(frozen=True)
class Part:
    """One piece that goes out as one request.

    `image` is a card (docs/website-api.md) to be drawn, with `text` as its caption;
    `menu` is the label of the button that opens a `list`.
    """

    kind: PartKind
    text: str
    options: tuple[Option, ...] = ()
    menu: str = ""
    image: dict[str, Any] | None = None
