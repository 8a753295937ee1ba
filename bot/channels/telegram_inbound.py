"""What Telegram posts: one update (Bot API, "Update"). Pure."""

import re
from typing import Any

from bot.channels.inbound_body import (
    BadBodyError,
    address,
    at,
    identity,
    json_object,
    note,
    objects,
    storable,
    text,
)
from bot.channels.messenger import Delivery, Inbound, InboundKind
from bot.conversations.model import Language

CALLBACK = "callback:"
_START = re.compile(r"/start(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_MEDIA = (
    "animation",  # has a document beside it
    "photo",
    "voice",
    "audio",
    "video",
    "video_note",
    "document",
    "sticker",
    "paid_media",
    "story",
)
_WITHOUT_WORDS = ("venue", "location", "contact", "poll", "dice", "game", "checklist", "invoice")
_SERVICE = frozenset(
    {
        "pinned_message",
        "message_auto_delete_timer_changed",
        "chat_background_set",
        "write_access_allowed",
        "connected_website",
        "users_shared",
        "chat_shared",
        "passport_data",
        "successful_payment",
        "refunded_payment",
        "web_app_data",
        "gift",
        "unique_gift",
    }
)
_ABOUT = frozenset({"message_id", "from", "chat", "date", "sender_business_bot", "via_bot"})
_OUT, _IN = ("left", "kicked"), ("member", "administrator", "restricted")


def read(body: bytes) -> tuple[list[Inbound], list[Delivery]]:
    """What stands in an update; its id is the update's. Telegram tells nothing of ours.

    An address is the id of a private chat. A pressed button's `detail` is `callback:<id>`, which
    has to be acknowledged, also for one that is ignored. A group gets one note, when the bot is
    added to it.

    Raises:
        BadBodyError: the body is no JSON object with an `update_id`.
    """
    given = json_object(body)
    id_ = identity(given, "update_id")
    if not id_:
        raise BadBodyError("The body has no update_id.")
    if "message" in given:
        return [_message(id_, given["message"])], []
    if "callback_query" in given:
        return [_pressed(id_, given["callback_query"])], []
    if "my_chat_member" in given:
        return [_membership(id_, given["my_chat_member"])], []
    kinds = (name for name in given if name != "update_id")
    return [Inbound(id_, "", "ignored", detail=note(storable(next(kinds, ""))))], []


def language_of(code: str) -> Language | None:
    """Our language for an IETF tag of Telegram's app; None when it says nothing."""
    tag = code.lower().replace("_", "-")
    if tag.startswith(("zh-hk", "zh-mo", "zh-tw", "zh-hant", "yue")):
        return "zh-HK"
    if tag.split("-")[0] == "zh":
        return "zh-CN"
    return "en" if tag.split("-")[0] == "en" else None


def _message(id_: str, message: Any) -> Inbound:
    chat, reason = _chat(message), _not_for_us(message)
    if reason:
        return Inbound(id_, chat, "ignored", detail=reason)
    kind, written, detail = _content(message)
    return Inbound(id_, chat, kind, written, None, _language(message), detail)


def _chat(given: Any) -> str:
    return address(given, "chat", "id")


def _not_for_us(message: Any) -> str:
    kind = text(message, "chat", "type")
    if kind != "private":
        return "group" if kind in ("group", "supergroup") else note(kind or "no chat")
    if not _chat(message):
        return "no chat"
    return "bot" if at(message, "from", "is_bot") is True else ""


def _language(given: Any) -> Language | None:
    return language_of(text(given, "from", "language_code"))


def _content(message: dict[str, Any]) -> tuple[InboundKind, str, str]:
    """Kind, text and type of a message. A command other than /start is what was written."""
    written = text(message, "text")
    start = _START.fullmatch(written.strip())
    if start:
        return "start", (start[1] or "").strip(), ""
    if written.strip():
        return "text", written, ""
    for name in _MEDIA:
        if name in message:
            return "media", text(message, "caption"), name
    for name in _WITHOUT_WORDS:
        if name in message:
            return "unsupported", "", name
    return _rest(message)


def _rest(message: dict[str, Any]) -> tuple[InboundKind, str, str]:
    service = _SERVICE.intersection(message)
    if service:
        return "ignored", "", min(service)
    first = next((name for name in message if name not in _ABOUT), "empty")
    return "unsupported", "", note(storable(first))


def _pressed(id_: str, query: Any) -> Inbound:
    """`text` is the title of the button, as long as its message can be seen."""
    message, data = at(query, "message"), text(query, "data")
    chat, detail = _chat(message), f"{CALLBACK}{identity(query, 'id')}"
    if text(message, "chat", "type") != "private" or not chat or not data:
        return Inbound(id_, chat, "ignored", detail=detail)
    title = _title(message, data)
    return Inbound(id_, chat, "button", title, data, _language(query), detail)


def _title(message: Any, data: str) -> str:
    rows = at(message, "reply_markup", "inline_keyboard")
    for row in rows if isinstance(rows, list) else ():
        for button in objects(row):
            if text(button, "callback_data") == data:
                return text(button, "text")
    return ""


def _membership(id_: str, change: Any) -> Inbound:
    """The bot was blocked, unblocked, added to a group or taken out of it."""
    chat, kind = _chat(change), text(change, "chat", "type")
    before, now = (text(change, f"{when}_chat_member", "status") for when in ("old", "new"))
    if kind == "private":
        state = "blocked" if now == "kicked" else "unblocked"
        return Inbound(id_, chat, "ignored", detail=state)
    added = kind in ("group", "supergroup") and before in _OUT and now in _IN
    if added and chat:
        return Inbound(id_, chat, "unsupported", language=_language(change), detail="group")
    return Inbound(id_, chat, "ignored", detail=note(kind or "no chat", now))
