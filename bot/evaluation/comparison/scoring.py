"""How well a classifier's answers fit what was wanted; pure reckoning, no classifier in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.evaluation.comparison.data import Item
from bot.nlu.intent_classifier import OUTSIDE


@dataclass(frozen=True)
class Reading:
    """What a classifier says of one text.

    `inside` is the greatest score of an intent that the advisor answers, `scope` the same
    less the greatest score of one that it does not.
    """

    intent: str
    inside: float
    scope: float


def reading_of(scores: Mapping[str, float]) -> Reading:
    """The reading of a text from the score of each intent; one that is not there has none."""
    inside = max((score for name, score in scores.items() if name not in OUTSIDE), default=0.0)
    outside = max((scores.get(name, 0.0) for name in OUTSIDE), default=0.0)
    return Reading(max(scores, key=lambda name: scores[name]), inside, inside - outside)


def accuracy(items: Sequence[Item], answers: Sequence[str]) -> float:
    """The share of the items with an answer that is right."""
    right = sum(answer in item.right for item, answer in zip(items, answers, strict=True))
    return right / len(items) if items else 0.0


def macro_f1(items: Sequence[Item], answers: Sequence[str]) -> float:
    """The mean F1 of the wanted intents; a right answer counts as the wanted one."""
    wanted = Counter(item.wanted for item in items)
    right: Counter[str] = Counter()
    falsely: Counter[str] = Counter()
    for item, answer in zip(items, answers, strict=True):
        if answer in item.right:
            right[item.wanted] += 1
        else:
            falsely[answer] += 1
    scores = [
        2 * right[intent] / (right[intent] + falsely[intent] + wanted[intent]) for intent in wanted
    ]
    return sum(scores) / len(scores) if scores else 0.0


def outside_recall(inside: Sequence[float], outside: Sequence[float], kept: float) -> float:
    """The share of `outside` below the highest limit that leaves at least `kept` of `inside`."""
    if not inside or not outside:
        return 0.0
    may_go = int(len(inside) * (1 - kept) + 1e-9)
    limit = sorted(inside)[may_go]
    return sum(score < limit for score in outside) / len(outside)


def margin(item: Item, scores: Mapping[str, float]) -> float:
    """The score of the wanted intent less the best one of another that is not right either."""
    wanted = max(scores[name] for name in item.right if name in scores)
    return wanted - max(score for name, score in scores.items() if name not in item.right)
