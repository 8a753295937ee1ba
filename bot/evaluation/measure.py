"""Everything that is counted on one folder of sets, before anything is written of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.evaluation.corpus import Speech, judge_speech
from bot.evaluation.intents import Judged, judge, questions_found
from bot.evaluation.sets import Item, Reading, Readings, Sets, message_of
from bot.evaluation.shares import Share
from bot.evaluation.things import (
    NOTHING,
    LinesFound,
    ThingScores,
    amount_kind,
    amounts_right,
    text_right,
)
from bot.knowledge.base import open_base

OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True)
class Expenses:
    """Of one message: exactly the right expenses, and those with others beside them."""

    register: str
    exact: bool
    covered: bool


@dataclass(frozen=True)
class Amounts:
    """Of all texts: those right as a whole, and what is right by kind of amount."""

    texts: Share
    kinds: dict[str, Share]


@dataclass(frozen=True)
class Measured:
    """What was counted; `several` has register and questions found of each message.

    The scopes of `speech` are those of the corpus of speech, None where there is none.
    """

    sizes: dict[str, int]
    inside: tuple[Judged, ...]
    outside: tuple[Judged, ...]
    follow_ups: tuple[Judged, ...]
    several: tuple[tuple[str, Share], ...]
    expenses: tuple[Expenses, ...]
    amounts: Amounts
    lines: tuple[LinesFound, ...]
    speech: Speech | None
    speech_scopes: tuple[float, ...]


def measure(sets: Sets, readings: Readings, trained: frozenset[str] = frozenset()) -> Measured:
    """Count everything; `trained` are the folded texts of the training data."""
    scores = ThingScores(open_base())
    speech = [readings[message_of(item)] for item in sets.get("hkcancor", ())]
    return Measured(
        sizes={name: len(items) for name, items in sets.items()},
        inside=_judged(sets["in_scope"], readings, trained),
        outside=_judged(sets[OUT_OF_SCOPE], readings, trained),
        follow_ups=_judged(sets["follow_ups"], readings, trained),
        several=tuple(
            (item["register"], questions_found(item, reading))
            for item, reading in _read(sets["multi"], readings)
        ),
        expenses=tuple(
            Expenses(item["register"], *scores.expenses_found(item, reading))
            for item, reading in _read(sets["expenses"], readings)
        ),
        amounts=_amounts(list(_read(sets["amounts"], readings))),
        lines=tuple(
            scores.lines_found(item, reading) for item, reading in _read(sets["budgets"], readings)
        ),
        speech=judge_speech(speech) if speech else None,
        speech_scopes=tuple(each.get("scope") or 0.0 for each in speech),
    )


def _read(items: Iterable[Item], readings: Readings) -> Iterable[tuple[Item, Reading]]:
    return ((item, readings[message_of(item)]) for item in items)


def _judged(
    items: Iterable[Item], readings: Readings, trained: frozenset[str]
) -> tuple[Judged, ...]:
    return tuple(judge(item, reading, trained) for item, reading in _read(items, readings))


def _amounts(read: Sequence[tuple[Item, Reading]]) -> Amounts:
    kinds: dict[str, list[bool]] = {"exact": [], NOTHING: []}
    for item, reading in read:
        for wanted, right in zip(item["amounts"], amounts_right(item, reading), strict=True):
            kinds.setdefault(amount_kind(wanted), []).append(right)
        if not item["amounts"]:
            kinds[NOTHING].append(text_right(item, reading))
    return Amounts(
        texts=Share.of(text_right(item, reading) for item, reading in read),
        kinds={kind: Share.of(found) for kind, found in kinds.items()},
    )
