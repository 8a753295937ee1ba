"""Session tokens: random conversation ids, signed, that expire."""

from __future__ import annotations

import secrets

from itsdangerous import BadData, URLSafeTimedSerializer

_BYTES = 18


class Sessions:
    """Issues tokens for one channel and reads them back."""

    def __init__(self, secret: str, channel: str, seconds: int) -> None:
        """Take the signing secret, the channel's name, and how long a token holds."""
        self._signer = URLSafeTimedSerializer(secret, salt=f"session:{channel}")
        self._channel, self.seconds = channel, seconds

    def new_conversation(self) -> str:
        """Return an id that nobody can guess."""
        return f"{self._channel}-{secrets.token_urlsafe(_BYTES)}"

    def token(self, conversation: str) -> str:
        """Return a token for the conversation, from now on for `seconds`."""
        return str(self._signer.dumps(conversation))

    def conversation(self, token: str) -> str | None:
        """Return whose token it is; None for one that is forged, broken or expired."""
        try:
            return str(self._signer.loads(token, max_age=self.seconds))
        except BadData:
            return None
