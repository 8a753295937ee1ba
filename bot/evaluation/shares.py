"""Hits of a number of cases: what every figure of the report is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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
