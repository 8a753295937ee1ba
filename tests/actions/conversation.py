"""A conversation with the actions alone: real trackers and dispatchers, no Rasa server."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.knowledge.base import open_base
from bot.nlu.counts_text import find_counts
from bot.nlu.entities import message_entities
from bot.nlu.language import detect_language
from bot.nlu.matcher import open_matcher
from bot.nlu.money_text import find_amounts
from bot.nlu.understood import understand

Said = dict[str, Any]


def read(text: str, intent: str, **more: Any) -> dict[str, Any]:
    """A message as the pipeline parses it, with the intent given instead of classified."""
    mentions, amounts, counts = open_matcher().find(text), find_amounts(text), find_counts(text)
    said = understand(open_base(), text, mentions, amounts, counts)
    entities = message_entities(
        detect_language(text), len(text), said.mentions, amounts, counts, said.lines, said.asides
    )
    return {"text": text, "intent": {"name": intent}, "entities": entities, **more}


@dataclass
class Conversation:
    """Slots and messages so far; `say` runs one action on the next message."""

    slots: dict[str, Any] = field(default_factory=dict)
    events: list[dict[str, Any]] = field(default_factory=list)
    loop: str | None = None

    def say(self, action: Action, text: str, intent: str, **more: Any) -> list[Said]:
        """What the action utters: the name of the response with its data."""
        message = read(text, intent, **more)
        self.events.append({"event": "user", "text": text, "parse_data": message})
        dispatcher = CollectingDispatcher()
        found = asyncio.run(action.run(dispatcher, self.tracker(), {})) or []
        self.slots |= {each["name"]: each["value"] for each in found if each["event"] == "slot"}
        json.dumps([dispatcher.messages, found])  # both travel as JSON
        return [_without_empty(message) for message in dispatcher.messages]

    def tracker(self) -> Tracker:
        message = self.events[-1]["parse_data"] if self.events else {}
        loop = {"name": self.loop} if self.loop else {}
        return Tracker("me", self.slots, message, self.events, False, None, loop, None)


def _without_empty(message: dict[str, Any]) -> Said:
    ours = {key: value for key, value in message.items() if key not in _EMPTY}
    assert not message["text"], "the wording belongs to data/responses"
    return ours


_EMPTY = ("text", "buttons", "elements", "custom", "template", "image", "attachment")
