"""What can be claimed, item by item."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import wiring
from actions.turn import Entity, Turn
from bot.knowledge.terms import assumed
from bot.nlu.unknown_items import unknown_items
from bot.scheme.expenses import BudgetLine, weigh
from bot.scheme.money import Money


@dataclass(frozen=True)
class _Place:
    start: int
    end: int


class AnswerExpenses(Action):
    def name(self) -> str:
        return "action_answer_expenses"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        answer(Turn.latest(tracker), dispatcher)
        return []


def answer(turn: Turn, dispatcher: CollectingDispatcher) -> None:
    """The verdict on each thing asked about, and on those that the material does not name."""
    named = turn.of("expense")
    unknown = unknown_items(turn.text, [_Place(e["start"], e["end"]) for e in _placed(turn)])
    if not named and not unknown:
        dispatcher.utter_message(response="utter_expense_which")
        return
    items = list({entity["value"]: _item(turn, entity) for entity in reversed(named)}.values())
    dispatcher.utter_message(
        response="utter_expense_verdicts", items=items[::-1], unknown=unknown, silent=not named
    )


def _placed(turn: Turn) -> list[Entity]:
    return [e for e in turn.entities if "start" in e and e["entity"] != "language"]


def _item(turn: Turn, entity: Entity) -> dict[str, Any]:
    item = {"id": entity["value"], "said": entity.get("text", "")}
    amount = _amount_of(turn, entity)
    if amount is None:
        return item
    expense = assumed(wiring.base(), entity["value"])
    line = BudgetLine(expense, Money.of(amount))
    result = weigh([line], wiring.expense_rules())[0]
    return item | {"amount": str(amount), "counted": str(result.counted.amount)}


def _amount_of(turn: Turn, entity: Entity) -> Decimal | None:
    """The exact amount that was said of this item, if there is one."""
    group = entity.get("group")
    for amount in turn.of("amount"):
        said = amount.get("kind") in ("exact", "approximate") and amount["value"]
        if group and amount.get("group") == group and said:
            return Decimal(amount["value"])
    return None
