"""Intents are counted right: invented readings, no model."""

from __future__ import annotations

from typing import Any

import pytest

from bot.evaluation.intents import Judged, confusions, judge, macro_f1, questions_found, recalls
from bot.evaluation.shares import Share
from tests.evaluation.readings import item, reading


def judged(wanted: str, decided: str, *, answered: bool | None = None) -> Judged:
    strict = wanted == decided
    return Judged(wanted, decided, strict, strict if answered is None else answered)


@pytest.mark.parametrize(
    ("read", "strict", "answered"),
    [
        (reading("ask_a"), True, True),
        (reading("ask_b"), False, False),
        (reading("ask_also"), True, True),
        (reading("ask_several", "ask_b", "ask_a"), False, True),
        (reading("ask_several", "ask_b", "ask_c"), False, False),
        (reading("ask_b", "ask_a"), False, False),
    ],
)
def test_a_message_is_answered_when_what_was_asked_is_among_the_answers(
    read: dict[str, Any], strict: bool, answered: bool
) -> None:
    found = judge(item("ask_a", also=["ask_also"]), read)

    assert (found.strict, found.answered) == (strict, answered)


def test_a_second_answer_is_one_of_several() -> None:
    assert judge(item("ask_a"), reading("ask_several", "ask_a", "ask_b")).second
    assert not judge(item("ask_a"), reading("ask_a")).second


def test_of_a_conversation_the_last_message_is_judged() -> None:
    talk = {"turns": ["first", "last one"], "last_intent": "ask_a", "register": "mixed"}
    found = judge(talk, reading("ask_a", scope=0.7), frozenset({"last one"}))

    assert (found.strict, found.trained, found.scope) == (True, True, 0.7)


def test_only_a_very_short_text_stands_in_training_by_chance() -> None:
    trained = frozenset({"yes", "a long sentence"})

    assert judge(item("affirm", "Yes"), reading("affirm"), trained).chance
    assert not judge(item("affirm", "a long sentence"), reading("affirm"), trained).chance
    assert not judge(item("affirm", "no"), reading("affirm"), trained).chance


def test_macro_f1_weighs_every_wanted_intent_alike() -> None:
    found = [judged("a", "a") for _ in range(3)]
    found += [judged("b", "a"), judged("b", "b")]

    assert macro_f1(found) == pytest.approx((6 / 7 + 2 / 3) / 2)


def test_a_second_answer_does_not_count_for_macro_f1() -> None:
    assert macro_f1([judged("a", "ask_several", answered=True)]) == 0


def test_the_weakest_intent_comes_first_with_what_it_was_taken_for() -> None:
    found = [judged("a", "a"), judged("a", "ask_several", answered=True), judged("b", "c")]

    weakest, strongest = recalls(found)
    assert (weakest.intent, weakest.answered, weakest.instead) == ("b", Share(0, 1), (("c", 1),))
    assert (strongest.strict, strongest.answered) == (Share(1, 2), Share(2, 2))
    assert strongest.instead == ()


def test_declining_with_another_intent_is_no_confusion() -> None:
    found = [
        judged("out_of_scope", "other_scheme"),
        judged("out_of_scope", "nlu_fallback"),
        judged("out_of_scope", "ask_a"),
        judged("ask_b", "out_of_scope"),
        judged("ask_b", "out_of_scope"),
        judged("ask_c", "ask_several", answered=True),
    ]

    assert [each.declined for each in found[:3]] == [True, True, False]
    assert confusions(found) == [(("ask_b", "out_of_scope"), 2), (("out_of_scope", "ask_a"), 1)]


def test_thanks_beside_a_question_need_no_answer_of_their_own() -> None:
    assert questions_found({"intents": ["thank", "ask_a"]}, reading("ask_a")) == Share(1, 1)
    assert questions_found({"intents": ["ask_b", "ask_a"]}, reading("ask_a")) == Share(1, 2)


def test_a_share_of_nothing_is_nothing() -> None:
    assert Share.of([]).value == 0
    assert Share.of([True, False]) == Share(1, 2)
