"""Conversation ids of messengers: keyed hashes, so that an id tells nobody's number."""

import base64
import hashlib
import hmac

_BYTES = 18


def conversation_id(secret: str, channel: str, address: str) -> str:
    """The id of the conversation with `address`, the same each time."""
    digest = hmac.new(secret.encode(), f"{channel}:{address}".encode(), hashlib.sha256).digest()
    return f"{channel}-{base64.urlsafe_b64encode(digest[:_BYTES]).decode()}"
