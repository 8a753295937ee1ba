"""Budget lines and totals out of the entities of one message."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from actions import wiring
from actions.turn import Entity, Turn
from bot.knowledge.terms import assumed
from bot.scheme.funding import BudgetLine
from bot.scheme.money import ZERO, Money, MoneyError

UNNAMED = "unnamed:"
"""Prefix of the id of a line that the knowledge base does not name."""

LARGEST = Money.of(Decimal(10) ** 12)
"""Above this an amount is taken for a slip of the keyboard, in HKD."""

ABSURD = LARGEST.times(1000)
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
        if not is_clear(amount):
            unclear.append(amount | {"expense": expense and _expense(expense)})
        elif named:
            lines.append(_line(turn, amount, expense))
        else:
            totals.append(_sum(turn, amount))
    return Spoken(tuple(lines), tuple(totals), tuple(unclear))


def is_clear(amount: Entity) -> bool:
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
    money = money_of(amount)
    count = _partner(turn, amount, "count")
    if amount.get("per_unit") and count:
        return money.times(int(count["value"]))
    return money


def money_of(amount: Entity) -> Money:
    """The value of a clear amount; beyond what can be an amount, something as absurd."""
    value = Decimal(str(amount["value"]))
    try:
        return Money.of(value)
    except MoneyError:
        return ABSURD if value > 0 else ZERO - ABSURD
