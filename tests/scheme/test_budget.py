"""A budget follows what people say over several messages."""

from __future__ import annotations

import pytest

from bot.scheme.budget import Budget, LastChange
from bot.scheme.funding import UNSPECIFIED, BudgetLine, FundingResult, Refusal, calculate
from bot.scheme.money import Money

from .invented import RULES, TERMS

ENGINE = BudgetLine("engine", Money.of(1_200_000), label="大機")
SEAL = BudgetLine("seal", Money.of(80_000))
VISIT = BudgetLine("visit", Money.of(50_000))


def shown(budget: Budget) -> list[tuple[str, str]]:
    return [(line.expense, str(line.amount)) for line in budget.lines]


def test_lines_of_one_message_make_a_budget_in_their_order() -> None:
    budget = Budget().merge([ENGINE, SEAL])
    assert shown(budget) == [("engine", "1200000"), ("seal", "80000")]
    assert budget.total is None


def test_an_expense_said_again_replaces_its_line_in_place() -> None:
    budget = Budget().merge([ENGINE, SEAL]).set_line(BudgetLine("engine", Money.of(900_000)))
    assert shown(budget) == [("engine", "900000"), ("seal", "80000")]


def test_a_later_message_adds_its_lines_and_replaces_only_its_own_expenses() -> None:
    budget = Budget().merge([ENGINE, SEAL]).merge([VISIT, BudgetLine("seal", Money.of(60_000))])
    assert shown(budget) == [("engine", "1200000"), ("seal", "60000"), ("visit", "50000")]


def test_two_machines_in_one_message_both_stay() -> None:
    other = BudgetLine("engine", Money.of(300_000), label="細機")
    budget = Budget().merge([ENGINE, other])
    assert [line.label for line in budget.lines] == ["大機", "細機"]
    assert shown(budget.set_line(SEAL).set_line(ENGINE)) == [
        ("engine", "1200000"),
        ("seal", "80000"),
    ]


def test_an_empty_message_changes_nothing() -> None:
    budget = Budget().merge([ENGINE])
    assert budget.merge([]) is budget


def test_a_total_replaces_lines_and_lines_replace_a_total() -> None:
    total = Budget().merge([ENGINE, SEAL]).replace_total(Money.of(3_000_000))
    assert total.total == Money.of(3_000_000)
    assert shown(total.replace_total(Money.of(4_000_000))) == [(UNSPECIFIED, "4000000")]
    assert shown(total.set_line(ENGINE)) == [("engine", "1200000")]


def test_what_if_more_is_added_to_the_line() -> None:
    budget = Budget().merge([ENGINE, SEAL]).add_to_line("engine", Money.of(200_000))
    assert shown(budget) == [("engine", "1400000"), ("seal", "80000")]
    assert budget.lines[0].label == "大機"


def test_more_of_something_new_becomes_a_line() -> None:
    budget = Budget().merge([ENGINE]).add_to_line("visit", Money.of(9_000), label="探訪")
    assert shown(budget) == [("engine", "1200000"), ("visit", "9000")]
    assert budget.lines[1].label == "探訪"


def test_an_item_added_to_a_bare_total_stands_beside_it_and_is_judged_by_itself() -> None:
    budget = Budget().replace_total(Money.of(3_000_000)).add_to_line("feast", Money.of(50_000))
    result = calculate(budget.lines, RULES, TERMS)
    assert isinstance(result, FundingResult)
    assert result.budget_total == Money.of(3_050_000)
    assert result.eligible_total == Money.of(3_000_000)
    assert budget.total is None
    assert shown(budget.set_line(SEAL))[0] == (UNSPECIFIED, "3000000")


def test_more_without_an_item_goes_to_the_total_or_the_line_changed_last() -> None:
    total = Budget().replace_total(Money.of(3_000_000)).add_to_line(None, Money.of(100_000))
    assert total.total == Money.of(3_100_000)
    lines = Budget().merge([ENGINE, SEAL]).set_line(ENGINE).add_to_line(None, Money.of(100_000))
    assert shown(lines) == [("engine", "1300000"), ("seal", "80000")]


