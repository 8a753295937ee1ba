"""Counts how often the intent of a message is the one that was wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.nlu.folding import fold
from bot.nlu.report_sets import Item, message_of
from bot.nlu.turn import FALLBACK, OUTSIDE, SEVERAL

SHORTEST_OWN = 4
"""A text of at most so many characters can stand in both sets by chance."""

ASIDES = frozenset({"greet", "thank"})
DECLINES = OUTSIDE | {FALLBACK}


@dataclass(frozen=True)
class Judged:
    """One message: what was wanted and decided; `trained` if its text is trained on too."""

    wanted: str
    decided: str
    right: bool
    register: str = ""
    kind: str = ""
    trained: bool = False
    length: int = 0

    @property
    def declined(self) -> bool:
        return self.decided in DECLINES

    @property
    def chance(self) -> bool:
        """Whether it is a very short text that stands in training as well."""
        return self.trained and self.length <= SHORTEST_OWN


@dataclass(frozen=True)
class Share:
    """`hits` of `all`."""

    hits: int
    all: int

    @classmethod
    def of(cls, answers: Iterable[bool]) -> Share:
        found = list(answers)
        return cls(sum(found), len(found))

    @property
    def value(self) -> float:
        return self.hits / self.all if self.all else 0.0


def answered(reading: dict[str, Any]) -> frozenset[str]:
    """The intents that a reading answers: all questions when there are several."""
    intent = reading["intent"]["name"]
    questions = reading.get("questions") or [] if intent == SEVERAL else []
    return frozenset({intent, *(question["intent"] for question in questions)})


def judge(item: Item, reading: dict[str, Any], trained: frozenset[str]) -> Judged:
    """Right when the wanted intent, or one that is equally right, is answered."""
    wanted = item["intent"] if "intent" in item else item["last_intent"]
    text = fold(message_of(item)).text
    return Judged(
        wanted=wanted,
        decided=reading["intent"]["name"],
        right=bool(answered(reading) & {wanted, *item.get("also", ())}),
        register=item["register"],
        kind=item.get("kind", ""),
        trained=text in trained,
        length=len(text),
    )


def accuracy(judged: Iterable[Judged]) -> Share:
    """How many are judged right."""
    return Share.of(each.right for each in judged)


def macro_f1(judged: Sequence[Judged]) -> float:
    """The mean F1 of the wanted intents; a message judged right counts as its wanted intent."""
    wanted = Counter(each.wanted for each in judged)
    right = Counter(each.wanted for each in judged if each.right)
    falsely = Counter(each.decided for each in judged if not each.right)
    scores = [
        2 * right[intent] / (right[intent] + falsely[intent] + wanted[intent]) for intent in wanted
    ]
    return sum(scores) / len(scores) if scores else 0.0


def recalls(judged: Iterable[Judged]) -> list[tuple[str, Share, str]]:
    """Intent, recall and what its messages are most taken for instead; the weakest first."""
    by_intent: dict[str, list[Judged]] = {}
    for each in judged:
        by_intent.setdefault(each.wanted, []).append(each)
    rows = [(intent, accuracy(found), _instead(found)) for intent, found in by_intent.items()]
    return sorted(rows, key=lambda row: (row[1].value, row[0]))


def _instead(judged: Iterable[Judged]) -> str:
    taken = Counter(each.decided for each in judged if not each.right)
    return ", ".join(f"{intent} {count}" for intent, count in _by_count(taken))


def confusions(judged: Iterable[Judged]) -> list[tuple[tuple[str, str], int]]:
    """Pairs of wanted and decided intent with how often, the most frequent first.

    Of messages that nobody answers only those that were answered count.
    """
    wrong = [
        each for each in judged if (not each.declined if each.wanted in OUTSIDE else not each.right)
    ]
    return _by_count(Counter((each.wanted, each.decided) for each in wrong))


def _by_count(counted: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def questions_found(item: Item, reading: dict[str, Any]) -> tuple[int, int]:
    """How many of the questions of a message are answered, and how many it has.

    A greeting or thanks beside a question needs no answer of its own.
    """
    wanted = set(item["intents"]) - ASIDES
    return len(wanted & answered(reading)), len(wanted)
