"""What is known about a company and its plan, and the tests on a single fact.

A test gives True, False or None (unknown): unknown when the fact is missing, when the user
is not sure of it, and when its value is of another kind than the test is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal


class Unsure(Enum):
    """The answer 'I do not know': asked, and still unknown."""

    UNSURE = "unsure"


UNSURE: Final = Unsure.UNSURE

Scalar = bool | int | str
FactValue = Scalar | frozenset[str] | Unsure | None
Profile = Mapping[str, FactValue]
Truth = bool | None


@dataclass(frozen=True)
class OneOf:
    """The fact is one of the values, all of one kind (`is` and `in`)."""

    fact: str
    values: tuple[Scalar, ...]

    def on(self, value: FactValue) -> Truth:
        """Whether the value is among them; True is never taken for 1."""
        if type(value) is not type(self.values[0]):
            return None
        return value in self.values

    def matched(self, value: FactValue) -> FactValue:
        """The part of the value that the test is about."""
        return value


@dataclass(frozen=True)
class Compare:
    """The fact is a number that is `at_most` or `at_least` the bound."""

    fact: str
    how: Literal["at_most", "at_least"]
    bound: int

    def on(self, value: FactValue) -> Truth:
        """Whether the number keeps to the bound."""
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        return value <= self.bound if self.how == "at_most" else value >= self.bound

    def matched(self, value: FactValue) -> FactValue:
        """The part of the value that the test is about."""
        return value


@dataclass(frozen=True)
class HasAny:
    """The fact is a set that holds at least one of the values (`has` and `has_any`)."""

    fact: str
    values: frozenset[str]

    def on(self, value: FactValue) -> Truth:
        """Whether the set holds one of them."""
        if not isinstance(value, frozenset):
            return None
        return not value.isdisjoint(self.values)

    def matched(self, value: FactValue) -> FactValue:
        """The part of the value that the test is about: the members it holds, if any."""
        if isinstance(value, frozenset) and value & self.values:
            return value & self.values
        return value


FactTest = OneOf | Compare | HasAny
