"""Invented readings and items, as the model and the sets would have them."""

from __future__ import annotations

from itertools import count
from typing import Any

_PLACES = count()


def reading(
    intent: str, *questions: str, entities: list[Any] | None = None, scope: float = 0.0
) -> dict[str, Any]:
    found = {"intent": {"name": intent}, "entities": entities or [], "scope": scope}
    return found | ({"questions": [{"intent": each} for each in questions]} if questions else {})


def item(intent: str, text: str = "?", **more: Any) -> dict[str, Any]:
    return {"text": text, "intent": intent, "register": "mixed", **more}


def expense(id_: str, group: str = "1") -> dict[str, Any]:
    return {"entity": "expense", "value": id_, "text": "", "group": group}


def amount(kind: str, value: str | None = None, **more: Any) -> dict[str, Any]:
    return {"entity": "amount", "kind": kind, "value": value, "start": next(_PLACES), **more}
