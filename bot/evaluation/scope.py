"""What the scope score alone tells of messages that nobody answers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

KEPT = (0.95, 0.98)
"""The shares of messages in scope at which the score is reported."""


@dataclass(frozen=True)
class Cut:
    """A threshold: the share of messages in scope at or above it, and of others below it."""

    threshold: float
    kept: float
    found: float


def cut_at(threshold: float, inside: Sequence[float], outside: Sequence[float]) -> Cut:
    """What a threshold does to the scores of messages in scope and out of scope."""
    kept = len(inside) - bisect_left(sorted(inside), threshold)
    found = bisect_left(sorted(outside), threshold)
    return Cut(threshold, _part(kept, inside), _part(found, outside))


def cut_keeping(share: float, inside: Sequence[float], outside: Sequence[float]) -> Cut:
    """The highest threshold that keeps at least `share` of the messages in scope."""
    ordered = sorted(inside)
    may_go = int((1 - share) * len(ordered) + 1e-9)
    return cut_at(ordered[may_go] if ordered else 0.0, inside, outside)


def curve(inside: Sequence[float], outside: Sequence[float]) -> list[Cut]:
    """A cut at every score, from one that keeps everything to one that keeps nothing."""
    thresholds = sorted({*inside, *outside})
    cuts = [cut_at(each, inside, outside) for each in thresholds]
    return [*cuts, Cut(float("inf"), 0.0, 1.0)]


def area(inside: Sequence[float], outside: Sequence[float]) -> float:
    """How often a message in scope scores above one out of scope; a tie is half (the AUC)."""
    ordered = sorted(outside)
    above = sum(bisect_left(ordered, each) + bisect_right(ordered, each) for each in inside)
    pairs = len(inside) * len(outside)
    return above / 2 / pairs if pairs else 0.0


def _part(number: int, scores: Sequence[float]) -> float:
    return number / len(scores) if scores else 0.0
