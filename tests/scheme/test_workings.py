"""Every result shows how it was reached, in steps that add up."""

from __future__ import annotations

import pytest

from bot.scheme.funding import (
    BudgetLine,
    FundingResult,
    FundingTerms,
    Investment,
    Project,
    Refusal,
    calculate,
    from_total,
    investment_for_grant,
    project_for_own_share,
)
from bot.scheme.money import Money
from bot.scheme.workings import Working

from .invented import RULES, TERMS


def by_code(result: FundingResult | Investment | Project | Refusal) -> dict[str, Working]:
    assert not isinstance(result, Refusal)
    return {working.code: working for working in result.workings}


def test_an_itemised_budget_shows_each_line_and_then_the_way_to_the_grant() -> None:
    lines = [
        BudgetLine("engine", Money.of(1_000_000), label="大機"),
        BudgetLine("visit", Money.of(90_000), count=3),
        BudgetLine("dragon", Money.of(7_000)),
    ]
    steps = by_code(calculate(lines, RULES, TERMS))
    assert list(steps) == [
        "line_full",
        "line_count_limited",
        "line_not_in_material",
        "excluded_total",
        "eligible_total",
        "share",
        "grant",
        "own_share",
        "company_pays",
    ]
    assert steps["line_full"].values["label"] == "大機"
    assert steps["line_count_limited"].values == {
        "expense": "visit",
        "label": "",
        "budgeted": Money.of(90_000),
        "cap": Money.of(30_000),
        "cap_per": "occurrence",
        "max_count": 2,
        "count": 3,
        "occurrences": 2,
    }
    assert steps["line_not_in_material"].amount == Money.of(0)


def test_the_steps_end_in_the_amounts_of_the_result() -> None:
    result = calculate([BudgetLine("seal", Money.of(300_000))], RULES, TERMS)
    assert isinstance(result, FundingResult)
    steps = by_code(result)
    assert steps["excluded_total"].amount == result.excluded_total
    assert steps["eligible_total"].amount == result.eligible_total
    assert steps["grant"].amount == result.grant
    assert steps["own_share"].amount == result.own_share
    assert steps["company_pays"].amount == result.company_pays


def test_a_total_says_that_it_was_taken_as_eligible_and_where_the_ceiling_cut_in() -> None:
    steps = by_code(from_total(Money.of(6_000_000), TERMS))
    assert next(iter(steps)) == "total_assumed_eligible"
    assert steps["share"].amount == Money.of(1_200_000)
    assert steps["share"].values["government_parts"] == 1
    assert steps["grant"].values == {"share": Money.of(1_200_000), "ceiling": TERMS.ceiling}
    assert steps["grant"].amount == Money.of(1_000_000)


def test_a_count_that_was_assumed_is_shown_as_one_occurrence() -> None:
    steps = by_code(calculate([BudgetLine("visit", Money.of(50_000))], RULES, TERMS))
    values = steps["line_count_assumed"].values
    assert values["occurrences"] == 1
    assert "count" not in values


def test_the_inverse_questions_show_their_steps_too() -> None:
    steps = by_code(investment_for_grant(Money.of(500_000), TERMS))
    assert list(steps) == ["largest_grant", "eligible_for_grant", "own_share"]
    steps = by_code(project_for_own_share(Money.of(6_000_000), TERMS))
    assert list(steps) == ["matched_by_government", "grant", "project_total"]
    assert steps["matched_by_government"].amount == Money.of(1_500_000)
    assert steps["project_total"].amount == Money.of(7_000_000)


@pytest.mark.parametrize(("government", "company"), [(0, 1), (1, 0), (-1, 2)])
def test_terms_without_a_part_on_each_side_are_refused(government: int, company: int) -> None:
    with pytest.raises(ValueError, match="part"):
        FundingTerms(government, company, Money.of(10))


@pytest.mark.parametrize("ceiling", ["0", "-10", "10.50"])
def test_terms_without_a_whole_positive_ceiling_are_refused(ceiling: str) -> None:
    with pytest.raises(ValueError, match="ceiling"):
        FundingTerms(1, 4, Money.of(ceiling))
