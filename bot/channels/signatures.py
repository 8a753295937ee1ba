"""Whether a request comes from the provider. All of it is pure, and compares in constant time.

A secret that is not configured matches nothing. A header that is missing, empty, joined from
several or outside ASCII is a wrong one, never an error.
"""

import hashlib
import hmac
from urllib.parse import parse_qsl, urlparse

from multidict import MultiDict
from twilio.request_validator import RequestValidator, add_port, remove_port


def is_from_meta(app_secret: str, body: bytes, given: str | None) -> bool:
    """Check `X-Hub-Signature-256`: `sha256=` and the HMAC-SHA256 of the raw body, in hex.

    Source: Meta, Graph API, "Webhooks: Validate Payloads".
    """
    computed = hmac.new(app_secret.encode(), body, hashlib.sha256).hexdigest()
    return bool(app_secret) and _same(f"sha256={computed}", given)


def is_from_twilio(auth_token: str, public_url: str, body: bytes, given: str | None) -> bool:
    """Check `X-Twilio-Signature` of a form that was posted to `public_url`.

    The URL is the one that is entered at Twilio, with its query: behind a proxy a request does
    not show it. Twilio's own library computes the signature, with and without the port, since
    Twilio does either. Blank fields are signed too, so the raw body is read here.
    Source: Twilio, "Webhooks Security".
    """
    validator, url = RequestValidator(auth_token), urlparse(public_url)
    fields: MultiDict[str] = MultiDict(form_fields(body))
    urls = (public_url, remove_port(url), add_port(url))
    found = [_same(validator.compute_signature(each, fields), given) for each in urls]
    return bool(auth_token) and any(found)


def is_from_telegram(secret_token: str, given: str | None) -> bool:
    """Check `X-Telegram-Bot-Api-Secret-Token`, the token that was given to `setWebhook`.

    Source: Telegram, Bot API, "setWebhook".
    """
    return bool(secret_token) and _same(secret_token, given)


def form_fields(body: bytes) -> list[tuple[str, str]]:
    """The fields of a posted form in order, blank and repeated ones too."""
    text = body.decode("utf-8", "replace")
    return parse_qsl(text, keep_blank_values=True, errors="replace")


def _same(expected: str, given: str | None) -> bool:
    return hmac.compare_digest(_as_bytes(expected), _as_bytes(given or ""))


def _as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
