"""The samples, as the bytes that are posted."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

_HERE = Path(__file__).parent


@lru_cache(maxsize=3)
def samples(provider: str) -> dict[str, Any]:
    """The bodies of a provider by the name of their case."""
    return json.loads((_HERE / f"{provider}.json").read_text("utf-8"))


def as_json(body: Any) -> bytes:
    return json.dumps(body).encode()


def as_form(fields: dict[str, str] | list[tuple[str, str]]) -> bytes:
    return urlencode(fields).encode()
