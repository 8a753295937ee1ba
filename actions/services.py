"""HKPC's services: described by name, and recommended for what a company makes and needs."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import wiring
from actions.turn import Turn
from bot.scheme.conditions import Profile
from bot.scheme.services import recommend


class AnswerService(Action):
    def name(self) -> str:
        return "action_answer_service"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        answer(Turn.latest(tracker), dispatcher)
        return []


class RecommendServices(Action):
    def name(self) -> str:
        return "action_recommend_services"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        advise(Turn.latest(tracker), dispatcher)
        return []


def answer(turn: Turn, dispatcher: CollectingDispatcher) -> None:
    """The named services; without one, what suits the technologies, or the catalogue."""
    services = turn.ids("service")
    if services:
        dispatcher.utter_message(response="utter_service", services=services)
    elif turn.ids("product") or turn.ids("industry") or turn.ids("technology"):
        advise(turn, dispatcher)
    else:
        dispatcher.utter_message(response="utter_service_unknown")


def advise(turn: Turn, dispatcher: CollectingDispatcher) -> None:
    """Services for what was said, each with its reason; or a question when that was little."""
    found = recommend(wiring.catalogue(), profile(turn))
    services = list(dict.fromkeys([*turn.ids("service"), *(each.service for each in found)]))
    if not services:
        dispatcher.utter_message(response="utter_recommendation_asked")
        return
    dispatcher.utter_message(
        response="utter_recommendation", services=services, named=turn.ids("service")
    )


def profile(turn: Turn) -> Profile:
    """What the message says of the company, as the catalogue's conditions read it."""
    facts = {
        "products": turn.ids("product"),
        "industries": turn.ids("industry"),
        "services": turn.ids("service"),
        "technologies": turn.ids("technology"),
        "needs": turn.ids("service"),
    }
    return {name: frozenset(ids) for name, ids in facts.items()}
