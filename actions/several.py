"""Two or three different questions in one message: each is answered, in order.

A message that may as well mean one thing as another comes here too; that is said first.
"""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import answers, funding
from actions.turn import Turn

_MOST = 3


class AnswerSeveral(Action):
    def name(self) -> str:
        return "action_answer_several"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        events: list[dict[str, Any]] = []
        whole, parts = Turn.latest(tracker), Turn.parts(tracker)
        if not parts:
            dispatcher.utter_message(response="utter_human_offer")
        if len(parts) > 1 and all(part.text == whole.text for part in parts):
            dispatcher.utter_message(response="utter_two_readings")
        for part in parts[:_MOST]:
            if part.intent in funding.WORKERS:
                money = Turn(whole.text, part.intent, whole.entities)
                events += funding.WORKERS[part.intent](money, tracker, dispatcher)
            else:
                answers.answer(part, dispatcher)
        return events
