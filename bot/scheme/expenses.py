"""What counts of each budget line: verdicts, caps and limits on how often.

Every line is split into `counted` (enters the eligible total) and `excluded`; the two add
up to the line. Nothing here knows the terms of the grant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bot.scheme.money import ZERO, Money

Verdict = Literal["fundable", "not_fundable", "not_in_material"]
CapPer = Literal["project", "occurrence"]
Reason = Literal[
    "full",
    "capped",
    "count_limited",
    "capped_and_count_limited",
    "count_assumed",
    "assumed_eligible",
    "not_fundable",
    "not_in_material",
    "not_separable",
]

UNSPECIFIED = "unspecified"
"""Expense id of money that the user gave as a bare total: it is taken as eligible."""


@dataclass(frozen=True)
class ExpenseRule:
    """How one expense counts.

    `cap` is HKD per `cap_per`; at most `max_count` occurrences count in a project. An
    expense that does not count when itemised is excluded as soon as it has its own line.
    Raises ValueError for a cap or a max_count that is not positive.
    """

    id: str
    verdict: Verdict
    cap: Money | None = None
    cap_per: CapPer = "project"
    max_count: int | None = None
    counts_when_itemised: bool = True

    def __post_init__(self) -> None:
        if self.cap is not None and self.cap <= ZERO:
            raise ValueError(f"{self.id}: the cap must be positive")
        if self.max_count is not None and self.max_count < 1:
            raise ValueError(f"{self.id}: max_count must be at least one")


@dataclass(frozen=True)
class BudgetLine:
    """One line of a budget: its total in HKD for `count` occurrences (None = not said)."""

    expense: str
    amount: Money
    count: int | None = None
    label: str = ""


@dataclass(frozen=True)
class LineResult:
    """What counts of a line and why; `occurrences` is how many of them were counted."""

    line: BudgetLine
    counted: Money
    excluded: Money
    reason: Reason
    occurrences: int


def weigh(lines: Sequence[BudgetLine], rules: Mapping[str, ExpenseRule]) -> tuple[LineResult, ...]:
    """Weigh every line, in the given order; `rules` is keyed by expense id.

    Caps and limits hold for all lines of an expense together. Where more occurrences are
    budgeted than count, the dearest count, so the total does not depend on the order.
    Counts must be at least one: `refuse_lines` sees to it.
    """
    weighed: dict[int, LineResult] = {}
    for expense in dict.fromkeys(line.expense for line in lines):
        places = [i for i, line in enumerate(lines) if line.expense == expense]
        group = [lines[i] for i in places]
        weighed.update(zip(places, _weigh_group(group, rules.get(expense)), strict=True))
    return tuple(weighed[i] for i in range(len(lines)))


def _weigh_group(lines: Sequence[BudgetLine], rule: ExpenseRule | None) -> list[LineResult]:
    if lines[0].expense == UNSPECIFIED:
        return [_split(line, line.amount, "assumed_eligible", 1) for line in lines]
    if rule is None or rule.verdict == "not_in_material":
        return [_split(line, ZERO, "not_in_material", 0) for line in lines]
    if rule.verdict == "not_fundable":
        return [_split(line, ZERO, "not_fundable", 0) for line in lines]
    if not rule.counts_when_itemised:
        return [_split(line, ZERO, "not_separable", 0) for line in lines]
    return _weigh_fundable(lines, rule)


def _weigh_fundable(lines: Sequence[BudgetLine], rule: ExpenseRule) -> list[LineResult]:
    results: list[LineResult] = []
    for line, allowed in zip(lines, _allot(lines, rule.max_count), strict=True):
        claim = _claim(line, allowed)
        room = _room(rule, allowed, Money.total(earlier.counted for earlier in results))
        counted = claim if room is None else min(claim, room)
        reason = _reason(rule, line, allowed, capped=counted < claim)
        results.append(_split(line, counted, reason, allowed))
    return results


def _room(rule: ExpenseRule, allowed: int, used: Money) -> Money | None:
    """What the cap leaves for a line; None without a cap."""
    if rule.cap is None:
        return None
    return rule.cap - used if rule.cap_per == "project" else rule.cap.times(allowed)


def _allot(lines: Sequence[BudgetLine], max_count: int | None) -> list[int]:
    """How many occurrences of each line count: the dearest first."""
    allowed = [_occurrences(line) for line in lines]
    left = sum(allowed) if max_count is None else max_count
    for place in sorted(range(len(lines)), key=lambda i: _dearest_first(lines[i])):
        allowed[place] = min(allowed[place], left)
        left -= allowed[place]
    return allowed


def _occurrences(line: BudgetLine) -> int:
    return 1 if line.count is None else line.count


def _dearest_first(line: BudgetLine) -> tuple[Fraction, int]:
    return -Fraction(line.amount.amount) / _occurrences(line), _occurrences(line)


def _claim(line: BudgetLine, allowed: int) -> Money:
    occurrences = _occurrences(line)
    if allowed == occurrences:
        return line.amount
    return line.amount.share(Fraction(allowed, occurrences))


def _reason(rule: ExpenseRule, line: BudgetLine, allowed: int, *, capped: bool) -> Reason:
    limited = allowed < _occurrences(line)
    if capped and line.count is None and rule.cap_per == "occurrence":
        return "count_assumed"
    if capped and limited:
        return "capped_and_count_limited"
    if limited:
        return "count_limited"
    return "capped" if capped else "full"


def _split(line: BudgetLine, counted: Money, reason: Reason, occurrences: int) -> LineResult:
    return LineResult(line, counted, line.amount - counted, reason, occurrences)
