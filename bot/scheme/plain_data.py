"""Budget lines as plain JSON data, read back strictly: amounts are strings, kinds exact."""

from __future__ import annotations

from typing import TypeVar

from bot.scheme.expenses import BudgetLine
from bot.scheme.money import Money

T = TypeVar("T")


def line_to_dict(line: BudgetLine) -> dict[str, object]:
    """The line with its amount as a string."""
    return {
        "expense": line.expense,
        "amount": str(line.amount),
        "count": line.count,
        "label": line.label,
    }


def line_from_dict(data: object) -> BudgetLine:
    """The line of `line_to_dict`; raises KeyError, TypeError or ValueError for other data."""
    fields: dict[str, object] = typed(data, dict)
    count = fields["count"]
    return BudgetLine(
        expense=typed(fields["expense"], str),
        amount=Money.of(typed(fields["amount"], str)),
        count=None if count is None else typed(count, int),
        label=typed(fields["label"], str),
    )


def typed(value: object, kind: type[T]) -> T:
    """The value, if it is of exactly this kind (True is no int); else TypeError."""
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected, not {value!r}")
    return value
