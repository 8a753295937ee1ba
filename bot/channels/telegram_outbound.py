"""Parts as requests of Telegram's Bot API (below `/bot<token>`), in plain text."""

from __future__ import annotations

from typing import Any

from bot.channels.messenger import Option, Part
from bot.channels.provider_request import ProviderRequest, png
from bot.channels.splitting import utf16

_IN_A_ROW = 3
_WIDTH_OF_A_ROW = 18
"""In UTF-16 code units: Chinese characters that fit on a telephone; buttons share it equally."""


def send(chat: str, part: Part, picture: bytes = b"") -> ProviderRequest:
    """A message to a chat; `picture` is the PNG of an `image` part."""
    if part.kind == "image":
        form = {"chat_id": chat, "caption": part.text}
        return ProviderRequest("/sendPhoto", form=form, files={"photo": png(picture)})
    body: dict[str, Any] = {
        "chat_id": chat,
        "text": part.text,
        "link_preview_options": {"is_disabled": True},
    }
    if part.options:
        body["reply_markup"] = {"inline_keyboard": _rows(part.options)}
    return ProviderRequest("/sendMessage", json=body)


def typing(chat: str) -> ProviderRequest:
    """Show that an answer is being written: until it comes, at most 5 seconds."""
    return ProviderRequest("/sendChatAction", json={"chat_id": chat, "action": "typing"})


def answer_callback(callback: str) -> ProviderRequest:
    """Tell the app that the press of a button has arrived, so that it stops waiting."""
    return ProviderRequest("/answerCallbackQuery", json={"callback_query_id": callback})


def _rows(options: tuple[Option, ...]) -> list[list[dict[str, str]]]:
    """Short buttons beside one another, a longer one alone."""
    rows: list[list[Option]] = []
    for option in options:
        if rows and _fit([*rows[-1], option]):
            rows[-1].append(option)
        else:
            rows.append([option])
    return [[{"text": each.title, "callback_data": each.id} for each in row] for row in rows]


def _fit(row: list[Option]) -> bool:
    widest = max(utf16(option.title) for option in row)
    return len(row) <= _IN_A_ROW and widest * len(row) <= _WIDTH_OF_A_ROW
