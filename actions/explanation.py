"""Why, and where it is written: the answer before, with its reasons and sources."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import expenses, technologies
from actions.answers import answer
from actions.funding import WORKERS
from actions.turn import Turn

_NO_ANSWER = frozenset({"ask_why", "ask_source", "nlu_fallback", "greet", "thank", "affirm"})

_BEHIND_A_CALCULATION = ("ask_matching", "ask_ceiling")


class Explain(Action):
    def name(self) -> str:
        return "action_explain"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        now, before = Turn.latest(tracker), answered_before(tracker)
        if now.of("expense"):
            expenses.answer(now, dispatcher)
        elif now.of("technology"):
            technologies.answer(now, dispatcher)
        elif before and before.intent in WORKERS:
            for topic in _BEHIND_A_CALCULATION:
                answer(Turn("", topic, ()), dispatcher)
        elif before and before.intent.startswith("ask_"):
            answer(before, dispatcher)
        else:
            dispatcher.utter_message(response="utter_sources")
        return []


def answered_before(tracker: Tracker) -> Turn | None:
    """The last message before this one that was given an answer."""
    said = [event for event in tracker.events if event["event"] == "user"][:-1]
    for event in reversed(said):
        data = event.get("parse_data") or {}
        intent = (data.get("intent") or {}).get("name") or ""
        if intent not in _NO_ANSWER:
            return Turn(event.get("text") or "", intent, tuple(data.get("entities") or ()))
    return None
