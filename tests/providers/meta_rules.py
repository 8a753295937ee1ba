"""What the Cloud API takes, and how it words its errors.

Source: Meta, WhatsApp Business Platform: "Text messages", "Image messages", "Interactive reply
buttons messages", "Interactive list messages", "Typing indicators", "Business-scoped user IDs",
"Cloud API error codes".
"""

from typing import Any

from aiohttp import web
from jsonschema import Draft7Validator

# code: HTTP status, title, details
ERRORS: dict[int, tuple[int, str, str]] = {
    100: (400, "Invalid parameter", "Invalid parameter"),
    190: (401, "Invalid OAuth access token - Cannot parse access token", ""),
    368: (403, "Temporarily blocked for policies violations", "The account is blocked."),
    80007: (429, "Rate limit issues", "The account has reached its rate limit."),
    130429: (429, "Rate limit hit", "Too many messages were sent from this phone number."),
    130472: (400, "User's number is part of an experiment", "Message was not sent."),
    131000: (500, "Something went wrong", "Message failed to send due to an unknown error."),
    131008: (400, "Required parameter is missing", "A required parameter is missing."),
    131009: (400, "Parameter value is not valid", "A parameter value is not valid."),
    131026: (400, "Message undeliverable", "Message Undeliverable."),
    131047: (400, "Re-engagement message", "More than 24 hours have passed since the last reply."),
    131051: (400, "Unsupported message type", "Unsupported message type."),
    131056: (429, "(Business Account, Consumer Account) pair rate limit hit", "Too many messages."),
}


def error(code: int, details: str = "", after: int | None = None) -> web.Response:
    """The error body of the Graph API; `after` adds a Retry-After in seconds."""
    status, title, usual = ERRORS[code]
    body: dict[str, Any] = {
        "message": title if code == 190 else f"(#{code}) {title}",
        "type": "OAuthException",
        "code": code,
        "fbtrace_id": "AbCdEfGhIjKlMnOpQrStUvW",
    }
    if details or usual:
        body["error_data"] = {"messaging_product": "whatsapp", "details": details or usual}
    headers = {"Retry-After": str(after)} if after is not None else None
    return web.json_response({"error": body}, status=status, headers=headers)


def _text(longest: int, shortest: int = 1) -> dict[str, Any]:
    return {"type": "string", "minLength": shortest, "maxLength": longest, "pattern": r"\S"}


def _object(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": required | optional,
        "additionalProperties": False,
    }


def _many(item: dict[str, Any], most: int) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": 1, "maxItems": most}


_REPLY = _object(
    {"type": {"const": "reply"}, "reply": _object({"id": _text(256), "title": _text(20)})}
)
_ROW = _object({"id": _text(200), "title": _text(24)}, description=_text(72))
_SECTION = _object({"rows": _many(_ROW, 10)}, title=_text(24))
_AROUND = {"footer": _object({"text": _text(60)})}
_BUTTONS = _object(
    {
        "type": {"const": "button"},
        "body": _object({"text": _text(1024)}),
        "action": _object({"buttons": _many(_REPLY, 3)}),
    },
    header=_object({"type": {"const": "image"}, "image": _object({"id": _text(100)})}),
    **_AROUND,
)
_LIST = _object(
    {
        "type": {"const": "list"},
        "body": _object({"text": _text(4096)}),
        "action": _object({"button": _text(20), "sections": _many(_SECTION, 10)}),
    },
    **_AROUND,
)
_CONTENT = {
    "text": _object({"body": _text(4096)}, preview_url={"type": "boolean"}),
    "image": {
        **_object({}, id=_text(100), link=_text(2048), caption=_text(1024)),
        "oneOf": [{"required": ["id"]}, {"required": ["link"]}],
    },
    "interactive": None,
}
_TO = {"type": "string", "pattern": r"^\+?[0-9]{5,15}$"}
_USER_ID = {"type": "string", "pattern": r"^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$"}
_READ = _object(
    {
        "messaging_product": {"const": "whatsapp"},
        "status": {"const": "read"},
        "message_id": {"type": "string", "pattern": r"^wamid\."},
    },
    typing_indicator=_object({"type": {"const": "text"}}),
)


def broken_rule(body: Any) -> tuple[int, str] | None:
    """Code and details of what a message breaks, or None."""
    if not isinstance(body, dict):
        return 100, "The body is no JSON object."
    type_ = body.get("type", "text")
    if type_ not in _CONTENT:
        return 131051, f"type {type_!r}"
    content = _CONTENT[type_] or (_LIST if _is_list(body) else _BUTTONS)
    return _first_broken(_message(type_, content), body) or _repeated(body)


def broken_read_rule(body: dict[str, Any]) -> tuple[int, str] | None:
    """The same for a read mark or typing indicator."""
    return _first_broken(_READ, body)


def _is_list(body: dict[str, Any]) -> bool:
    interactive = body.get("interactive")
    return isinstance(interactive, dict) and interactive.get("type") == "list"


def _message(type_: str, content: dict[str, Any]) -> dict[str, Any]:
    return {
        **_object(
            {"messaging_product": {"const": "whatsapp"}, type_: content},
            type={"const": type_},
            to=_TO,
            recipient=_USER_ID,
            recipient_type={"const": "individual"},
            context=_object({"message_id": _text(512)}),
            biz_opaque_callback_data=_text(512),
        ),
        "anyOf": [{"required": ["to"]}, {"required": ["recipient"]}],
    }


def _first_broken(schema: dict[str, Any], body: dict[str, Any]) -> tuple[int, str] | None:
    for found in sorted(Draft7Validator(schema).iter_errors(_measured(body)), key=str):
        missing = found.validator in ("required", "anyOf")
        return (131008 if missing else 131009), f"{found.json_path}: {found.message[:200]}"
    return None


def _measured(given: Any) -> Any:
    """The same with each character outside the BMP twice, so that lengths count UTF-16 units."""
    if isinstance(given, str):
        return "".join(each * 2 if ord(each) > 0xFFFF else each for each in given)
    if isinstance(given, dict):
        return {name: _measured(each) for name, each in given.items()}
    return [_measured(each) for each in given] if isinstance(given, list) else given


def _repeated(body: dict[str, Any]) -> tuple[int, str] | None:
    """Ids and titles that are not unique, and more than ten rows in all."""
    action = body.get("interactive", {}).get("action", {})
    replies = [each["reply"] for each in action.get("buttons", ())]
    rows = [row for section in action.get("sections", ()) for row in section["rows"]]
    ids = [each["id"] for each in (*replies, *rows)]
    titles = [each["title"] for each in (*replies, *rows)]
    if len(set(ids)) < len(ids) or len(set(titles)) < len(titles):
        return 131009, "interactive.action: ids and titles are unique"
    if len(rows) > 10:
        return 131009, "interactive.action.sections: at most 10 rows in all"
    untitled = any("title" not in each for each in action.get("sections", ()))
    if untitled and len(action["sections"]) > 1:
        return 131009, "interactive.action.sections: several sections need titles"
    return None
