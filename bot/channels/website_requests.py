"""What a web page may send, and what it is told when it sends something else."""

from __future__ import annotations

import json
from typing import TypeVar

from pydantic import BaseModel, ConstrainedStr, Extra, NonNegativeInt, StrictStr, ValidationError

from bot.conversations.model import Language, Opinion

Model = TypeVar("Model", bound=BaseModel)


class RefusedError(Exception):
    """A request is refused: HTTP status, code and one line (docs/website-api.md)."""

    def __init__(self, status: int, code: str, message: str, seconds: int | None = None) -> None:
        """Take what the client is told; `seconds` is when to come again."""
        super().__init__(message)
        self.status, self.code, self.message, self.seconds = status, code, message, seconds


class _Body(BaseModel):
    class Config:
        extra = Extra.ignore


class _Number(NonNegativeInt):
    strict = True


class _Id(ConstrainedStr):
    strict = True
    regex = r"^[A-Za-z0-9_-]{8,64}\Z"


class Opening(_Body):
    """`POST /sessions`."""

    language: Language | None = None


class Pressed(_Body):
    """A button, by the message that offered it and its place there."""

    message: _Number
    index: _Number


class Said(_Body):
    """`POST /messages`: a text or a button."""

    id: _Id
    text: StrictStr | None = None
    button: Pressed | None = None
    language: Language | None = None


class Rated(_Body):
    """`POST /feedback`."""

    message: _Number
    value: Opinion | None


def read(model: type[Model], body: bytes) -> Model:
    """The body of a request.

    Raises:
        RefusedError: it is no JSON object of that form.
    """
    try:
        given = json.loads(body or b"{}")
        if isinstance(given, dict):
            return model(**given)
    except (ValidationError, ValueError, TypeError, RecursionError):
        pass
    raise RefusedError(400, "bad_request", "The body is not as docs/website-api.md says.")


def text_of(said: Said, limit: int) -> str:
    """The text of a message, as it can be stored.

    Raises:
        RefusedError: it is empty or longer than `limit`.
    """
    text = (said.text or "").replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    if not text.strip():
        raise RefusedError(422, "empty", "There is nothing in the message.")
    if len(text) > limit:
        raise RefusedError(413, "too_long", f"A message has at most {limit} characters.")
    return text
