"""The same answer to look at: which response has which card (`docs/website-api.md`)."""

from __future__ import annotations

from collections.abc import Callable

from bot.nlg import cards_eligibility, cards_expenses, cards_funding, cards_services
from bot.nlg.card_parts import Card
from bot.nlg.phrases import Answer

_BUILDERS: dict[str, Callable[[Answer], Card | None]] = {
    "utter_funding": cards_funding.itemised,
    "utter_funding_total": cards_funding.bare_total,
    "utter_investment": cards_funding.investment,
    "utter_project": cards_funding.project,
    "utter_expense_verdicts": cards_expenses.verdicts,
    "utter_fundable_list": cards_expenses.fundable,
    "utter_non_fundable_list": cards_expenses.not_fundable,
    "utter_service": cards_services.described,
    "utter_recommendation": cards_services.recommended,
    "utter_services": cards_services.catalogue,
    "utter_check_result": cards_eligibility.result,
}
_QUESTION = "utter_ask_"


def card_of(answer: Answer) -> Card | None:
    """The card of an answer; None where there is nothing better looked at than read."""
    response = answer.data["response"]
    if response.startswith(_QUESTION):
        return cards_eligibility.question(answer, response.removeprefix(_QUESTION))
    builder = _BUILDERS.get(response)
    return builder(answer) if builder else None
