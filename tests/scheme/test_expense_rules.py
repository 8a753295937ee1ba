"""Rules that could not be meant are refused; rounding does not depend on the order of lines."""

from __future__ import annotations

import pytest

from bot.scheme.expenses import weigh
from bot.scheme.funding import BudgetLine, ExpenseRule
from bot.scheme.money import Money


@pytest.mark.parametrize("cap", [0, -1])
def test_a_cap_that_lets_nothing_through_is_refused(cap: int) -> None:
    with pytest.raises(ValueError, match="seal"):
        ExpenseRule("seal", "fundable", cap=Money.of(cap))


@pytest.mark.parametrize("max_count", [0, -1])
def test_a_count_limit_below_one_is_refused(max_count: int) -> None:
    with pytest.raises(ValueError, match="visit"):
        ExpenseRule("visit", "fundable", max_count=max_count)


def test_equally_dear_visits_round_alike_in_either_order() -> None:
    rules = {"visit": ExpenseRule("visit", "fundable", max_count=2)}
    lines = [BudgetLine("visit", Money.of("16.50"), 1), BudgetLine("visit", Money.of(33), 2)]
    one, other = weigh(lines, rules), weigh(lines[::-1], rules)
    assert Money.total(r.counted for r in one) == Money.total(r.counted for r in other)
