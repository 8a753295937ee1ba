"""The answer to one question that needs no conversation: by its own action or as a topic."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions import expenses, services, technologies
from actions.turn import Turn
from bot.nlg.wording import response_for


def answer(part: Turn, dispatcher: CollectingDispatcher) -> None:
    """Utter what answers `part`."""
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
