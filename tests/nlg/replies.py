"""What the response generator makes of a response, with a real tracker and no server."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlg.knowledge import KnowledgeNlg

DOMAIN = Domain.load("domain.yml")


def reply(
    response: str,
    language: str | None = None,
    intent: str = "greet",
    entities: list[dict[str, Any]] | None = None,
    slots: dict[str, Any] | None = None,
    before: str | None = None,
    **data: Any,
) -> dict[str, Any]:
    """The message of a response after a message of `intent`, in the language of the slot.

    `before` is the language that the slot had earlier.
    """
    tracker = DialogueStateTracker("me", DOMAIN.slots)
    tracker.update(UserUttered("?", {"name": intent}, entities or []))
    for name, value in [("language", before), ("language", language), *(slots or {}).items()]:
        if value is not None:
            tracker.update(SlotSet(name, value))
    message = asyncio.run(KnowledgeNlg().generate(response, tracker, "rest", **data))
    assert message is not None, f"there is no response {response}"
    return message


def text(*arguments: Any, **data: Any) -> str:
    return str(reply(*arguments, **data)["text"])
