"""Amounts of money in Hong Kong dollars.

The one rounding rule of the core: an amount that is computed as a part of another is in
whole dollars and never rounded in the applicant's favour. A share is rounded down, so
that a grant never exceeds its share; what must be invested for a share is rounded up.
Amounts that people state keep their cents.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, Context, Decimal
from fractions import Fraction

_EXACT = Context(prec=1100)
_CENT = Decimal("0.01")
_LARGEST = Decimal("1E+1000")  # any number that fits a chat message is an amount
_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class MoneyError(ValueError):
    """The value is no amount of money: a float, not finite, not plain digits, too large."""


@dataclass(frozen=True, order=True)
class Money:
    """A finite amount in HKD, possibly negative; build it with `Money.of`."""

    amount: Decimal

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Decimal) or not self.amount.is_finite():
            raise MoneyError(f"not an amount of money: {self.amount!r}")

    @classmethod
    def of(cls, value: Decimal | int | str) -> Money:
        """Read an amount; a string is plain digits (`-12.50`), digits beyond cents drop.

        Raises MoneyError for anything else, and beyond 10**1000 dollars either way.
        """
        number = _decimal(value)
        if not number.is_finite() or number.copy_abs() > _LARGEST:
            raise MoneyError(f"not an amount of money: {value!r}")
        return cls(number.quantize(_CENT, rounding=ROUND_DOWN, context=_EXACT))

    @classmethod
    def total(cls, amounts: Iterable[Money]) -> Money:
        """The exact sum; of nothing it is zero."""
        return sum(amounts, start=ZERO)

    def __add__(self, other: Money) -> Money:
        return Money(_EXACT.add(self.amount, other.amount))

    def __sub__(self, other: Money) -> Money:
        return Money(_EXACT.subtract(self.amount, other.amount))

    def times(self, count: int) -> Money:
        """The amount taken `count` times, exactly."""
        return Money(_EXACT.multiply(self.amount, Decimal(count)))

    def share(self, part: Fraction) -> Money:
        """`part` of the amount in whole dollars, rounded down."""
        return Money(Decimal(math.floor(Fraction(self.amount) * part)))

    def needed_for(self, part: Fraction) -> Money:
        """The least whole-dollar amount whose share `part` reaches this amount."""
        whole = math.ceil(Fraction(self.amount))
        return Money(Decimal(math.ceil(whole / part)))

    @property
    def is_whole(self) -> bool:
        """Whether the amount has no cents."""
        return self.amount == self.amount.to_integral_value()

    def __str__(self) -> str:
        """Plain digits that `Money.of` reads back; cents only where there are any."""
        return str(int(self.amount)) if self.is_whole else f"{self.amount:.2f}"


def _decimal(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return Decimal(value)
    raise MoneyError(f"not an amount of money: {value!r}")


ZERO = Money(Decimal(0))
