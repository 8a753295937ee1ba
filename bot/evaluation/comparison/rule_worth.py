"""What a rule is worth: the same texts judged with it and without it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.evaluation.comparison.data import Item
from bot.evaluation.comparison.rule_words import Rule
from bot.evaluation.comparison.scoring import margin

HARM_TEXTS = 10
CLEAR = 2


@dataclass(frozen=True)
class Judged:
    """For each text whether the first choice was right, and its margin."""

    right: NDArray[np.bool_]
    margins: NDArray[np.float64]

    @classmethod
    def of(cls, items: Sequence[Item], scores: Sequence[Mapping[str, float]]) -> Judged:
        """Judge the scores of the items."""
        pairs = list(zip(items, scores, strict=True))
        right = [max(found, key=lambda name: found[name]) in item.right for item, found in pairs]
        return cls(np.array(right), np.array([margin(item, found) for item, found in pairs]))

    @property
    def accuracy(self) -> float:
        return float(self.right.mean())

    @property
    def margin(self) -> float:
        return float(self.margins.mean())


@dataclass(frozen=True)
class Worth:
    """What a rule gains: with it less without it.

    `gained` and `lost` are how many more and how many fewer texts are right with it; `doubt` is
    the standard error of `margin`.
    """

    rule: Rule
    examples: int
    texts: int
    gained: int
    lost: int
    accuracy: float
    margin: float
    doubt: float
    touched_margin: float

    @property
    def harms(self) -> bool:
        """Whether it touches enough texts, and both accuracy and margin are worse with it."""
        return self.texts >= HARM_TEXTS and self.accuracy < 0 and self.margin < 0

    @property
    def clearly(self) -> bool:
        """Whether the margin changes by more than two standard errors."""
        return abs(self.margin) > CLEAR * self.doubt


def worth(
    rule: Rule, with_it: Judged, without_it: Judged, texts: Collection[int], examples: int
) -> Worth:
    """Compare; `texts` are the places of the touched ones, `examples` how many were touched."""
    gains = with_it.margins - without_it.margins
    gained = int((with_it.right & ~without_it.right).sum())
    lost = int((without_it.right & ~with_it.right).sum())
    return Worth(
        rule=rule,
        examples=examples,
        texts=len(texts),
        gained=gained,
        lost=lost,
        accuracy=(gained - lost) / len(gains),
        margin=float(gains.mean()),
        doubt=float(gains.std(ddof=1) / np.sqrt(len(gains))),
        touched_margin=float(gains[list(texts)].mean()) if texts else 0.0,
    )
