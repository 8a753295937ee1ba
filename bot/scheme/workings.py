"""Workings: how a result was reached, step by step, as codes and operands.

The chat, the console and the tests all show these same steps; wording is made elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.scheme.expenses import ExpenseRule, LineResult
from bot.scheme.money import Money
from bot.scheme.terms import FundingTerms

Operand = Money | int | str


@dataclass(frozen=True)
class Working:
    """One step: its code, what went in (name and value, in order), the amount that came out."""

    code: str
    operands: tuple[tuple[str, Operand], ...]
    amount: Money

    @property
    def values(self) -> dict[str, Operand]:
        """The operands by name."""
        return dict(self.operands)


def step(code: str, amount: Money, /, **operands: Operand) -> Working:
    """A working from keyword operands."""
    return Working(code, tuple(operands.items()), amount)


def line_step(result: LineResult, rule: ExpenseRule | None) -> Working:
    """`line_<reason>` with `expense`, `label`, `budgeted` and `occurrences` (those counted).

    `cap` with `cap_per`, and `max_count`, where the rule has them; `count` where it was said.
    """
    line = result.line
    operands: dict[str, Operand] = {
        "expense": line.expense,
        "label": line.label,
        "budgeted": line.amount,
    }
    if rule is not None and rule.cap is not None:
        operands |= {"cap": rule.cap, "cap_per": rule.cap_per}
    if rule is not None and rule.max_count is not None:
        operands |= {"max_count": rule.max_count}
    if line.count is not None:
        operands |= {"count": line.count}
    operands |= {"occurrences": result.occurrences}
    return step(f"line_{result.reason}", result.counted, **operands)


def total_steps(budget: Money, eligible: Money) -> tuple[Working, ...]:
    """`excluded_total` and `eligible_total` of an itemised budget."""
    excluded = budget - eligible
    return (
        step("excluded_total", excluded, budget_total=budget),
        step("eligible_total", eligible, budget_total=budget, excluded_total=excluded),
    )


def grant_steps(budget: Money, eligible: Money, terms: FundingTerms) -> tuple[Working, ...]:
    """`share`, `grant`, `own_share`, `company_pays`, from the eligible total on."""
    share, grant = eligible.share(terms.share), terms.grant_on(eligible)
    parts = {
        "government_parts": terms.government_parts,
        "company_parts": terms.company_parts,
    }
    return (
        step("share", share, eligible_total=eligible, **parts),
        step("grant", grant, share=share, ceiling=terms.ceiling),
        step("own_share", eligible - grant, eligible_total=eligible, grant=grant),
        step("company_pays", budget - grant, budget_total=budget, grant=grant),
    )
