"""The answer to one question that needs no conversation: by its own action or as a topic."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions import expenses, services, technologies
from actions.turn import Turn
from bot.nlg.wording import response_for

_TOPICS = {"request_human": "contact", "check_eligibility": "eligibility"}
_RESPONSES = {"ask_source": "utter_sources"}


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
    topic = _TOPICS.get(part.intent, part.intent.removeprefix("ask_"))
    response = _RESPONSES.get(part.intent) or response_for(topic)
    dispatcher.utter_message(response=response, topic=topic, entities=list(part.entities))
