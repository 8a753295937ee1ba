"""Budget lines and totals out of the entities of one message."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from actions import wiring
from actions.turn import Entity, Turn
from bot.knowledge.terms import assumed
from bot.scheme.funding import BudgetLine
from bot.scheme.money import Money

UNNAMED = "unnamed:"
"""Prefix of the id of a line that the knowledge base does not name."""

_CLEAR = ("exact", "approximate", "negative")


@dataclass(frozen=True)
class Spoken:
    """What a message says of money: itemised lines, bare totals, and what is unclear."""

    lines: tuple[BudgetLine, ...]
    totals: tuple[Money, ...]
    unclear: tuple[Entity, ...]


def read(turn: Turn) -> Spoken:
    """Sort the amounts of a message."""
    lines, totals, unclear = [], [], []
    for amount in turn.of("amount"):
        expense = _partner(turn, amount, "expense")
        named = bool(expense or amount.get("unknown_item"))
        if not _is_clear(amount):
            unclear.append(amount | {"expense": expense and _expense(expense)})
        elif named:
            lines.append(_line(turn, amount, expense))
        else:
            totals.append(_sum(turn, amount))
    return Spoken(tuple(lines), tuple(totals), tuple(unclear))


def _is_clear(amount: Entity) -> bool:
    return amount.get("kind", "exact") in _CLEAR and amount.get("value") is not None


def _partner(turn: Turn, amount: Entity, type_: str) -> Entity | None:
    group = amount.get("group")
    same = (entity for entity in turn.of(type_) if group and entity.get("group") == group)
    return next(same, None)


def _line(turn: Turn, amount: Entity, expense: Entity | None) -> BudgetLine:
    count = _partner(turn, amount, "count")
    label = expense.get("text", "") if expense else amount["unknown_item"]
    return BudgetLine(
        expense=_expense(expense) if expense else UNNAMED + label,
        amount=_sum(turn, amount),
        count=int(count["value"]) if count else None,
        label=label,
    )


def _expense(entity: Entity) -> str:
    return assumed(wiring.base(), str(entity["value"]))


def _sum(turn: Turn, amount: Entity) -> Money:
    value = Decimal(str(amount["value"]))
    count = _partner(turn, amount, "count")
    if amount.get("per_unit") and count:
        value *= int(count["value"])
    return Money.of(value)
