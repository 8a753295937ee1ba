"""The grant on a budget: grant = min(share of the eligible total, ceiling).

What a user may say wrongly comes back as a `Refusal`, never as an exception. The
questions the other way round (what to invest for a grant) are in `inverse`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.scheme.expenses import (
    UNSPECIFIED,
    BudgetLine,
    ExpenseRule,
    LineResult,
    Reason,
    Verdict,
    weigh,
)
from bot.scheme.inverse import (
    Investment,
    Project,
    investment_for_grant,
    project_for_own_share,
)
from bot.scheme.money import Money
from bot.scheme.refusals import Refusal, refuse_amount, refuse_lines
from bot.scheme.terms import Binding, FundingTerms
from bot.scheme.workings import Working, grant_steps, line_step, step, total_steps

__all__ = [
    "UNSPECIFIED",
    "Binding",
    "BudgetLine",
    "ExpenseRule",
    "FundingResult",
    "FundingTerms",
    "Investment",
    "LineResult",
    "Project",
    "Reason",
    "Refusal",
    "Verdict",
    "Working",
    "calculate",
    "from_total",
    "investment_for_grant",
    "project_for_own_share",
]


@dataclass(frozen=True)
class FundingResult:
    """The grant on a budget; all amounts in HKD.

    `own_share` is the company's part of the eligible total, `company_pays` all of the
    budget outside the grant. `threshold` is the eligible total from which the ceiling
    binds. A bare total has no `lines` and is taken as wholly eligible.
    """

    lines: tuple[LineResult, ...]
    budget_total: Money
    eligible_total: Money
    excluded_total: Money
    grant: Money
    own_share: Money
    company_pays: Money
    binding: Binding
    threshold: Money
    workings: tuple[Working, ...]


def calculate(
    lines: Sequence[BudgetLine],
    rules: Mapping[str, ExpenseRule],
    terms: FundingTerms,
    limit: Money | None = None,
) -> FundingResult | Refusal:
    """The grant on an itemised budget; `rules` by expense id, an unknown id is excluded.

    Refused: no lines, a negative line, a count below one, a line or total above `limit`,
    a total of zero.
    """
    if refusal := refuse_lines(lines, limit):
        return refusal
    results = weigh(lines, rules)
    budget = Money.total(line.amount for line in lines)
    eligible = Money.total(result.counted for result in results)
    steps = tuple(line_step(result, rules.get(result.line.expense)) for result in results)
    return _result(results, budget, eligible, terms, steps + total_steps(budget, eligible))


def from_total(
    total: Money, terms: FundingTerms, limit: Money | None = None
) -> FundingResult | Refusal:
    """The grant on a bare total, taken as wholly eligible.

    Refused: a negative or zero total, a total above `limit`.
    """
    if refusal := refuse_amount(total, limit):
        return refusal
    return _result((), total, total, terms, (step("total_assumed_eligible", total),))


def _result(
    lines: tuple[LineResult, ...],
    budget: Money,
    eligible: Money,
    terms: FundingTerms,
    steps: tuple[Working, ...],
) -> FundingResult:
    grant = terms.grant_on(eligible)
    return FundingResult(
        lines=lines,
        budget_total=budget,
        eligible_total=eligible,
        excluded_total=budget - eligible,
        grant=grant,
        own_share=eligible - grant,
        company_pays=budget - grant,
        binding=terms.binding_on(eligible),
        threshold=terms.threshold,
        workings=steps + grant_steps(budget, eligible, terms),
    )
