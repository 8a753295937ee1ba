"""What Telegram's Bot API takes, and how it words its errors. Source: Telegram, "Bot API".

Telegram ignores parameters that it does not know; here they are refused, since they are mistakes.
"""

import json
import re
import struct
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from tests.providers.server import utf16

Broken = str | None
PNG = b"\x89PNG\r\n\x1a\n"
METHODS: dict[str, tuple[set[str], set[str]]] = {  # required and optional parameters
    "getMe": (set(), set()),
    "sendMessage": (
        {"chat_id", "text"},
        {"reply_markup", "link_preview_options", "disable_notification", "reply_parameters"},
    ),
    "sendPhoto": ({"chat_id", "photo"}, {"caption", "reply_markup", "disable_notification"}),
    "sendChatAction": ({"chat_id", "action"}, set()),
    "answerCallbackQuery": ({"callback_query_id"}, {"text", "show_alert", "cache_time"}),
    "setWebhook": (
        {"url"},
        {"secret_token", "allowed_updates", "drop_pending_updates", "max_connections"},
    ),
    "getWebhookInfo": (set(), set()),
    "deleteWebhook": (set(), {"drop_pending_updates"}),
}
ERRORS: dict[str, tuple[int, str]] = {
    "blocked": (403, "Forbidden: bot was blocked by the user"),
    "deactivated": (403, "Forbidden: user is deactivated"),
    "not started": (403, "Forbidden: bot can't initiate conversation with a user"),
    "kicked": (403, "Forbidden: bot was kicked from the supergroup chat"),
    "no chat": (400, "Bad Request: chat not found"),
    "unauthorized": (401, "Unauthorized"),
    "no method": (404, "Not Found"),
    "internal": (500, "Internal Server Error"),
}


def error(code: int, description: str, **parameters: int) -> web.Response:
    """The error body of the Bot API; `retry_after` and the like are its `parameters`."""
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = parameters
    return web.json_response(body, status=code)


def broken_rule(method: str, given: dict[str, Any]) -> Broken:
    """The description of what a call breaks, or None. `photo` is the bytes of a file."""
    required, optional = METHODS[method]
    missing, unknown = required - set(given), set(given) - required - optional
    if missing or unknown:
        return f"Bad Request: missing {sorted(missing)}, not known {sorted(unknown)}"
    if "chat_id" in given and not re.fullmatch(r"-?[1-9]\d{0,15}", str(given["chat_id"])):
        return "Bad Request: chat not found"
    check = _CHECKS.get(method)
    return (check(given) if check else None) or _broken_markup(given.get("reply_markup"))


def _broken_message(given: dict[str, Any]) -> Broken:
    text = given["text"]
    if not isinstance(text, str) or not text.strip():
        return "Bad Request: message text is empty"
    return "Bad Request: message is too long" if utf16(text) > 4096 else None


def _broken_photo(given: dict[str, Any]) -> Broken:
    data = given["photo"]
    if not isinstance(data, bytes) or not data.startswith(PNG) or len(data) < 24:
        return "Bad Request: IMAGE_PROCESS_FAILED"
    width, height = struct.unpack(">II", data[16:24])
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        return "Bad Request: PHOTO_INVALID_DIMENSIONS"
    if len(data) > 10 * 1024**2:
        return "Bad Request: file is too big"
    too_long = utf16(given.get("caption", "")) > 1024
    return "Bad Request: message caption is too long" if too_long else None


def _broken_action(given: dict[str, Any]) -> Broken:
    known = ("typing", "upload_photo", "upload_document")
    return None if given["action"] in known else "Bad Request: wrong parameter action in request"


def _broken_callback(given: dict[str, Any]) -> Broken:
    return "Bad Request: MESSAGE_TOO_LONG" if utf16(given.get("text", "")) > 200 else None


def _broken_webhook(given: dict[str, Any]) -> Broken:
    url = urlsplit(str(given["url"]))
    if given["url"] and url.scheme != "https" and url.hostname != "127.0.0.1":
        return "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", str(given.get("secret_token", "x"))):
        return "Bad Request: secret token contains unallowed characters"
    return None


_CHECKS = {
    "sendMessage": _broken_message,
    "sendPhoto": _broken_photo,
    "sendChatAction": _broken_action,
    "answerCallbackQuery": _broken_callback,
    "setWebhook": _broken_webhook,
}


def _broken_markup(given: Any) -> Broken:
    """A keyboard: rows of buttons with words and either data of at most 64 bytes or a URL."""
    if given is None:
        return None
    try:
        rows = (json.loads(given) if isinstance(given, str) else given)["inline_keyboard"]
        buttons = [button for row in rows for button in row]
        broken = next((each for each in map(_broken_button, buttons) if each), None)
    except (ValueError, TypeError, KeyError):
        return "Bad Request: can't parse reply keyboard markup JSON object"
    too_many = len(buttons) > 100 or any(len(row) > 8 for row in rows)
    return broken or ("Bad Request: reply markup is too long" if too_many else None)


def _broken_button(button: dict[str, Any]) -> Broken:
    if not button["text"].strip():
        return "Bad Request: text buttons are unallowed in the inline keyboard"
    if set(button) == {"text", "url"}:
        return None
    if set(button) != {"text", "callback_data"}:
        return "Bad Request: text buttons are unallowed in the inline keyboard"
    fits = 1 <= len(button["callback_data"].encode()) <= 64
    return None if fits else "Bad Request: BUTTON_DATA_INVALID"
