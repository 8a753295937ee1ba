"""The invented scheme of these tests: one part of five, at most a million."""

from __future__ import annotations

from bot.scheme.funding import ExpenseRule, FundingTerms
from bot.scheme.money import Money

TERMS = FundingTerms(government_parts=1, company_parts=4, ceiling=Money.of(1_000_000))
LIMIT = Money.of(1_000_000_000)

RULES = {
    rule.id: rule
    for rule in (
        ExpenseRule("engine", "fundable"),
        ExpenseRule("seal", "fundable", cap=Money.of(100_000)),
        ExpenseRule("visit", "fundable", Money.of(30_000), "occurrence", max_count=2),
        ExpenseRule("stamp", "fundable", Money.of(10_000), "occurrence"),
        ExpenseRule("trial", "fundable", max_count=3),
        ExpenseRule("permit", "fundable", cap=Money.of(50_000), max_count=4),
        ExpenseRule("carriage", "fundable", counts_when_itemised=False),
        ExpenseRule("feast", "not_fundable"),
        ExpenseRule("ghost", "not_in_material"),
    )
}
