"""Two or three different questions in one message: each is answered, in order."""

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
        whole = Turn.latest(tracker)
        if not Turn.parts(tracker):
            dispatcher.utter_message(response="utter_human_offer")
        for part in Turn.parts(tracker)[:_MOST]:
            if part.intent in funding.WORKERS:
                money = Turn(whole.text, part.intent, whole.entities)
                events += funding.WORKERS[part.intent](money, tracker, dispatcher)
            else:
                answers.answer(part, dispatcher)
        return events
