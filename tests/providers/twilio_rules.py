"""What Twilio takes for WhatsApp, and how it words its errors.

Source: Twilio, "Messages resource", "Typing Indicators resource", "Twilio API errors", "Error and
Warning Dictionary".
"""

import re
from urllib.parse import urlsplit

from aiohttp import web

from tests.providers.server import utf16

# code: HTTP status, message; those of 63000 and over come in status callbacks
ERRORS: dict[int, tuple[int, str]] = {
    20001: (400, "Unknown parameters."),
    20003: (401, "Authenticate"),
    20404: (404, "The requested resource was not found"),
    20429: (429, "Too Many Requests"),
    20500: (500, "Internal Server Error"),
    21211: (400, "Invalid 'To' Phone Number"),
    21212: (400, "Invalid From Number"),
    21602: (400, "Message body is required."),
    21609: (400, "Invalid 'StatusCallback' URL"),
    21610: (400, "Attempt to send to unsubscribed recipient"),
    21617: (400, "The concatenated message body exceeds the 1600 character limit"),
    21620: (400, "Invalid media URL(s)"),
    21623: (400, "Number of media files exceeds allowed limit"),
    63016: (400, "Failed to send freeform message because you are outside the allowed window."),
    63018: (429, "Rate limit exceeded for Channel"),
    63024: (400, "Invalid message recipient"),
}
_PERSON = re.compile(r"whatsapp:(\+[1-9]\d{4,14}|[A-Z]{2}\.[A-Za-z0-9]{1,128})")
_KNOWN = {"To", "From", "Body", "MediaUrl", "StatusCallback"}
Fields = list[tuple[str, str]]


def error(code: int, after: int | None = None) -> web.Response:
    """The error body of the REST API; `after` adds a Retry-After in seconds."""
    status, message = ERRORS[code]
    more = f"https://www.twilio.com/docs/errors/{code}"
    body = {"code": code, "message": message, "more_info": more, "status": status}
    headers = {"Retry-After": str(after)} if after is not None else None
    return web.json_response(body, status=status, headers=headers)


def broken_rule(fields: Fields) -> tuple[int, str] | None:
    """Code and details of what a message breaks, or None."""
    form, media = dict(fields), [value for name, value in fields if name == "MediaUrl"]
    body, callback = form.get("Body", ""), form.get("StatusCallback")
    repeated = len(fields) - len(form) > max(len(media) - 1, 0)
    rules = (
        (20001, set(form) - _KNOWN or repeated, f"parameters {[name for name, _ in fields]}"),
        (21211, not _PERSON.fullmatch(form.get("To", "")), "To"),
        (21212, not _PERSON.fullmatch(form.get("From", "")), "From"),
        (21602, not body.strip() and not media, "neither Body nor MediaUrl"),
        (21617, utf16(body) > 1600, f"Body has {utf16(body)} characters"),
        (21623, len(media) > 1, "WhatsApp takes one file"),
        (21620, not all(_is_url(each) for each in media), "MediaUrl"),
        (21609, callback is not None and not _is_url(callback), "StatusCallback"),
    )
    return next(((code, details) for code, broken, details in rules if broken), None)


def _is_url(given: str) -> bool:
    """Whether Twilio can reach it; the loopback address stands for the internet here."""
    parts = urlsplit(given)
    return bool(parts.hostname) and (parts.scheme == "https" or parts.hostname == "127.0.0.1")
