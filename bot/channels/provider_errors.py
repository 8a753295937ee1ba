"""What a provider's answer to a request means: sent, to be tried again, or refused and why.

The codes are those of 'Error codes' (Cloud API), 'Error and Warning Dictionary' (Twilio) and
'Making requests' (Telegram's Bot API), which has no codes below the HTTP status.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from httpx import codes

Reason = Literal[
    "window_closed", "blocked", "invalid_address", "too_long", "not_configured", "other"
]
"""Why it is of no use to try again.

`window_closed`: the visitor wrote more than 24 hours ago. `blocked`: wants no more messages.
`invalid_address`: cannot be reached there. `not_configured`: token, number or account are wrong.
"""


@dataclass(frozen=True)
class Sent:
    """Taken over by the provider, which knows it by `provider_id` ("" if it says none)."""

    provider_id: str = ""


@dataclass(frozen=True)
class Retry:
    """Not taken now: try again after so many seconds (None: the provider does not say)."""

    after: float | None
    code: str


@dataclass(frozen=True)
class Refused:
    """Not taken, and would not be another time. `code` is the provider's, or the HTTP status."""

    reason: Reason
    code: str


Outcome = Sent | Retry | Refused
Meaning = Reason | Literal["retry"]


def _by_code(*meanings: tuple[Meaning, tuple[int, ...]]) -> dict[int, Meaning]:
    return {code: meaning for meaning, codes in meanings for code in codes}


_META = _by_code(
    ("not_configured", tuple(range(200, 300))),
    ("not_configured", (0, 3, 10, 33, 190, 368, 131005, 131030, 131031, 131037, 131042, 131045)),
    ("not_configured", (133010,)),
    ("retry", (1, 2, 4, 80007, 130429, 131000, 131016, 131048, 131056, 131057, 133004)),
    ("window_closed", (131047,)),
    ("blocked", (131050,)),
    ("invalid_address", (131021, 131026)),
)
_TWILIO = _by_code(
    ("not_configured", (20003, 20404, 21212, 21408, 21606, 21608, 63001, 63007)),
    ("retry", (20429, 20500, 20503, 21611, 30001, 63012, 63017, 63018)),
    ("window_closed", (63016,)),
    ("blocked", (21610,)),
    ("invalid_address", (21211, 21612, 21614, 63003, 63015, 63024)),
    ("too_long", (21617,)),
)
_TELEGRAM = _by_code(
    ("not_configured", (401, 404)),
    ("blocked", (403,)),
    ("retry", (420, 429)),
)
_TELEGRAM_WORDS: dict[str, Reason] = {
    "too long": "too_long",
    "too_long": "too_long",
    "not found": "invalid_address",
    "peer_id_invalid": "invalid_address",
    "chat_id is empty": "invalid_address",
}
"""Of the descriptions of a 400."""

_LATER = (codes.REQUEST_TIMEOUT, codes.TOO_EARLY, codes.TOO_MANY_REQUESTS)
_NO_CODE = -1
_NO_SUCH_OBJECT = (100, 33)
_CODES = {"whatsapp": _META, "twilio": _TWILIO}


def reason_of(app: str, code: str) -> Reason:
    """Why something that was taken over was not delivered, by the code that was reported later."""
    meaning = _CODES.get(app, {}).get(int(code), "other") if code.isdecimal() else "other"
    return "other" if meaning == "retry" else meaning


def whatsapp(status: int, body: str, retry_after: str = "") -> Outcome:
    """An answer of the Cloud API; `retry_after` is the header of that name."""
    found = _object(body)
    if codes.is_success(status):
        return Sent(str((_first(found, "messages") or found).get("id", "")))
    error = _inner(found, "error")
    code = _code(error)
    if (code, error.get("error_subcode")) == _NO_SUCH_OBJECT:
        return Refused("not_configured", str(code))
    if error.get("is_transient"):
        return Retry(_seconds(retry_after), str(code))
    said = f"{error.get('message', '')} {error.get('error_data', '')}"
    meaning: Meaning = "too_long" if "at most" in said or "too long" in said else "other"
    return _outcome(_META.get(code, meaning), code, status, retry_after)


def twilio(status: int, body: str, retry_after: str = "") -> Outcome:
    """An answer of Twilio's Messages resource; `retry_after` is the header of that name."""
    found = _object(body)
    if codes.is_success(status):
        return Sent(str(found.get("sid", "")))
    code = _code(found)
    return _outcome(_TWILIO.get(code, "other"), code, status, retry_after)


def telegram(status: int, body: str, retry_after: str = "") -> Outcome:
    """An answer of the Bot API; how long to wait stands in the answer itself."""
    found = _object(body)
    if codes.is_success(status):
        return Sent(str(_inner(found, "result").get("message_id", "")))
    said = str(found.get("description", "")).lower()
    meaning: Meaning = next(
        (meaning for words, meaning in _TELEGRAM_WORDS.items() if words in said), "other"
    )
    seconds = str(_inner(found, "parameters").get("retry_after", retry_after))
    return _outcome(_TELEGRAM.get(status, meaning), status, status, seconds)


def _outcome(meaning: Meaning, code: int, status: int, retry_after: str) -> Outcome:
    """By the provider's code; by the HTTP status where the code says nothing."""
    named = str(status if code == _NO_CODE else code)
    if meaning == "other":
        meaning = _by_status(status)
    if meaning == "retry":
        return Retry(_seconds(retry_after), named)
    return Refused(meaning, named)


def _by_status(status: int) -> Meaning:
    if status in _LATER or codes.is_server_error(status):
        return "retry"
    return "not_configured" if status in (401, 403) else "other"


def _seconds(text: str) -> float | None:
    return float(text) if text.isdecimal() else None


def _object(body: str) -> dict[str, Any]:
    """The JSON object of a body; nothing for another body, such as a proxy's page."""
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _inner(found: dict[str, Any], key: str) -> dict[str, Any]:
    inner = found.get(key)
    return inner if isinstance(inner, dict) else {}


def _first(found: dict[str, Any], key: str) -> dict[str, Any]:
    several = found.get(key)
    first = several[0] if isinstance(several, list) and several else None
    return first if isinstance(first, dict) else {}


def _code(error: dict[str, Any]) -> int:
    code = error.get("code")
    return code if isinstance(code, int) else _NO_CODE
