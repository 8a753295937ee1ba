"""One message, or one of several questions in it, as the actions see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

Entity = dict[str, Any]


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
        return cls(message.get("text") or "", intent, tuple(message.get("entities") or ()))

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
