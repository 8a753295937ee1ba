"""One message, or one of several questions in it, as the actions see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from rasa_sdk import Tracker

from actions import wiring

Entity = dict[str, Any]
_COUNT = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Turn:
    """What was said, what it was taken for, and what was read in it."""

    text: str
    intent: str
    entities: tuple[Entity, ...]

    @classmethod
    def latest(cls, tracker: Tracker) -> Turn:
        message = tracker.latest_message
        intent = (message.get("intent") or {}).get("name") or ""
        entities = tuple(filter(_is_known, message.get("entities") or ()))
        return cls(message.get("text") or "", intent, entities)

    @classmethod
    def parts(cls, tracker: Tracker) -> list[Turn]:
        """The questions of a message that asks several."""
        questions = tracker.latest_message.get("questions") or ()
        return [cls(each["text"], each["intent"], tuple(each["entities"])) for each in questions]

    def of(self, type_: str) -> list[Entity]:
        """The entities of a type, in the order in which they were said."""
        return [entity for entity in self.entities if entity["entity"] == type_]

    def ids(self, type_: str) -> list[str]:
        """The knowledge-base ids of a type, each once."""
        return list(dict.fromkeys(str(entity["value"]) for entity in self.of(type_)))


def _is_known(entity: Entity) -> bool:
    """Whether an entity means something here: a typed payload may hold anything."""
    type_, value = entity.get("entity"), entity.get("value")
    base = wiring.base()
    known: dict[str, Any] = {
        "expense": base.expenses,
        "service": base.services,
        "technology": {each.id for each in base.scheme.technologies},
        "product": {each.id for each in base.library.products},
        "industry": {each.id for each in base.library.industries},
    }
    if type_ == "amount":
        return value is None or _is_number(str(value))
    if type_ == "count":
        return bool(_COUNT.fullmatch(str(value)))
    return type_ not in known or (isinstance(value, str) and value in known[type_])


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
