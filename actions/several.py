"""Two or three different questions in one message: each is answered, in order."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import expenses, funding, services, technologies
from actions.turn import Turn
from bot.nlg.wording import response_for

_MOST = 3


class AnswerSeveral(Action):
    def name(self) -> str:
        return "action_answer_several"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        events: list[dict[str, Any]] = []
        whole = Turn.latest(tracker)
        for part in Turn.parts(tracker)[:_MOST]:
            if part.intent in funding.WORKERS:
                money = Turn(whole.text, part.intent, whole.entities)
                events += funding.WORKERS[part.intent](money, tracker, dispatcher)
            else:
                _answer(part, dispatcher)
        return events


def _answer(part: Turn, dispatcher: CollectingDispatcher) -> None:
    own = {
        "ask_expense": expenses.answer,
        "ask_service": services.answer,
        "request_recommendation": services.advise,
        "ask_technology": technologies.answer,
    }.get(part.intent)
    if own:
        own(part, dispatcher)
        return
    topic = part.intent.removeprefix("ask_")
    topic = "contact" if topic == "request_human" else topic
    response = response_for(topic)
    dispatcher.utter_message(response=response, topic=topic, entities=list(part.entities))
