"""Counts how often the intent of a message is the one that was wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.evaluation.sets import Item, Reading, message_of
from bot.evaluation.shares import Share
from bot.nlu.folding import fold
from bot.nlu.heard import FALLBACK, OUTSIDE, SEVERAL

SHORTEST_OWN = 4
"""A text of at most so many characters can stand in training and in a set by chance."""

ASIDES = frozenset({"greet", "thank"})
DECLINES = OUTSIDE | {FALLBACK}


@dataclass(frozen=True)
class Judged:
    """One message: what was wanted and what was decided.

    `strict` if the one decided intent is the wanted one, `answered` if the wanted one is
    among those that are answered, `trained` if its text is trained on too.
    """

    wanted: str
    decided: str
    strict: bool
    answered: bool
    register: str = ""
    kind: str = ""
    trained: bool = False
    length: int = 0
    scope: float = 0.0

    @property
    def declined(self) -> bool:
        return self.decided in DECLINES

    @property
    def second(self) -> bool:
        """Whether it got more than one answer."""
        return self.decided == SEVERAL

    @property
    def chance(self) -> bool:
        """Whether it is a very short text that stands in training as well."""
        return self.trained and self.length <= SHORTEST_OWN


def answered_intents(reading: Reading) -> frozenset[str]:
    """The intents that a reading answers: all questions when there are several."""
    intent = reading["intent"]["name"]
    questions = reading.get("questions") or [] if intent == SEVERAL else []
    return frozenset({intent, *(question["intent"] for question in questions)})


def judge(item: Item, reading: Reading, trained: frozenset[str] = frozenset()) -> Judged:
    """What a reading makes of an item; an intent under `also` is wanted just as well."""
    wanted = item["intent"] if "intent" in item else item["last_intent"]
    right = {wanted, *item.get("also", ())}
    text = fold(message_of(item)).text
    return Judged(
        wanted=wanted,
        decided=reading["intent"]["name"],
        strict=reading["intent"]["name"] in right,
        answered=bool(answered_intents(reading) & right),
        register=item["register"],
        kind=item.get("kind", ""),
        trained=text in trained,
        length=len(text),
        scope=reading.get("scope") or 0.0,
    )


def macro_f1(judged: Sequence[Judged]) -> float:
    """The mean F1 of the wanted intents; a strictly right message counts as its wanted intent."""
    wanted = Counter(each.wanted for each in judged)
    right = Counter(each.wanted for each in judged if each.strict)
    falsely = Counter(each.decided for each in judged if not each.strict)
    scores = [
        2 * right[intent] / (right[intent] + falsely[intent] + wanted[intent]) for intent in wanted
    ]
    return sum(scores) / len(scores) if scores else 0.0


@dataclass(frozen=True)
class Recall:
    """How the messages of one intent fared, and what those missed were taken for."""

    intent: str
    strict: Share
    answered: Share
    instead: tuple[tuple[str, int], ...] = ()


def recalls(judged: Iterable[Judged]) -> list[Recall]:
    """Each wanted intent; those answered least come first."""
    by_intent: dict[str, list[Judged]] = {}
    for each in judged:
        by_intent.setdefault(each.wanted, []).append(each)
    rows = [_recall(intent, found) for intent, found in by_intent.items()]
    return sorted(rows, key=lambda row: (row.answered.value, row.strict.value, row.intent))


def _recall(intent: str, judged: Sequence[Judged]) -> Recall:
    missed = Counter(each.decided for each in judged if not each.answered)
    return Recall(
        intent,
        Share.of(each.strict for each in judged),
        Share.of(each.answered for each in judged),
        tuple(_by_count(missed)),
    )


def confusions(judged: Iterable[Judged]) -> list[tuple[tuple[str, str], int]]:
    """Pairs of wanted and decided intent with how often, the most frequent first.

    Of messages that nobody answers only those that were answered count.
    """
    pairs = (
        (each.wanted, each.decided)
        for each in judged
        if (not each.declined if each.wanted in OUTSIDE else not each.answered)
    )
    return _by_count(Counter(pairs))


def _by_count(counted: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def questions_found(item: Item, reading: Reading) -> Share:
    """How many of the questions of a message are answered.

    A greeting or thanks beside a question needs no answer of its own.
    """
    wanted = set(item["intents"]) - ASIDES
    return Share(len(wanted & answered_intents(reading)), len(wanted))
