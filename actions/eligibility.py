"""The guided eligibility check: what was heard, what still matters, the verdict."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import wiring
from actions.slots import PROFILE, REQUESTED
from actions.turn import Turn
from bot.nlu.situation import denied, read_situation
from bot.scheme.eligibility import Assessment, assess

Events = list[dict[str, Any]]
_ANSWERS = frozenset({"describe_situation", "affirm", "deny", "unsure"})


class ValidateEligibilityForm(FormValidationAction):
    """Fills only what was said; asks only what can still change the verdict."""

    def name(self) -> str:
        return "validate_eligibility_form"

    async def get_extraction_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        return []

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        turn, requested = Turn.latest(tracker), tracker.get_slot(REQUESTED)
        heard = read_situation(
            turn.text, turn.intent, _used(turn), wiring.base().scheme.requirements, requested
        )
        if requested and not heard and turn.intent in _ANSWERS:
            dispatcher.utter_message(response="utter_check_not_heard")
            return [SlotSet(requested, None)]
        return [SlotSet(fact, value) for fact, value in heard.items()]

    async def required_slots(
        self,
        domain_slots: list[str],
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],
    ) -> list[str]:
        question = assessment(tracker).next_question
        return [question] if question else []


class AssessEligibility(Action):
    def name(self) -> str:
        return "action_assess_eligibility"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        found = assessment(tracker)
        results = [{"id": r.requirement, "outcome": r.outcome} for r in found.results]
        dispatcher.utter_message(
            response="utter_check_result", verdict=found.verdict, results=results
        )
        return []


class RestartCheck(Action):
    """A new check starts from what the message says, not from an earlier company."""

    def name(self) -> str:
        return "action_restart_check"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        dispatcher.utter_message(response="utter_check_started")
        return [SlotSet(fact, None) for fact in PROFILE]


def _used(turn: Turn) -> list[str]:
    """The technologies named, but for those of which it is said that they are not used."""
    named = (each for each in turn.of("technology") if not denied(turn.text, each.get("start", 0)))
    return list(dict.fromkeys(str(each["value"]) for each in named))


def assessment(tracker: Tracker) -> Assessment:
    """The verdict on what the conversation knows so far."""
    return assess(wiring.requirements(), wiring.profile(tracker.slots))
