"""What can be claimed, item by item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import services, wiring
from actions.budget_reader import LARGEST, is_clear, money_of
from actions.turn import Entity, Turn
from bot.knowledge.terms import assumed
from bot.nlu.unknown_items import unknown_items
from bot.scheme.expenses import BudgetLine, weigh
from bot.scheme.money import ZERO, Money


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
    """The verdict on each thing asked about, and on those that the material does not name.

    A service asked about as an expense is described: its text says what of it is fundable.
    """
    items = _items(turn)
    unknown = unknown_items(turn.text, [_Place(e["start"], e["end"]) for e in _placed(turn)])
    if not items and turn.ids("service"):
        services.answer(turn, dispatcher)
        return
    if not items and not unknown:
        dispatcher.utter_message(response="utter_expense_which")
    if items or unknown:
        dispatcher.utter_message(
            response="utter_expense_verdicts", items=items, unknown=unknown, silent=not items
        )


def _items(turn: Turn) -> list[dict[str, Any]]:
    """Each expense once, as first said, unless an amount was said with another mention.

    What only describes another thing is left out.
    """
    items: dict[str, dict[str, Any]] = {}
    for entity in [each for each in turn.of("expense") if not each.get("aside")]:
        item = _item(turn, entity)
        known = items.setdefault(item["id"], item)
        if "amount" in item and "amount" not in known:
            items[item["id"]] = item
    return list(items.values())


def _placed(turn: Turn) -> list[Entity]:
    return [e for e in turn.entities if "start" in e and e["entity"] != "language"]


def _item(turn: Turn, entity: Entity) -> dict[str, Any]:
    id_ = str(entity["value"])
    item = {"id": id_, "said": entity.get("text", "")}
    amount = _amount_of(turn, entity)
    if amount is None:
        return item
    expense = assumed(wiring.base(), id_)
    line = BudgetLine(expense, amount)
    result = weigh([line], wiring.expense_rules())[0]
    return item | {"amount": str(amount), "counted": str(result.counted.amount)}


def _amount_of(turn: Turn, entity: Entity) -> Money | None:
    """The amount that was said of this item, if there is one that makes sense."""
    group = entity.get("group")
    for amount in turn.of("amount"):
        if group and amount.get("group") == group and is_clear(amount):
            money = money_of(amount)
            return money if ZERO < money <= LARGEST else None
    return None
