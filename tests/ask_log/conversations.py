"""Conversations in a real database, written by the tracker store that the advisor uses."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlu.heard import Limits
from bot.rasa_compat.tracker_store import StrictSQLTrackerStore

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=timezone.utc)
SURE, CLEAR = 0.9, 0.5


def said(
    text: str | None,
    intent: str = "nlu_fallback",
    confidence: float = 0.0,
    at: datetime = NOON,
    scope: float = CLEAR,
    ranking: Sequence[tuple[str, float]] = (("ask_ceiling", 0.24), ("ask_matching", 0.11)),
    questions: Sequence[str] = (),
) -> UserUttered:
    """A message as Rasa keeps it, with what the pipeline of the advisor adds to it."""
    parse: dict[str, Any] = {
        "intent": {"name": intent, "confidence": confidence},
        "entities": [],
        "text": text,
        "intent_ranking": [{"name": name, "confidence": value} for name, value in ranking],
        "scope": scope,
    }
    if questions:
        parse["questions"] = [
            {"intent": "ask_ceiling", "text": each, "entities": []} for each in questions
        ]
    return UserUttered(
        text, parse["intent"], [], parse, timestamp=at.timestamp(), input_channel="rest"
    )


def sure(text: str) -> UserUttered:
    """A message that the advisor understood."""
    return said(text, "ask_ceiling", SURE, ranking=[("ask_ceiling", SURE)])


def just(limit: str, more: float) -> float:
    """A little above or below one of the limits of the decision."""
    return float(getattr(Limits(), limit)) + more


async def talk(database: Path, *messages: UserUttered, sender: str = "a person") -> None:
    """Have the messages said and answered in one conversation."""
    store = StrictSQLTrackerStore(Domain.empty(), db=str(database))
    tracker = DialogueStateTracker.from_events(sender, [])
    tracker.update(SessionStarted(timestamp=NOON.timestamp() - 1))
    for message in messages:
        for event in (message, ActionExecuted("utter_x"), BotUttered("an answer")):
            tracker.update(event)
    await store.save(tracker)
    store.engine.dispose()


def state_of(folder: Path) -> dict[str, str]:
    """Every file of a folder with the digest of what is in it."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
