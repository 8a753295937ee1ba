"""The questions that the advisor was not sure of, each once: one call, one typed result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import ValidationError

from bot.ask_log.database import user_events
from bot.ask_log.reading import Doubtful, Message, Reading, Why, why_doubtful
from bot.ask_log.text import masked, one_line
from bot.knowledge.base import HONG_KONG
from bot.nlu.folding import fold
from bot.nlu.heard import FALLBACK, SEVERAL

_OTHERS = 2
_NO_GUESS = "out_of_scope"


@dataclass(frozen=True)
class Guess:
    """An intent and how likely it was."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class Question:
    """A question as it was typed last, and how it was read then.

    `text` is one line and masked. `others` are the next likely intents, the likeliest
    first; `best` is the intent that the question should be tried under.
    """

    text: str
    times: int
    last: datetime
    why: Why
    taken_for: Guess
    others: tuple[Guess, ...]
    best: str
    scope: float | None


@dataclass(frozen=True)
class AskLog:
    """The questions, those asked most often first.

    `total` counts the questions before the limit, `messages` all that users typed, and
    `unreadable` the entries of the database that are no message.
    """

    questions: tuple[Question, ...]
    total: int
    messages: int
    unreadable: int


def ask_log(
    database: str,
    doubtful: Doubtful | None = None,
    since: datetime | None = None,
    limit: int | None = None,
) -> AskLog:
    """Read the questions that the advisor was not sure of; nothing in `database` changes.

    Raises:
        AskLogError: the database is absent, locked or broken.
    """
    return collect(user_events(database, since), doubtful or Doubtful(), limit)


def collect(events: Iterable[str | None], doubtful: Doubtful, limit: int | None = None) -> AskLog:
    """The doubtful ones among the stored events of users, the same text counted once."""
    found: dict[str, Question] = {}
    messages = unreadable = 0
    for event in events:
        try:
            message = Message.parse_raw(event or "")
        except ValidationError:
            unreadable += 1
            continue
        text = masked(one_line(message.text or ""))
        if not text or text.startswith("/"):
            continue
        messages += 1
        why = why_doubtful(message, doubtful)
        if why:
            key = fold(text).text
            found[key] = _counted(found.get(key), _question(text, message, why))
    often = sorted(found.values(), key=lambda each: (-each.times, -each.last.timestamp()))
    return AskLog(tuple(often[:limit]), len(often), messages, unreadable)


def _counted(before: Question | None, now: Question) -> Question:
    if before is None:
        return now
    latest = max(before, now, key=lambda each: each.last)
    return replace(latest, times=before.times + 1)


def _question(text: str, message: Message, why: Why) -> Question:
    reading = message.parse_data
    taken_for = Guess(reading.intent.name or FALLBACK, reading.intent.confidence)
    others = _others(reading, taken_for.intent)
    likeliest = others[0].intent if others else _NO_GUESS
    return Question(
        text=text,
        times=1,
        last=message.timestamp.astimezone(HONG_KONG),
        why=why,
        taken_for=taken_for,
        others=others,
        best=likeliest if taken_for.intent in (FALLBACK, SEVERAL) else taken_for.intent,
        scope=reading.scope,
    )


def _others(reading: Reading, taken_for: str) -> tuple[Guess, ...]:
    ranking = sorted(reading.intent_ranking, key=lambda each: -each.confidence)
    likely = (Guess(each.name, each.confidence) for each in ranking if each.name)
    return tuple(each for each in likely if each.intent not in (taken_for, FALLBACK))[:_OTHERS]