def test_less_is_taken_from_the_line_the_total_or_the_unspecified_part() -> None:
    lines = Budget().merge([ENGINE, SEAL])
    assert shown(lines.subtract("engine", Money.of(200_000)))[0] == ("engine", "1000000")
    total = Budget().replace_total(Money.of(3_000_000))
    assert total.subtract(None, Money.of(500_000)).total == Money.of(2_500_000)
    assert total.subtract("engine", Money.of(500_000)).total == Money.of(2_500_000)


def test_less_of_what_is_not_there_changes_nothing() -> None:
    budget = Budget().merge([ENGINE, SEAL])
    assert budget.subtract("visit", Money.of(1)) is budget
    assert Budget().subtract(None, Money.of(1)) == Budget()
    assert Budget().add_to_line(None, Money.of(1)) == Budget()


def test_less_than_nothing_is_kept_and_refused_by_the_calculation() -> None:
    budget = Budget().merge([ENGINE, SEAL]).subtract("seal", Money.of(100_000))
    refusal = calculate(budget.lines, RULES, TERMS)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.expense) == ("negative", "seal")


def test_a_removed_expense_is_gone_with_all_its_lines() -> None:
    budget = Budget().merge([ENGINE, ENGINE, SEAL])
    assert shown(budget.remove("engine")) == [("seal", "80000")]
    assert budget.remove("visit") is budget
    assert budget.remove("engine").remove("seal") == Budget()


def test_after_a_removal_only_a_single_line_is_the_target() -> None:
    budget = Budget().merge([ENGINE, SEAL, VISIT]).remove("visit")
    assert budget.target is None
    assert budget.correct_last(Money.of(1)) is budget
    assert budget.remove("seal").target == ENGINE


def test_clearing_leaves_an_empty_budget() -> None:
    assert Budget().merge([ENGINE]).clear() == Budget()


def test_a_correction_changes_the_amount_said_last_and_keeps_the_rest() -> None:
    budget = Budget().merge([SEAL, ENGINE]).correct_last(Money.of(12_000_000))
    assert shown(budget) == [("seal", "80000"), ("engine", "12000000")]
    assert budget.lines[1].label == "大機"
    assert shown(budget.correct_last(Money.of(13_000_000)))[1] == ("engine", "13000000")


def test_a_corrected_total_is_the_total() -> None:
    budget = Budget().replace_total(Money.of(3_000_000)).correct_last(Money.of(2_000_000))
    assert budget.total == Money.of(2_000_000)


def test_a_corrected_addition_adds_the_corrected_amount() -> None:
    budget = Budget().set_line(ENGINE).add_to_line("engine", Money.of(200_000))
    corrected = budget.correct_last(Money.of(300_000))
    assert shown(corrected) == [("engine", "1500000")]
    assert shown(corrected.correct_last(Money.of(400_000))) == [("engine", "1600000")]


def test_a_corrected_subtraction_subtracts_the_corrected_amount() -> None:
    budget = Budget().set_line(ENGINE).subtract(None, Money.of(200_000))
    assert shown(budget.correct_last(Money.of(100_000))) == [("engine", "1100000")]


def test_a_correction_after_a_new_added_item_sets_that_item() -> None:
    budget = Budget().set_line(ENGINE).add_to_line("seal", Money.of(200_000))
    assert shown(budget.correct_last(Money.of(70_000)))[1] == ("seal", "70000")


def test_there_is_nothing_to_correct_in_an_empty_budget() -> None:
    assert Budget().correct_last(Money.of(1)) == Budget()
    assert Budget().target is None


def test_a_count_can_be_given_later_and_changes_what_counts() -> None:
    budget = Budget().merge([ENGINE, VISIT])
    before = calculate(budget.lines, RULES, TERMS)
    after = calculate(budget.with_count("visit", 2).lines, RULES, TERMS)
    assert isinstance(before, FundingResult)
    assert isinstance(after, FundingResult)
    assert [r.reason for r in before.lines] == ["full", "count_assumed"]
    assert after.lines[1].counted == Money.of(50_000)
    assert budget.with_count(None, 2) == budget.with_count("visit", 2)
    assert budget.with_count("seal", 2) is budget


@pytest.mark.parametrize("place", [-1, 1])
def test_the_last_change_must_point_at_a_line(place: int) -> None:
    with pytest.raises(ValueError, match="last change"):
        Budget((ENGINE,), LastChange(place))
