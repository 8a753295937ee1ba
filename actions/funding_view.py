"""Results of the calculation as plain data for the responses: amounts as strings."""

from __future__ import annotations

from typing import Any

from actions.budget_reader import UNNAMED, Spoken
from actions.turn import Entity, Turn
from bot.nlu.budget_change import BudgetChange
from bot.scheme.funding import FundingResult, Investment, LineResult, Project, Refusal, Working


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
        "workings": _workings(found),
    }


def _line(found: LineResult) -> dict[str, Any]:
    return {
        "expense": _named(found.line.expense),
        "label": found.line.label,
        "amount": str(found.line.amount),
        "counted": str(found.counted),
        "excluded": str(found.excluded),
        "reason": found.reason,
        "count": found.line.count,
        "occurrences": found.occurrences,
    }


def _workings(found: FundingResult | Investment | Project) -> list[dict[str, Any]]:
    """The steps in order: code, what went in by name, and the amount that came out."""
    return [_working(each) for each in found.workings]


def _working(step: Working) -> dict[str, Any]:
    operands = {name: str(value) for name, value in step.operands}
    if "expense" in operands:
        operands["expense"] = _named(operands["expense"])
    return {"code": step.code, "operands": operands, "amount": str(step.amount)}


def _named(expense: str) -> str:
    """The id of an expense; nothing for one that the knowledge base does not name."""
    return "" if expense.startswith(UNNAMED) else expense


def investment(found: Investment) -> dict[str, Any]:
    return {
        "asked": str(found.asked),
        "grant": str(found.grant),
        "eligible_total": str(found.eligible_total),
        "own_share": str(found.own_share),
        "exceeds": found.exceeds_ceiling,
        "workings": _workings(found),
    }


def project(found: Project) -> dict[str, Any]:
    return {
        "own_share": str(found.own_share),
        "grant": str(found.grant),
        "total": str(found.total),
        "binding": found.binding,
        "workings": _workings(found),
    }


def refusal(found: Refusal) -> dict[str, Any]:
    return {"code": found.code, "amount": str(found.amount), "expense": found.expense or ""}


def unchanged(turn: Turn, spoken: Spoken, change: BudgetChange) -> dict[str, Any]:
    """A change that found nothing to work on: what was asked, of which items and amounts."""
    items = {each.get("text", ""): str(each["value"]) for each in turn.of("expense")}
    items |= {line.label: _named(line.expense) for line in spoken.lines}
    amounts = [*spoken.totals, *(line.amount for line in spoken.lines)]
    counts = turn.of("count")
    return {
        "change": change,
        "items": [{"id": expense, "said": said} for said, expense in items.items()],
        "amounts": [str(amount) for amount in amounts],
        "count": int(counts[0]["value"]) if counts else None,
    }


def unclear(entity: Entity) -> dict[str, Any]:
    """An amount that must be asked back, with what is known of it."""
    return {
        "kind": entity.get("kind"),
        "said": entity.get("text"),
        "value": entity.get("value"),
        "currency": entity.get("currency"),
        "expense": entity.get("expense") or "",
    }
