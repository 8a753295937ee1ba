"""Several questions, unclear ones, and why."""

from __future__ import annotations

from typing import Any

import pytest

from actions.clarification import Clarify, Confirm
from actions.expenses import AnswerExpenses
from actions.explanation import Explain
from actions.several import AnswerSeveral
from tests.actions.conversation import Conversation, Said, read


def several(*parts: tuple[str, str]) -> list[Said]:
    questions = [
        {"intent": intent, "text": text, "entities": read(text, intent)["entities"]}
        for text, intent in parts
    ]
    whole = "，".join(text for text, _ in parts)
    return Conversation().say(AnswerSeveral(), whole, "ask_several", questions=questions)


def test_each_of_two_questions_is_answered_in_order() -> None:
    said = several(("租金計唔計", "ask_expense"), ("上限幾多", "ask_ceiling"))

    assert [each["response"] for each in said] == ["utter_expense_verdicts", "utter_topic"]
    assert said[1]["topic"] == "ceiling"


def test_a_message_that_may_mean_two_things_is_said_to() -> None:
    questions = [
        {"intent": intent, "text": "上限夾錢", "entities": []}
        for intent in ("ask_ceiling", "ask_matching")
    ]
    said = Conversation().say(AnswerSeveral(), "上限夾錢", "ask_several", questions=questions)

    assert said[0]["response"] == "utter_two_readings"
    assert [each["topic"] for each in said[1:]] == ["ceiling", "matching"]


@pytest.mark.parametrize(
    ("intent", "response"),
    [
        ("ask_source", "utter_sources"),
        ("bot_challenge", "utter_bot_challenge"),
        ("ask_language", "utter_language"),
        ("check_eligibility", "utter_topic"),
    ],
)
def test_what_is_asked_beside_a_question_gets_its_own_answer(intent: str, response: str) -> None:
    said = several(("上限幾多", "ask_ceiling"), ("另一樣", intent))

    assert said[1]["response"] == response
    assert said[1].get("topic") in {"source", "bot_challenge", "language", "eligibility"}


def test_a_calculation_beside_a_question_keeps_its_budget() -> None:
    said = several(("機器800萬可以攞幾多", "calculate_grant"), ("幾時有錢收", "ask_payment"))

    assert [each["response"] for each in said] == ["utter_funding", "utter_topic"]


def test_a_flood_of_questions_is_answered_in_part() -> None:
    assert len(several(*[("上限幾多", "ask_ceiling")] * 20)) <= 3


def clarify(talk: Conversation, *ranking: str) -> Said:
    ranked: list[dict[str, Any]] = [{"name": name, "confidence": 0.1} for name in ranking]
    (said,) = talk.say(Clarify(), "咕嚕咕嚕", "nlu_fallback", intent_ranking=ranked)
    return said


def test_what_is_unclear_is_asked_back_with_the_likely_questions() -> None:
    said = clarify(Conversation(), "out_of_scope", "ask_ceiling", "affirm", "ask_period")

    assert (said["response"], said["suggested"]) == ("utter_clarify", ["ask_ceiling", "ask_period"])


def test_what_is_unclear_a_second_time_is_offered_a_person() -> None:
    talk = Conversation()
    clarify(talk, "ask_ceiling")

    assert clarify(talk, "ask_ceiling")["response"] == "utter_human_offer"


def test_a_few_unclear_words_ask_the_last_question_again_of_something_else() -> None:
    talk = Conversation()
    talk.events.append(
        {"event": "user", "text": "擺邊", "parse_data": read("擺邊", "ask_location")}
    )

    said = clarify(talk, "ask_location", "ask_period")

    assert (said["response"], said["topic"]) == ("utter_topic", "location")


@pytest.mark.parametrize("before", ["ask_period", "calculate_grant", "ask_investment", "greet"])
def test_unclear_words_are_not_taken_for_a_question_that_they_are_not_like(before: str) -> None:
    talk = Conversation()
    talk.events.append({"event": "user", "text": "之前", "parse_data": read("之前", before)})

    assert clarify(talk, "ask_location", "calculate_grant")["response"] == "utter_clarify"


@pytest.mark.parametrize("ranking", [(), ("out_of_scope", "greet")])
def test_with_nothing_to_suggest_a_person_is_offered(ranking: tuple[str, ...]) -> None:
    assert clarify(Conversation(), *ranking)["response"] == "utter_human_offer"


def test_yes_to_nothing_is_asked_back() -> None:
    (said,) = Conversation().say(Confirm(), "係", "affirm")

    assert said["response"] == "utter_nothing_to_confirm"


def test_why_after_a_verdict_gives_the_verdict_with_its_reason_again() -> None:
    talk = Conversation()
    before = talk.say(AnswerExpenses(), "租金計唔計", "ask_expense")
    talk.say(Explain(), "點解", "ask_why")

    assert talk.say(Explain(), "點解呢", "ask_why") == before


def test_why_with_a_thing_named_explains_that_thing() -> None:
    talk = Conversation()
    talk.say(AnswerExpenses(), "機器計唔計", "ask_expense")
    (said,) = talk.say(Explain(), "點解租金唔計㗎", "ask_why")

    assert [item["id"] for item in said["items"]] == ["rent"]


def test_where_it_is_written_names_the_sources() -> None:
    (said,) = Conversation().say(Explain(), "有冇出處", "ask_source")

    assert said["response"] == "utter_sources"
