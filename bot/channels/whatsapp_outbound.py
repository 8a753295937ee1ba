"""Parts as requests of Meta's WhatsApp Cloud API (Graph API, below `/v<version>`)."""

from __future__ import annotations

from typing import Any

from bot.channels.messenger import Part
from bot.channels.provider_request import ProviderRequest, png


def send(phone_number_id: str, address: str, part: Part, media: str = "") -> ProviderRequest:
    """A message to `address`: a telephone number, or a business-scoped user id.

    `media` is the id of the picture of an `image` part, as `upload` was answered.
    """
    body = _WRITTEN[part.kind](part, media)
    return ProviderRequest(
        f"/{phone_number_id}/messages",
        json={
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            _who(address): address,
            **body,
        },
    )


def upload(phone_number_id: str, picture: bytes) -> ProviderRequest:
    """A PNG picture to be stored by Meta; the answer is `{"id": "<media>"}`."""
    return ProviderRequest(
        f"/{phone_number_id}/media",
        form={"messaging_product": "whatsapp", "type": "image/png"},
        files={"file": png(picture)},
    )


def read_and_typing(phone_number_id: str, message_id: str) -> ProviderRequest:
    """Show that a message was read and is being answered: until the answer, at most 25 seconds."""
    return ProviderRequest(
        f"/{phone_number_id}/messages",
        json={
            "messaging_product": "whatsapp",
            "status": "read",
            "message_id": message_id,
            "typing_indicator": {"type": "text"},
        },
    )


def _who(address: str) -> str:
    return "to" if address.removeprefix("+").isdecimal() else "recipient"


def _text(part: Part, _media: str) -> dict[str, Any]:
    return {"type": "text", "text": {"body": part.text, "preview_url": False}}


def _image(part: Part, media: str) -> dict[str, Any]:
    return {"type": "image", "image": {"id": media, "caption": part.text}}


def _buttons(part: Part, _media: str) -> dict[str, Any]:
    buttons = [
        {"type": "reply", "reply": {"id": each.id, "title": each.title}} for each in part.options
    ]
    return _interactive("button", part, {"buttons": buttons})


def _list(part: Part, _media: str) -> dict[str, Any]:
    rows = []
    for each in part.options:
        described = {"description": each.description} if each.description else {}
        rows.append({"id": each.id, "title": each.title, **described})
    return _interactive("list", part, {"button": part.menu, "sections": [{"rows": rows}]})


def _interactive(kind: str, part: Part, action: dict[str, Any]) -> dict[str, Any]:
    interactive = {"type": kind, "body": {"text": part.text}, "action": action}
    return {"type": "interactive", "interactive": interactive}


_WRITTEN = {"text": _text, "image": _image, "buttons": _buttons, "list": _list}
