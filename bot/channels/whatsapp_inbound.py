"""What WhatsApp (Meta Cloud API) posts: messages of people, and what became of ours.

Source: Meta, WhatsApp Business Platform, "messages webhook reference" and "Business-scoped
user IDs". Pure.
"""

from collections.abc import Iterator
from typing import Any

from bot.channels.inbound_body import (
    LONGEST_ADDRESS,
    BadBodyError,
    address,
    at,
    identity,
    json_object,
    note,
    objects,
    text,
)
from bot.channels.messenger import Delivery, DeliveryState, Inbound, InboundKind

_MEDIA = frozenset({"image", "audio", "video", "document", "sticker"})
_IGNORED = frozenset({"reaction", "system", "edit", "revoke"})
# of what the API cannot show, that which asks nothing
_ASKS_NOTHING = frozenset({"edit", "revoke", "pin", "poll_update", "reaction"})
_STATES: dict[str, DeliveryState] = {
    "sent": "sent",
    "delivered": "delivered",
    "read": "read",
    "failed": "failed",
}


def read(body: bytes, phone_number_id: str) -> tuple[list[Inbound], list[Delivery]]:
    """What stands in a body, in its order; `phone_number_id` is our number's id at Meta.

    An address is a telephone number (digits) or, of somebody who shows none, a business-scoped
    user id (`HK.1349...`). Messages to another number, groups and other kinds of change are
    `ignored`, perhaps without id and address.

    Raises:
        BadBodyError: the body is no JSON object with a list `entry`.
    """
    given = json_object(body)
    if not isinstance(given.get("entry"), list):
        raise BadBodyError("The body has no list `entry`.")
    inbound: list[Inbound] = []
    deliveries: list[Delivery] = []
    for change in (each for entry in objects(given, "entry") for each in objects(entry, "changes")):
        if at(change, "field") != "messages":
            inbound.append(_ignored("field", text(change, "field")))
        elif text(change, "value", "metadata", "phone_number_id") != phone_number_id:
            inbound.append(_ignored("another number"))
        else:
            inbound += _messages(at(change, "value"))
            deliveries += _deliveries(at(change, "value"))
    return inbound, deliveries


def _messages(value: Any) -> Iterator[Inbound]:
    contacts = list(objects(value, "contacts"))
    for error in objects(value, "errors"):
        yield _ignored("error", text(error, "code"), text(error, "title"))
    for message in objects(value, "messages"):
        yield _message(message, contacts)


def _message(message: dict[str, Any], contacts: list[dict[str, Any]]) -> Inbound:
    id_, sender = identity(message, "id"), _sender(message, contacts)
    if not id_ or not sender:
        return Inbound(id_, sender, "ignored", detail=note("no id or sender", _type(message)))
    if at(message, "group_id"):
        return Inbound(id_, sender, "ignored", detail="group")
    kind, written, button, detail = _content(message)
    if kind == "text" and not written.strip():
        kind, detail = "unsupported", "empty"
    return Inbound(id_, sender, kind, written, button, detail=detail)


def _sender(message: dict[str, Any], contacts: list[dict[str, Any]]) -> str:
    """The telephone number as long as there is one, then the business-scoped user id."""
    only = contacts[0] if len(contacts) == 1 else {}
    return (
        address(message, "from")
        or address(message, "from_user_id")
        or address(only, "wa_id")
        or address(only, "user_id")
    )


def _content(message: dict[str, Any]) -> tuple[InboundKind, str, str | None, str]:
    """Kind, text, button and type of a message."""
    type_ = _type(message)
    if type_ == "text":
        from_ad = "referral" if at(message, "referral") else ""
        return "text", text(message, "text", "body"), None, from_ad
    if type_ == "interactive":
        return _interactive(message)
    if type_ == "button":
        return _pressed(text(message, "button", "payload"), text(message, "button", "text"), type_)
    if type_ in _MEDIA:
        voice = "voice" if at(message, type_, "voice") is True else type_
        return "media", text(message, type_, "caption"), None, voice
    if type_ == "request_welcome":
        return "start", "", None, type_
    return _rest(message, type_)


def _interactive(message: dict[str, Any]) -> tuple[InboundKind, str, str | None, str]:
    reply = _type(at(message, "interactive"))
    if reply not in ("button_reply", "list_reply"):
        return "unsupported", "", None, note("interactive", reply)
    chosen = at(message, "interactive", reply)
    return _pressed(text(chosen, "id"), text(chosen, "title"), reply)


def _pressed(id_: str, title: str, type_: str) -> tuple[InboundKind, str, str | None, str]:
    """A button without an id says no more than its words."""
    return ("button", title, id_, type_) if id_ else ("text", title, None, type_)


def _rest(message: dict[str, Any], type_: str) -> tuple[InboundKind, str, str | None, str]:
    subtype = _type(at(message, type_))
    if type_ in _IGNORED or (type_ == "unsupported" and subtype in _ASKS_NOTHING):
        return "ignored", "", None, note(type_, subtype)
    return "unsupported", text(message, type_, "text"), None, note(type_ or "no type", subtype)


def _deliveries(value: Any) -> Iterator[Delivery]:
    for status in objects(value, "statuses"):
        id_, state = identity(status, "id"), _STATES.get(text(status, "status"))
        if id_ and state and text(status, "type") in ("", "message"):
            yield Delivery(id_, state, _error(status) if state == "failed" else "")


def _error(status: dict[str, Any]) -> str:
    """Code first, as `131047 Re-engagement message`."""
    error = next(objects(status, "errors"), {})
    words = text(error, "title") or text(error, "message")
    return f"{text(error, 'code')} {words}".strip()[:LONGEST_ADDRESS]


def _type(given: Any) -> str:
    return note(text(given, "type"))


def _ignored(*detail: str) -> Inbound:
    return Inbound("", "", "ignored", detail=note(*detail))
