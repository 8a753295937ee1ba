"""A request to a provider of messages, before it is sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Upload = tuple[str, bytes, str]
"""A file of a multipart body: its name, what is in it, its media type."""


@dataclass(frozen=True)
class ProviderRequest:
    """A POST to `path` below the provider's address, with JSON or with a form.

    A form with `files` is a multipart body, one without is URL-encoded: as httpx does it.
    """

    path: str
    json: dict[str, Any] | None = None
    form: dict[str, str] | None = None
    files: dict[str, Upload] = field(default_factory=dict)


def png(picture: bytes) -> Upload:
    """A picture as a file to upload."""
    return "card.png", picture, "image/png"
