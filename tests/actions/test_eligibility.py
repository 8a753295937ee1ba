"""The guided check asks only what still matters and remembers what was said."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import wiring
from actions.eligibility import AssessEligibility, RestartCheck, ValidateEligibilityForm
from actions.slots import PROFILE
from tests.actions.conversation import Conversation

GOOD = {
    "incorporated": True,
    "new_line": True,
    "in_hong_kong": True,
    "smart_share": "whole",
    "technologies": ["ai"],
    "months": 1,
}


def answer(
    talk: Conversation, text: str, intent: str = "describe_situation", asked: str | None = None
) -> dict[str, Any]:
    """The facts that the form takes from a message, kept in the conversation."""
    talk.slots["requested_slot"] = asked
    talk.say(RestartCheck(), text, intent)
    form = ValidateEligibilityForm()
    heard = asyncio.run(form.get_validation_events(CollectingDispatcher(), talk.tracker(), {}))
    return {event["name"]: event["value"] for event in heard}


def next_question(slots: dict[str, Any]) -> list[str]:
    tracker = Conversation(slots=slots).tracker()
    form = ValidateEligibilityForm()
    return asyncio.run(form.required_slots(list(PROFILE), CollectingDispatcher(), tracker, {}))


def verdict(slots: dict[str, Any]) -> tuple[str, dict[str, str]]:
    (said,) = Conversation(slots=slots).say(AssessEligibility(), "係", "affirm")
    assert said["response"] == "utter_check_result"
    return said["verdict"], {each["id"]: each["outcome"] for each in said["results"]}


def test_a_company_that_fits_is_likely_eligible() -> None:
    found, outcomes = verdict(dict(GOOD))

    assert found == "likely_eligible"
    assert set(outcomes.values()) == {"met"}


@pytest.mark.parametrize(
    ("fact", "value"),
    [("incorporated", False), ("new_line", False), ("in_hong_kong", False), ("technologies", [])],
)
def test_one_condition_that_is_not_met_decides_and_ends_the_questions(
    fact: str, value: Any
) -> None:
    slots: dict[str, Any] = {fact: value}

    assert next_question(slots) == []
    assert verdict(slots)[0] == "not_eligible"


def test_a_project_that_takes_too_long_needs_a_talk_and_is_no_refusal() -> None:
    found, outcomes = verdict({**GOOD, "months": 10_000})

    assert found != "not_eligible"
    assert outcomes["months"] == "soft_miss"


def test_what_nobody_knows_is_not_asked_again() -> None:
    slots = {**GOOD, "smart_share": "unsure"}

    assert next_question(slots) == []
    assert verdict(slots)[0] == "needs_talk"


def test_the_questions_come_one_at_a_time_until_all_is_known() -> None:
    slots: dict[str, Any] = {}
    asked = []
    while question := next_question(slots):
        (fact,) = question
        asked.append(fact)
        slots[fact] = GOOD[fact]

    assert asked == [each.fact for each in wiring.requirements()]


def test_one_message_can_answer_several_questions() -> None:
    heard = answer(Conversation(), "我哋係香港註冊公司，會起一條新線，大概一年搞掂，用AI同機械人")

    assert heard["incorporated"] is True
    assert heard["new_line"] is True
    assert heard["months"] == 12
    assert set(heard["technologies"]) == {"ai", "robotics"}


def test_a_technology_that_is_not_used_is_not_taken_for_one_that_is() -> None:
    assert answer(Conversation(), "冇用AI，淨係用機械人", asked="technologies")["technologies"] == [
        "robotics"
    ]


def test_a_short_answer_belongs_to_the_question() -> None:
    assert answer(Conversation(), "係", "affirm", "new_line") == {"new_line": True}
    assert answer(Conversation(), "唔知", "unsure", "months") == {"months": "unsure"}


def test_a_question_in_between_changes_nothing() -> None:
    assert answer(Conversation(), "點解要喺香港？", "ask_location", "in_hong_kong") == {}


def test_a_new_check_forgets_the_company_before() -> None:
    talk = Conversation(slots=dict(GOOD))
    (said,) = talk.say(RestartCheck(), "幫我check下資格", "check_eligibility")

    assert said["response"] == "utter_check_started"
    assert all(talk.slots[fact] is None for fact in PROFILE)
