"""Answers of every kind that has a card, as the actions pass them on."""

from __future__ import annotations

from typing import Any

from actions import funding_view, wiring
from bot.knowledge.base import open_base
from bot.scheme.eligibility import assess
from bot.scheme.funding import (
    BudgetLine,
    calculate,
    from_total,
    investment_for_grant,
    project_for_own_share,
)
from bot.scheme.money import Money

BASE = open_base()
Line = tuple[str, int, int | None, str]
Reply = tuple[str, dict[str, Any]]


def budget(*lines: Line) -> Reply:
    """A budget of (expense, HKD, count, what it was called)."""
    said = [BudgetLine(id_, Money.of(amount), count, label) for id_, amount, count, label in lines]
    found = calculate(said, wiring.expense_rules(), wiring.funding_terms())
    return "utter_funding", funding_view.result(found)  # type: ignore[arg-type]


def total(amount: int) -> Reply:
    found = from_total(Money.of(amount), wiring.funding_terms())
    return "utter_funding_total", funding_view.result(found)  # type: ignore[arg-type]


def investment(grant: int) -> Reply:
    found = investment_for_grant(Money.of(grant), wiring.funding_terms())
    return "utter_investment", funding_view.investment(found)  # type: ignore[arg-type]


def project(own: int) -> Reply:
    found = project_for_own_share(Money.of(own), wiring.funding_terms())
    return "utter_project", funding_view.project(found)  # type: ignore[arg-type]


def verdicts(*expenses: str, unknown: tuple[str, ...] = ()) -> Reply:
    items = [{"id": each, "said": "", "amount": "7", "counted": "6"} for each in expenses]
    return "utter_expense_verdicts", {"items": items, "unknown": list(unknown), "silent": False}


def checked(**slots: Any) -> Reply:
    found = assess(wiring.requirements(), wiring.profile(slots))
    results = [{"id": each.requirement, "outcome": each.outcome} for each in found.results]
    return "utter_check_result", {"verdict": found.verdict, "results": results, "slots": slots}


CALCULATIONS: dict[str, Reply] = {
    "items": budget(("machinery", 8_000_000, 2, "AGV"), ("rent", 300_000, None, "")),
    "over a cap": budget(("patent", 90_000_000, None, "PCT"), ("testing", 70, None, "")),
    "too often": budget(("audit", 90_000_000, 9, ""), ("unnamed:x", 500, None, "XYZ")),
    "up to the ceiling": budget(("machinery", 900_000_000, None, "")),
    "nothing counts": budget(("salaries", 400_000, None, ""), ("delivery", 9, None, "")),
    "partly itemised": budget(("unspecified", 5_000_000, None, ""), ("patent", 70, None, "")),
    "a total": total(9_000_000),
    "a total up to the ceiling": total(900_000_000),
    "an investment": investment(3_000_000),
    "more than there is": investment(900_000_000),
    "own money": project(8_000_000),
    "much own money": project(900_000_000),
}
LISTS: dict[str, Reply] = {
    "verdicts": verdicts("machinery", "rent", "computer", "audit", "delivery", "training"),
    "verdicts with unknown": verdicts("patent", unknown=("XYZ", "ABC")),
    "fundable": ("utter_fundable_list", {}),
    "not fundable": ("utter_non_fundable_list", {}),
    "services": ("utter_services", {}),
    "a service": ("utter_service", {"services": ["ppe"]}),
    "two services": ("utter_service", {"services": ["cleanroom", "productivity"]}),
    "recommended": (
        "utter_recommendation",
        {"services": ["cleanroom", "iot_service", "ai_service", "training_services"], "named": []},
    ),
}
GOOD = {
    "incorporated": True,
    "new_line": True,
    "in_hong_kong": True,
    "technologies": ["ai"],
    "smart_share": "whole",
    "months": 1,
}
CHECKS: dict[str, Reply] = {
    "all met": checked(**GOOD),
    "not met": checked(incorporated=True, new_line=False),
    "too long": checked(**{**GOOD, "months": 10_000}),
    "not known": checked(**{**GOOD, "smart_share": "unsure"}),
    "not asked any more": checked(**{**GOOD, "smart_share": "unsure", "months": None}),
    "half way": ("utter_ask_in_hong_kong", {"slots": {"incorporated": True, "new_line": True}}),
}
EXAMPLES = CALCULATIONS | LISTS | CHECKS
