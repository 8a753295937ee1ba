"""Cards of the calculation: what counts of each item, the sums, and who pays which part."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bot.nlg.card_parts import Card, joined, of_item
from bot.nlg.phrases import Answer

_PLACES = 4
_NOTHING = "0"


def itemised(answer: Answer) -> Card:
    """`utter_funding`: a budget of several items."""
    lines = answer.data["lines"]
    return _card(
        answer,
        columns=[answer.phrase(f"funding.{each}") for each in ("item", "cost", "counted")],
        rows=[_row(answer, line) for line in lines],
        totals=_totals(answer),
        bar=_budget_bar(answer),
        notes=_conditions(answer),
        source=answer.phrase("funding.source"),
    )


def bare_total(answer: Answer) -> Card:
    """`utter_funding_total`: one amount, taken as wholly eligible."""
    notes = [answer.phrase("funding.all_eligible"), answer.phrase("funding.give_items")]
    return _card(answer, totals=_totals(answer), bar=_budget_bar(answer), notes=notes)


def investment(answer: Answer) -> Card:
    """`utter_investment`: what to spend for a grant."""
    data = answer.data
    exceeds = [answer.phrase("funding.exceeds")] if data["exceeds"] else []
    return _card(
        answer,
        totals=[
            _total(answer, "grant", data["grant"], strong=True),
            _total(answer, "least_eligible", data["eligible_total"]),
            _total(answer, "own_money", data["own_share"], answer.phrase("funding.matching")),
        ],
        bar=_bar(answer, data["eligible_total"], government=data["grant"], own=data["own_share"]),
        notes=[*exceeds, answer.phrase("funding.extra_costs")],
    )


def project(answer: Answer) -> Card:
    """`utter_project`: what a company's own money makes."""
    data = answer.data
    at_ceiling = answer.phrase("funding.is_ceiling") if data["binding"] == "ceiling" else ""
    return _card(
        answer,
        totals=[
            _total(answer, "own_money", data["own_share"]),
            _total(answer, "most_grant", data["grant"], at_ceiling, strong=True),
            _total(answer, "all_eligible_cost", data["total"], answer.phrase("funding.matching")),
        ],
        bar=_bar(answer, data["total"], government=data["grant"], own=data["own_share"]),
        notes=[answer.phrase("funding.extra_costs")],
    )


def _card(answer: Answer, **parts: Any) -> Card:
    return {
        "kind": "calculation",
        "whole": True,
        "title": answer.phrase("funding.title"),
        "columns": [],
        "rows": [],
        "disclaimer": answer.phrase("funding.disclaimer"),
        "source": parts.pop("source", None) or answer.phrase("funding.terms_source"),
        **parts,
    }


def _row(answer: Answer, line: dict[str, Any]) -> dict[str, str]:
    return {
        "name": answer.phrase("funding.line_name", line=line),
        "amount": answer.words.money(line["amount"]),
        "counted": answer.words.money(line["counted"]),
        "state": _state(line),
        "note": answer.phrase(f"why.{line['reason']}"),
    }


def _state(line: dict[str, Any]) -> str:
    if line["counted"] == _NOTHING:
        return "none"
    return "full" if line["counted"] == line["amount"] else "part"


def _totals(answer: Answer) -> list[dict[str, Any]]:
    data = answer.data
    excluded = data["excluded_total"] != _NOTHING
    budget, pays = ("funding.of_budget", "funding.of_company_pays") if excluded else ("", "")
    return [
        _total(answer, "eligible", data["eligible_total"], budget and answer.phrase(budget)),
        _total(answer, "grant", data["grant"], _grant_note(answer), strong=True),
        _total(answer, "company_pays", data["company_pays"], pays and answer.phrase(pays)),
    ]


def _grant_note(answer: Answer) -> str:
    phrases = {
        "ceiling": ("grant_at_ceiling", "ceiling_binds"),
        "ratio": ("grant_sum", "below_ceiling"),
    }
    names = phrases.get(answer.data["binding"], ("no_grant",))
    notes = [answer.phrase(f"funding.{name}") for name in names]
    return joined(notes, answer.words.language)


def _total(
    answer: Answer, label: str, amount: str, note: str = "", *, strong: bool = False
) -> dict[str, Any]:
    return {
        "label": answer.phrase(f"funding.{label}"),
        "value": answer.words.money(amount),
        "note": note,
        "strong": strong,
    }


def _conditions(answer: Answer) -> list[str]:
    label, words = answer.phrase("funding.condition"), answer.words
    return [
        of_item(answer, label, words.name(entry), words.say(entry.condition))
        for entry in words.conditions_of(answer.data["lines"])
    ]


def _budget_bar(answer: Answer) -> Card:
    data = answer.data
    return _bar(
        answer,
        data["budget_total"],
        government=data["grant"],
        own=data["own_share"],
        excluded=data["excluded_total"],
    )


def _bar(answer: Answer, total: str, **amounts: str) -> Card:
    """The parts of `total` that there are; amounts in HKD by role."""
    paid = {role: amount for role, amount in amounts.items() if amount != _NOTHING}
    shares = _shares([Decimal(amount) for amount in paid.values()])
    parts = [
        {
            "role": role,
            "label": answer.phrase(f"funding.{role}_part"),
            "value": answer.words.money(amount),
            "share": share,
        }
        for (role, amount), share in zip(paid.items(), shares, strict=True)
    ]
    return {"label": answer.phrase("funding.whole_budget", total=total), "parts": parts}


def _shares(amounts: list[Decimal]) -> list[float]:
    """Each amount's part of their sum, rounded; what rounding leaves goes to the largest."""
    whole = sum(amounts)
    shares = [round(amount / whole, _PLACES) for amount in amounts]
    shares[amounts.index(max(amounts))] += 1 - sum(shares)
    return [float(share) for share in shares]
