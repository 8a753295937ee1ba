"""When a message is not understood, or when yes and no answer nothing."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import answer
from actions.explanation import answered_before
from actions.funding import WORKERS
from actions.turn import Turn

_LIKELY = 3
_SHORT = 12
_SUGGESTED = 3
_NEVER_SUGGESTED = frozenset({
    "out_of_scope", "other_scheme", "nlu_fallback", "affirm", "deny", "unsure", "cancel",
    "greet", "thank", "goodbye", "describe_situation", "revise_budget", "ask_why", "ask_source",
    "ask_language", "bot_challenge", "ask_not_covered", "ask_several", "message_too_long",
})  # fmt: skip


class Clarify(Action):
    """First asks what was meant; the second time running, offers a person.

    A few words that may well ask the last question again, of something else (「咁大陸呢」),
    are taken to do so.
    """

    def name(self) -> str:
        return "action_clarify"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        again = _asked_again(tracker)
        if again:
            answer(again, dispatcher)
            return []
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


def _asked_again(tracker: Tracker) -> Turn | None:
    """The question answered before, asked of this message, if that is likely."""
    now, before = Turn.latest(tracker), answered_before(tracker)
    if before is None or not before.intent.startswith("ask_") or len(now.text) > _SHORT:
        return None
    ranking = tracker.latest_message.get("intent_ranking") or ()
    likely = [each["name"] for each in ranking[:_LIKELY]]
    if before.intent in _NEVER_SUGGESTED | WORKERS.keys() or before.intent not in likely:
        return None
    return Turn(now.text, before.intent, now.entities)


def _again(tracker: Tracker) -> bool:
    """Whether the message before this one was not understood either."""
    intents = [
        event["parse_data"]["intent"]["name"]
        for event in tracker.events
        if event["event"] == "user" and event.get("parse_data", {}).get("intent")
    ]
    return len(intents) > 1 and intents[-2] == "nlu_fallback"
