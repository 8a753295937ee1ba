"""The refusal of amounts that no grant can be calculated on: a result, not an exception."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.scheme.expenses import BudgetLine
from bot.scheme.money import ZERO, Money

RefusalCode = Literal["empty", "negative", "zero", "absurd_large", "bad_count"]


@dataclass(frozen=True)
class Refusal:
    """Why nothing was calculated; `expense` and `count` name the line at fault, if one is."""

    code: RefusalCode
    amount: Money
    expense: str | None = None
    count: int | None = None


def refuse_amount(amount: Money, limit: Money | None) -> Refusal | None:
    """The refusal of one stated amount; above `limit` (where given) it is absurdly large."""
    if amount < ZERO:
        return Refusal("negative", amount)
    if amount == ZERO:
        return Refusal("zero", amount)
    if limit is not None and amount > limit:
        return Refusal("absurd_large", amount)
    return None


def refuse_lines(lines: Sequence[BudgetLine], limit: Money | None) -> Refusal | None:
    """The first refusal among budget lines, or that of their total."""
    if not lines:
        return Refusal("empty", ZERO)
    for line in lines:
        if refusal := _refuse_line(line, limit):
            return refusal
    return refuse_amount(Money.total(line.amount for line in lines), limit)


def _refuse_line(line: BudgetLine, limit: Money | None) -> Refusal | None:
    refusal = refuse_amount(line.amount, limit)
    if refusal and refusal.code != "zero":
        return Refusal(refusal.code, line.amount, line.expense, line.count)
    if line.count is not None and line.count < 1:
        return Refusal("bad_count", line.amount, line.expense, line.count)
    return None
