"""How one message changes the budget of the conversation."""

from __future__ import annotations

from collections.abc import Iterable

from actions import wiring
from actions.budget_reader import Spoken
from actions.turn import Turn
from bot.knowledge.terms import assumed
from bot.nlu.budget_change import BudgetChange
from bot.scheme.budget import Budget
from bot.scheme.funding import BudgetLine
from bot.scheme.money import Money

_LESS: tuple[BudgetChange, ...] = ("remove", "subtract")
_WHOLE_BUDGET = 3
"""A message with this many lines is a budget of its own, not a change to the earlier one."""


def apply(
    budget: Budget, spoken: Spoken, change: BudgetChange, turn: Turn, asked: str | None
) -> Budget:
    """The budget after the message; `asked` is the expense whose amount was asked for.

    The very same budget when the message changes nothing, or there is nothing to change.
    """
    if change in _LESS and not spoken.lines and not spoken.totals:
        return _without(budget, _named(turn))
    if change == "remove" and spoken.lines:
        return _with_lines_without_others(budget, spoken.lines, turn)
    if spoken.lines:
        return _with_lines(budget, spoken.lines, change)
    for total in spoken.totals:
        budget = _with_total(budget, total, change, asked)
    return _with_counts(budget, turn) if not spoken.totals else budget


def _named(turn: Turn) -> list[str]:
    return [assumed(wiring.base(), expense) for expense in turn.ids("expense")]


def _without(budget: Budget, expenses: Iterable[str]) -> Budget:
    for expense in expenses:
        budget = budget.remove(expense)
    return budget


def _with_lines_without_others(budget: Budget, lines: tuple[BudgetLine, ...], turn: Turn) -> Budget:
    """Takes out what has no amount, or, when all that is named is in the budget, all of it."""
    priced = {line.expense for line in lines}
    others = [expense for expense in _named(turn) if expense not in priced]
    if others or not priced <= {line.expense for line in budget.lines}:
        return _with_lines(_without(budget, others), lines, "set")
    return _without(budget, sorted(priced))


def _with_lines(budget: Budget, lines: tuple[BudgetLine, ...], change: BudgetChange) -> Budget:
    if change in ("add", "subtract") and len(lines) < _WHOLE_BUDGET and budget.lines:
        for line in lines:
            budget = _shifted(budget, line, change)
        return budget
    if len(lines) >= _WHOLE_BUDGET and change == "set":
        return Budget().merge(lines)
    return budget.merge(lines)


def _shifted(budget: Budget, line: BudgetLine, change: BudgetChange) -> Budget:
    if change == "subtract":
        return budget.subtract(line.expense, line.amount)
    return budget.add_to_line(line.expense, line.amount, line.label)


def _with_total(budget: Budget, amount: Money, change: BudgetChange, asked: str | None) -> Budget:
    if asked:
        return budget.set_line(BudgetLine(asked, amount, label=_name(asked)))
    if not budget.lines:
        return budget.replace_total(amount)
    if change == "add":
        return budget.add_to_line(None, amount)
    if change == "subtract":
        return budget.subtract(None, amount)
    if change == "correct":
        return budget.correct_last(amount)
    return budget.replace_total(amount)


def _name(expense: str) -> str:
    entry = wiring.base().expenses.get(expense)
    return entry.names.zh if entry else ""


def _with_counts(budget: Budget, turn: Turn) -> Budget:
    """A count said alone (「審計係兩次」) belongs to the item named, or to the last one."""
    counts = turn.of("count")
    if not counts or not budget.lines:
        return budget
    expense = next(iter(_named(turn)), None)
    return budget.with_count(expense, int(counts[0]["value"]))
