"""Jinja as the wording uses it: plain text, and a name that is not there is an error."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

_ENVIRONMENT = Environment(
    undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
)


def fill(template: str, context: Mapping[str, Any]) -> str:
    """The template with what it names from `context`, without space around it."""
    return _compiled(template).render(context).strip()


@lru_cache(maxsize=1024)
def _compiled(template: str) -> Template:
    return _ENVIRONMENT.from_string(template)
