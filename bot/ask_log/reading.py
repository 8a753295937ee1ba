"""How one message was read, as it stands in the database, and whether that is doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

from bot.nlu.heard import FALLBACK, OUTSIDE, SEVERAL, TOO_LONG, Limits

Why = Literal["asked_back", "outside", "two_readings", "unsure", "unclear"]

_BEYOND = "out_of_scope"


class Intent(BaseModel):
    """An intent and how likely it is."""

    name: str | None = None
    confidence: float = 0.0


class Part(BaseModel):
    """One of several questions that were found in a message."""

    text: str = ""


class Reading(BaseModel):
    """What the pipeline of NLU said of a message."""

    intent: Intent = Intent()
    intent_ranking: list[Intent] = Field(default_factory=list)
    scope: float | None = None
    questions: list[Part] = Field(default_factory=list)


class Message(BaseModel):
    """A message of a user as Rasa's tracker store keeps it."""

    text: str | None = None
    timestamp: datetime
    parse_data: Reading = Reading()


@dataclass(frozen=True)
class Doubtful:
    """From where on a reading is doubtful; the defaults are the limits of the decision itself.

    `outside`: a message beyond the scheme is listed up to this confidence, with
    `all_outside` any.
    """

    confidence: float = Limits.heard
    scope: float = Limits.unclear
    outside: float = Limits.surely_outside
    all_outside: bool = False


def why_doubtful(message: Message, doubtful: Doubtful) -> Why | None:
    """Why the reading of a message is to be looked at; None when it is not.

    Several questions found in the clauses of a message are sure, however unsure the
    message is as a whole; a message that was too long was not read at all.
    """
    reading = message.parse_data
    intent = reading.intent.name or FALLBACK
    if intent == FALLBACK:
        return "asked_back"
    if intent == SEVERAL:
        return "two_readings" if _has_two_readings(message) else None
    if intent == TOO_LONG:
        return None
    if intent in OUTSIDE:
        return _why_outside(reading.intent, doubtful)
    if reading.intent.confidence < doubtful.confidence:
        return "unsure"
    unclear = reading.scope is not None and reading.scope < doubtful.scope
    return "unclear" if unclear else None


def _why_outside(intent: Intent, doubtful: Doubtful) -> Why | None:
    """Another scheme is mostly known by its name, so that only a low confidence counts."""
    if doubtful.all_outside:
        return "outside"
    if intent.name == _BEYOND:
        return "outside" if intent.confidence <= doubtful.outside else None
    return "unsure" if intent.confidence < doubtful.confidence else None


def _has_two_readings(message: Message) -> bool:
    """Whether the questions are of the whole message and not of its clauses."""
    return all(part.text in ("", message.text) for part in message.parse_data.questions)
