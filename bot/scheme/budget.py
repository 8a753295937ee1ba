"""A budget as it grows over a conversation: immutable, and the same over JSON.

A bare total is one UNSPECIFIED line. Amounts are kept as said: whether they make sense (a
line below zero after a subtraction) is for the calculation to refuse. An operation that
finds nothing to work on returns the very same budget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from bot.scheme.expenses import UNSPECIFIED, BudgetLine
from bot.scheme.money import ZERO, Money
from bot.scheme.plain_data import line_from_dict, line_to_dict, typed

Change = Literal["set", "add", "subtract"]


@dataclass(frozen=True)
class LastChange:
    """What a correction refers to: the index of the line, and how it was changed.

    `before` is the line's amount before an addition or a subtraction, so that correcting
    'two more' to 'three more' makes it three more.
    """

    place: int
    change: Change = "set"
    before: Money = ZERO


@dataclass(frozen=True)
class Budget:
    """Budget lines in the order they came up, and the change made last.

    Raises ValueError when the last change points at no line.
    """

    lines: tuple[BudgetLine, ...] = ()
    last: LastChange | None = None

    def __post_init__(self) -> None:
        if self.last and self.last.place not in range(len(self.lines)):
            raise ValueError("the last change points at no line")

    @property
    def total(self) -> Money | None:
        """The bare total; None when the budget is itemised or empty."""
        return self.lines[0].amount if self._is_bare else None

    @property
    def target(self) -> BudgetLine | None:
        """The line that a change without an expense falls on: the last changed or only one."""
        place = self._place(None)
        return None if place is None else self.lines[place]

    def clear(self) -> Budget:
        """The empty budget."""
        return Budget()

    def replace_total(self, amount: Money) -> Budget:
        """A bare total, in place of whatever was there."""
        return Budget().set_line(BudgetLine(UNSPECIFIED, amount))

    def set_line(self, line: BudgetLine) -> Budget:
        """The line in place of the earlier lines of its expense."""
        return self.merge((line,))

    def merge(self, lines: Sequence[BudgetLine]) -> Budget:
        """The lines of one message: each of its expenses replaces its earlier lines.

        Several new lines of one expense stay apart. Itemising replaces a bare total.
        """
        if not lines:
            return self
        earlier = () if self._is_bare else self.lines
        merged: list[BudgetLine] = []
        for expense in dict.fromkeys(line.expense for line in (*earlier, *lines)):
            source = lines if _has(lines, expense) else earlier
            merged += [line for line in source if line.expense == expense]
        place = len(merged) - 1 - merged[::-1].index(lines[-1])
        return Budget(tuple(merged), LastChange(place))

    def add_to_line(self, expense: str | None, amount: Money, label: str = "") -> Budget:
        """More of an expense: onto its latest line, or as a new line beside what is there.

        Without an expense: onto the `target`.
        """
        if expense is None or _has(self.lines, expense):
            return self._shift(self._place(expense), "add", amount)
        new = Budget((*self.lines, BudgetLine(expense, ZERO, label=label)))
        return new._shift(len(self.lines), "add", amount)

    def subtract(self, expense: str | None, amount: Money) -> Budget:
        """Less of an expense: from its latest line, or else from what is unspecified.

        Without an expense: from the `target`.
        """
        place = self._place(expense)
        return self._shift(self._place(UNSPECIFIED) if place is None else place, "subtract", amount)

    def remove(self, expense: str) -> Budget:
        """Without the lines of an expense."""
        kept = tuple(line for line in self.lines if line.expense != expense)
        return self if kept == self.lines else Budget(kept)

    def correct_last(self, amount: Money) -> Budget:
        """The amount of the last change said anew, for the `target`."""
        place = self._place(None)
        if place is None:
            return self
        return self._apply(self.last or LastChange(place), amount)

    def with_count(self, expense: str | None, count: int) -> Budget:
        """How many occurrences a line is for: the expense's latest line, or the `target`."""
        place = self._place(expense)
        if place is None:
            return self
        counted = replace(self.lines[place], count=count)
        return Budget(self._with(place, counted), self.last)

    def to_dict(self) -> dict[str, object]:
        """Plain data for JSON, with amounts as strings; `from_dict` reads it back."""
        return {
            "lines": [line_to_dict(line) for line in self.lines],
            "last": self.last and {**vars(self.last), "before": str(self.last.before)},
        }

    @classmethod
    def from_dict(cls, data: object) -> Budget:
        """The budget of `to_dict`; an empty one for anything else, never an exception."""
        try:
            return _read_budget(data)
        except (KeyError, TypeError, ValueError):
            return cls()

    @property
    def _is_bare(self) -> bool:
        return [line.expense for line in self.lines] == [UNSPECIFIED]

    def _place(self, expense: str | None) -> int | None:
        if expense is None and self.last:
            return self.last.place
        places = [i for i, line in enumerate(self.lines) if line.expense == expense]
        if expense is None and len(self.lines) == 1:
            places = [0]
        return places[-1] if places else None

    def _shift(self, place: int | None, change: Change, amount: Money) -> Budget:
        if place is None:
            return self
        return self._apply(LastChange(place, change, self.lines[place].amount), amount)

    def _apply(self, last: LastChange, amount: Money) -> Budget:
        after = {"set": amount, "add": last.before + amount, "subtract": last.before - amount}
        line = replace(self.lines[last.place], amount=after[last.change])
        return Budget(self._with(last.place, line), last)

    def _with(self, place: int, line: BudgetLine) -> tuple[BudgetLine, ...]:
        return (*self.lines[:place], line, *self.lines[place + 1 :])


def _has(lines: Sequence[BudgetLine], expense: str) -> bool:
    return any(line.expense == expense for line in lines)


def _read_budget(data: object) -> Budget:
    fields: dict[str, object] = typed(data, dict)
    lines = typed(fields["lines"], list)
    return Budget(tuple(line_from_dict(line) for line in lines), _read_last(fields["last"]))


def _read_last(data: object) -> LastChange | None:
    if data is None:
        return None
    fields: dict[str, object] = typed(data, dict)
    before = Money.of(typed(fields["before"], str))
    for change in get_args(Change):
        if change == fields["change"]:
            return LastChange(typed(fields["place"], int), change, before)
    raise ValueError("no such change")
