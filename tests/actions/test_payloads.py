"""What somebody types as a payload may hold anything; no action falls over it."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Action

from actions.expenses import AnswerExpenses
from actions.funding import CalculateGrant, WorkOutInvestment
from actions.services import AnswerService, RecommendServices
from actions.technologies import AnswerTechnologies
from tests.actions.conversation import Conversation

ACTIONS = (
    AnswerExpenses,
    CalculateGrant,
    WorkOutInvestment,
    AnswerService,
    RecommendServices,
    AnswerTechnologies,
)


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("type_", ["expense", "service", "technology", "amount", "count", "topic"])
@pytest.mark.parametrize("value", ["", "nonsense", "-1", "NaN", "9" * 5000, "1E+999999", None, []])
def test_any_entity_with_any_value_is_answered_somehow(
    action: type[Action], type_: str, value: Any
) -> None:
    entities = [{"entity": type_, "value": value, "start": 0, "end": 9}]
    said = Conversation().say(action(), "/payload", "ask_expense", entities=entities)

    assert said
    assert all(each["response"].startswith("utter_") for each in said)
