"""Asks for each fact of the eligibility check; the question stands in the knowledge base."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.slots import PROFILE


class _AskFact(Action):
    fact = PROFILE[0]

    def name(self) -> str:
        return f"action_ask_{self.fact}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(response=f"utter_ask_{self.fact}")
        return []


class AskIncorporated(_AskFact):
    fact = "incorporated"


class AskNewLine(_AskFact):
    fact = "new_line"


class AskInHongKong(_AskFact):
    fact = "in_hong_kong"


class AskSmartShare(_AskFact):
    fact = "smart_share"


class AskTechnologies(_AskFact):
    fact = "technologies"


class AskMonths(_AskFact):
    fact = "months"
