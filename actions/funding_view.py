"""Results of the calculation as plain data for the responses: amounts as strings."""

from __future__ import annotations

from typing import Any

from actions.budget_reader import UNNAMED
from actions.turn import Entity
from bot.scheme.funding import FundingResult, Investment, LineResult, Project, Refusal


def result(found: FundingResult) -> dict[str, Any]:
    """The calculation line by line, its totals, and which rule binds."""
    return {
        "lines": [_line(line) for line in found.lines],
        "budget_total": str(found.budget_total),
        "eligible_total": str(found.eligible_total),
        "excluded_total": str(found.excluded_total),
        "grant": str(found.grant),
        "own_share": str(found.own_share),
        "company_pays": str(found.company_pays),
        "threshold": str(found.threshold),
        "binding": found.binding,
    }


def _line(found: LineResult) -> dict[str, Any]:
    expense = found.line.expense
    return {
        "expense": "" if expense.startswith(UNNAMED) else expense,
        "label": found.line.label,
        "amount": str(found.line.amount),
        "counted": str(found.counted),
        "excluded": str(found.excluded),
        "reason": found.reason,
        "count": found.line.count,
        "occurrences": found.occurrences,
    }


def investment(found: Investment) -> dict[str, Any]:
    return {
        "asked": str(found.asked),
        "grant": str(found.grant),
        "eligible_total": str(found.eligible_total),
        "own_share": str(found.own_share),
        "exceeds": found.exceeds_ceiling,
    }


def project(found: Project) -> dict[str, Any]:
    return {
        "own_share": str(found.own_share),
        "grant": str(found.grant),
        "total": str(found.total),
        "binding": found.binding,
    }


def refusal(found: Refusal) -> dict[str, Any]:
    return {"code": found.code, "amount": str(found.amount), "expense": found.expense or ""}


def unclear(entity: Entity) -> dict[str, Any]:
    """An amount that must be asked back, with what is known of it."""
    return {
        "kind": entity.get("kind"),
        "said": entity.get("text"),
        "value": entity.get("value"),
        "currency": entity.get("currency"),
        "expense": entity.get("expense") or "",
    }
