"""The terms of a matching grant: its ratio and its ceiling."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bot.scheme.money import ZERO, Money

Binding = Literal["ratio", "ceiling", "nothing_eligible"]


@dataclass(frozen=True)
class FundingTerms:
    """Government to company parts of the eligible total, and the ceiling of the grant.

    Raises ValueError for parts below one and for a ceiling that is not positive whole dollars.
    """

    government_parts: int
    company_parts: int
    ceiling: Money

    def __post_init__(self) -> None:
        if min(self.government_parts, self.company_parts) < 1:
            raise ValueError("a matching grant needs at least one part from each side")
        if self.ceiling <= ZERO or not self.ceiling.is_whole:
            raise ValueError("the ceiling must be positive whole dollars")

    @property
    def share(self) -> Fraction:
        """The government's part of the eligible total."""
        return Fraction(self.government_parts, self.government_parts + self.company_parts)

    @property
    def threshold(self) -> Money:
        """The least eligible total on which the grant reaches its ceiling."""
        return self.ceiling.needed_for(self.share)

    def grant_on(self, eligible: Money) -> Money:
        """The grant on an eligible total: its share, at most the ceiling."""
        return min(eligible.share(self.share), self.ceiling)

    def binding_on(self, eligible: Money) -> Binding:
        """What determines the grant on an eligible total."""
        if eligible <= ZERO:
            return "nothing_eligible"
        return "ceiling" if eligible.share(self.share) >= self.ceiling else "ratio"
