"""When a message is not understood, or when yes and no answer nothing."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

_SUGGESTED = 3
_NEVER_SUGGESTED = frozenset({
    "out_of_scope", "other_scheme", "nlu_fallback", "affirm", "deny", "unsure", "cancel",
    "greet", "thank", "goodbye", "describe_situation", "revise_budget", "ask_why", "ask_source",
    "ask_language", "bot_challenge", "ask_not_covered", "ask_several", "message_too_long",
})  # fmt: skip


class Clarify(Action):
    """First asks what was meant; the second time running, offers a person."""

    def name(self) -> str:
        return "action_clarify"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        ranking = tracker.latest_message.get("intent_ranking") or ()
        likely = [each["name"] for each in ranking if each["name"] not in _NEVER_SUGGESTED]
        if _again(tracker) or not likely:
            dispatcher.utter_message(response="utter_human_offer")
        else:
            dispatcher.utter_message(response="utter_clarify", suggested=likely[:_SUGGESTED])
        return []


class Confirm(Action):
    """Yes, no or 'I do not know' where nothing was asked."""

    def name(self) -> str:
        return "action_confirm"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_nothing_to_confirm")
        return []


def _again(tracker: Tracker) -> bool:
    """Whether the message before this one was not understood either."""
    intents = [
        event["parse_data"]["intent"]["name"]
        for event in tracker.events
        if event["event"] == "user" and event.get("parse_data", {}).get("intent")
    ]
    return len(intents) > 1 and intents[-2] == "nlu_fallback"
