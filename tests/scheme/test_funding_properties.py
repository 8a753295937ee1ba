"""The calculation against an oracle that only knows whole dollars and lists of occurrences."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.scheme.funding import (
    BudgetLine,
    ExpenseRule,
    FundingResult,
    FundingTerms,
    Investment,
    Project,
    calculate,
    from_total,
    investment_for_grant,
    project_for_own_share,
)
from bot.scheme.money import ZERO, Money

NAMES = ["engine", "seal", "visit", "feast", "dragon"]

terms_of = st.builds(
    FundingTerms,
    government_parts=st.integers(1, 9),
    company_parts=st.integers(1, 9),
    ceiling=st.integers(1, 10**6).map(Money.of),
)
rules_of = st.fixed_dictionaries(
    {},
    optional={
        name: st.builds(
            ExpenseRule,
            id=st.just(name),
            verdict=st.sampled_from(["fundable", "fundable", "not_fundable", "not_in_material"]),
            cap=st.none() | st.integers(1, 5000).map(Money.of),
            cap_per=st.sampled_from(["project", "occurrence"]),
            max_count=st.none() | st.integers(1, 5),
            counts_when_itemised=st.sampled_from([True, True, False]),
        )
        for name in NAMES[:-1]
    },
)


@st.composite
def a_line(draw: st.DrawFn) -> BudgetLine:
    """A line whose amount divides evenly among its occurrences."""
    count = draw(st.none() | st.integers(1, 6))
    each = draw(st.integers(0, 12000))
    return BudgetLine(draw(st.sampled_from(NAMES)), Money.of(each * (count or 1)), count)


budgets = st.lists(a_line(), min_size=1, max_size=8).filter(
    lambda lines: any(line.amount > ZERO for line in lines)
)


def dollars(amount: Money) -> int:
    assert amount.is_whole
    return int(amount.amount)


def oracle_eligible(lines: list[BudgetLine], rules: dict[str, ExpenseRule]) -> int:
    """Each expense as a pile of single prices: cut them, keep the largest, cut the pile."""
    eligible = 0
    for rule in rules.values():
        if rule.verdict != "fundable" or not rule.counts_when_itemised:
            continue
        pile: list[int] = []
        for line in lines:
            if line.expense == rule.id:
                times = line.count or 1
                pile += [dollars(line.amount) // times] * times
        cap = None if rule.cap is None else dollars(rule.cap)
        if cap is not None and rule.cap_per == "occurrence":
            pile = [min(price, cap) for price in pile]
        pile = sorted(pile, reverse=True)[: rule.max_count]
        worth = sum(pile)
        eligible += min(worth, cap) if cap is not None and rule.cap_per == "project" else worth
    return eligible


def granted(
    lines: list[BudgetLine], rules: dict[str, ExpenseRule], terms: FundingTerms
) -> FundingResult:
    result = calculate(lines, rules, terms)
    assert isinstance(result, FundingResult)
    return result


@given(budgets, rules_of, terms_of)
def test_the_grant_agrees_with_the_oracle(
    lines: list[BudgetLine], rules: dict[str, ExpenseRule], terms: FundingTerms
) -> None:
    result = granted(lines, rules, terms)
    eligible = oracle_eligible(lines, rules)
    government, company = terms.government_parts, terms.company_parts
    part = eligible * government // (government + company)
    assert dollars(result.eligible_total) == eligible
    assert dollars(result.grant) == min(part, dollars(terms.ceiling))
    assert (result.binding == "ceiling") == (part >= dollars(terms.ceiling))
    assert (result.binding == "nothing_eligible") == (eligible == 0)


@given(budgets, rules_of, terms_of)
def test_no_dollar_is_lost_or_granted_twice(
    lines: list[BudgetLine], rules: dict[str, ExpenseRule], terms: FundingTerms
) -> None:
    result = granted(lines, rules, terms)
    government, company = terms.government_parts, terms.company_parts
    assert ZERO <= result.grant <= terms.ceiling
    assert result.grant.times(government + company) <= result.eligible_total.times(government)
    assert result.eligible_total + result.excluded_total == result.budget_total
    assert result.grant + result.own_share == result.eligible_total
    assert result.grant + result.company_pays == result.budget_total
    for each in result.lines:
        assert each.counted + each.excluded == each.line.amount
        assert ZERO <= each.counted <= each.line.amount


@given(budgets, rules_of, terms_of)
def test_a_reason_other_than_full_is_given_exactly_where_money_is_left_out(
    lines: list[BudgetLine], rules: dict[str, ExpenseRule], terms: FundingTerms
) -> None:
    for each in granted(lines, rules, terms).lines:
        if each.excluded > ZERO:
            assert each.reason != "full"
        if each.reason == "full":
            assert each.occurrences == (each.line.count or 1)


@given(budgets, rules_of, terms_of, st.randoms())
def test_the_order_of_the_lines_does_not_change_the_grant(
    lines: list[BudgetLine], rules: dict[str, ExpenseRule], terms: FundingTerms, random: Random
) -> None:
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert granted(shuffled, rules, terms).grant == granted(lines, rules, terms).grant


@given(budgets, a_line(), rules_of, terms_of)
def test_a_further_line_never_lowers_the_grant(
    lines: list[BudgetLine], more: BudgetLine, rules: dict[str, ExpenseRule], terms: FundingTerms
) -> None:
    less, grown = granted(lines, rules, terms), granted([*lines, more], rules, terms)
    assert grown.grant >= less.grant
    assert grown.company_pays >= less.company_pays


@given(st.integers(1, 10**7), st.integers(0, 10**7), terms_of)
def test_a_larger_total_never_lowers_the_grant(total: int, more: int, terms: FundingTerms) -> None:
    small = from_total(Money.of(total), terms)
    large = from_total(Money.of(total + more), terms)
    assert isinstance(small, FundingResult)
    assert isinstance(large, FundingResult)
    assert large.grant >= small.grant
    assert (small.binding == "ceiling") == (Money.of(total) >= small.threshold)


@given(st.integers(1, 2 * 10**6), terms_of)
def test_the_investment_for_a_grant_is_the_least_that_brings_it(
    wanted: int, terms: FundingTerms
) -> None:
    answer = investment_for_grant(Money.of(wanted), terms)
    assert isinstance(answer, Investment)
    assert answer.exceeds_ceiling == (Money.of(wanted) > terms.ceiling)
    assert answer.grant == min(Money.of(wanted), terms.ceiling)
    assert terms.grant_on(answer.eligible_total) == answer.grant
    assert terms.grant_on(answer.eligible_total - Money.of(1)) < answer.grant
    assert answer.own_share + answer.grant == answer.eligible_total


@given(
    st.integers(1, 10**8).map(lambda cents: Money.of(f"{cents // 100}.{cents % 100:02}")), terms_of
)
def test_a_project_from_own_money_is_granted_just_what_it_says(
    own: Money, terms: FundingTerms
) -> None:
    answer = project_for_own_share(own, terms)
    assert isinstance(answer, Project)
    again = from_total(answer.total, terms)
    assert isinstance(again, FundingResult)
    assert (again.grant, again.own_share, again.binding) == (answer.grant, own, answer.binding)
    larger = from_total(answer.total + Money.of(1), terms)
    assert isinstance(larger, FundingResult)
    assert larger.own_share > own
