"""The funding calculation over a conversation: totals, budgets, changes and the inverse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import budget_reader, funding_view, wiring
from actions.budget_changes import apply
from actions.budget_reader import LARGEST, Spoken
from actions.slots import BUDGET
from actions.turn import Turn
from bot.nlu.budget_change import BudgetChange, change_of, is_own_money
from bot.scheme.budget import Budget
from bot.scheme.funding import (
    Refusal,
    calculate,
    from_total,
    investment_for_grant,
    project_for_own_share,
)
from bot.scheme.money import Money

Events = list[dict[str, Any]]
_MOST_TOTALS = 3


def work_out(turn: Turn, tracker: Tracker, dispatcher: CollectingDispatcher) -> Events:
    """The grant on what was said, together with what was said before."""
    spoken = budget_reader.read(turn)
    state = tracker.get_slot(BUDGET) or {}
    before = Budget.from_dict(state.get("budget"))
    if len(spoken.totals) > 1 and not spoken.lines and not spoken.unclear:
        return _compare(spoken.totals, dispatcher)
    change = change_of(turn.text)
    budget = apply(before, spoken, change, turn, state.get("asked"))
    if _refused(budget, dispatcher):
        return []
    if spoken.unclear:
        return _ask_back(budget, spoken.unclear, dispatcher)
    if not budget.lines:
        dispatcher.utter_message(response="utter_budget_asked")
        return [_kept(budget)]
    if budget is before and _asks_for_change(turn, spoken, change):
        dispatcher.utter_message(
            response="utter_budget_unchanged", **funding_view.unchanged(turn, spoken, change)
        )
        return []
    _show(budget, dispatcher)
    return [_kept(budget)]


def start_again(turn: Turn, _tracker: Tracker, dispatcher: CollectingDispatcher) -> Events:
    """An empty budget; amounts in the same message are taken up at once."""
    spoken = budget_reader.read(turn)
    if spoken.lines or spoken.totals:
        budget = apply(Budget(), spoken, "set", turn, None)
        if _refused(budget, dispatcher):
            return []
        _show(budget, dispatcher)
        return [_kept(budget)]
    dispatcher.utter_message(response="utter_budget_cleared")
    return [SlotSet(BUDGET, None)]


def work_out_investment(turn: Turn, _tracker: Tracker, dispatcher: CollectingDispatcher) -> Events:
    """What to invest for a grant (the largest when none is named), or what own money makes."""
    spoken = budget_reader.read(turn)
    terms = wiring.funding_terms()
    said = [*spoken.totals, *(line.amount for line in spoken.lines)]
    if spoken.unclear and not said:
        return _ask_back(Budget(), spoken.unclear, dispatcher)
    if said and is_own_money(turn.text):
        project = project_for_own_share(said[0], terms, LARGEST)
        _say(dispatcher, "utter_project", project, funding_view.project)
        return []
    investment = investment_for_grant(said[0] if said else terms.ceiling, terms, LARGEST)
    _say(dispatcher, "utter_investment", investment, funding_view.investment)
    return []


WORKERS: dict[str, Callable[[Turn, Tracker, CollectingDispatcher], Events]] = {
    "calculate_grant": work_out,
    "revise_budget": work_out,
    "reset_budget": start_again,
    "ask_investment": work_out_investment,
}


def _compare(totals: tuple[Money, ...], dispatcher: CollectingDispatcher) -> Events:
    for total in totals[:_MOST_TOTALS]:
        _show(Budget().replace_total(total), dispatcher)
    return [_kept(Budget().replace_total(totals[0]))]


def _asks_for_change(turn: Turn, spoken: Spoken, change: BudgetChange) -> bool:
    named = turn.of("expense") or turn.of("count") or spoken.lines or spoken.totals
    return change != "set" or bool(named)


def _show(budget: Budget, dispatcher: CollectingDispatcher) -> None:
    result = _result(budget)
    response = "utter_funding" if budget.total is None else "utter_funding_total"
    _say(dispatcher, response, result, funding_view.result)


def _result(budget: Budget) -> Any:
    terms = wiring.funding_terms()
    if budget.total is not None:
        return from_total(budget.total, terms, LARGEST)
    return calculate(budget.lines, wiring.expense_rules(), terms, LARGEST)


def _say(
    dispatcher: CollectingDispatcher, response: str, result: Any, view: Callable[[Any], Any]
) -> None:
    if isinstance(result, Refusal):
        dispatcher.utter_message(response="utter_amount_refused", **funding_view.refusal(result))
    else:
        dispatcher.utter_message(response=response, **view(result))


def _refused(budget: Budget, dispatcher: CollectingDispatcher) -> bool:
    """Whether the budget cannot be worked out; if so, that and why has been said."""
    result = _result(budget) if budget.lines else None
    if isinstance(result, Refusal):
        dispatcher.utter_message(response="utter_amount_refused", **funding_view.refusal(result))
    return isinstance(result, Refusal)


def _ask_back(budget: Budget, unclear: Any, dispatcher: CollectingDispatcher) -> Events:
    items = [funding_view.unclear(entity) for entity in unclear]
    dispatcher.utter_message(response="utter_amount_unclear", items=items)
    return [_kept(budget, asked=unclear[0].get("expense"))]


def _kept(budget: Budget, asked: str | None = None) -> dict[str, Any]:
    return SlotSet(BUDGET, {"budget": budget.to_dict(), "asked": asked})


class _Worker(Action):
    intent = "calculate_grant"

    def name(self) -> str:
        return f"action_{self.intent}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        return WORKERS[self.intent](Turn.latest(tracker), tracker, dispatcher)


class CalculateGrant(_Worker):
    pass


class ReviseBudget(_Worker):
    intent = "revise_budget"


class ResetBudget(_Worker):
    intent = "reset_budget"


class WorkOutInvestment(_Worker):
    intent = "ask_investment"

    def name(self) -> str:
        return "action_work_out_investment"
