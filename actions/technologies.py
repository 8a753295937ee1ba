"""Whether a technology is one of the smart-production criteria."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn


class AnswerTechnologies(Action):
    def name(self) -> str:
        return "action_answer_technologies"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        answer(Turn.latest(tracker), dispatcher)
        return []


def answer(turn: Turn, dispatcher: CollectingDispatcher) -> None:
    """The technologies named, with the words that the user has for each."""
    said = {entity["value"]: entity.get("text", "") for entity in turn.of("technology")}
    items = [{"id": id_, "said": text} for id_, text in said.items()]
    dispatcher.utter_message(response="utter_technologies", items=items)
