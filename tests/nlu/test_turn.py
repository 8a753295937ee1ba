"""What a message asks, from the classifier's words and from what was found in them."""

from __future__ import annotations

import pytest

from bot.nlu.heard import FALLBACK, SEVERAL, Heard, Limits
from bot.nlu.matcher import Mention
from bot.nlu.turn import decide
from bot.nlu.turn_evidence import settle
from bot.nlu.turn_words import is_question

LIMITS = Limits(unclear=0.2, clause=0.4, outside=0.5)


def heard(
    text: str,
    *ranking: tuple[str, float],
    scope: float = 0.9,
    mentions: tuple[Mention, ...] = (),
    amounts: int = 0,
    lines: int = 0,
) -> Heard:
    return Heard(text, ranking, scope, mentions, amounts=amounts, lines=lines)


def named(text: str, kind: str) -> tuple[Mention, ...]:
    return (Mention(0, len(text), text, ((kind, "some_id"),)),)


def test_a_clear_question_keeps_its_intent() -> None:
    assert decide(heard("上限", ("ask_ceiling", 0.9)), [], LIMITS).intent == "ask_ceiling"


def test_what_is_unlike_every_example_is_asked_back() -> None:
    whole = heard("咕嚕咕嚕", ("ask_ceiling", 0.3), scope=-0.5)

    assert decide(whole, [], LIMITS).intent == FALLBACK


def test_what_is_outside_is_declined_and_not_asked_back() -> None:
    whole = heard("聽日落唔落雨", ("out_of_scope", 0.9), scope=-0.8)

    assert decide(whole, [], LIMITS).intent == "out_of_scope"


@pytest.mark.parametrize(
    ("kind", "intent"),
    [("expense", "ask_expense"), ("technology", "ask_technology"), ("service", "ask_service")],
)
def test_the_bare_name_of_a_thing_asks_about_it(kind: str, intent: str) -> None:
    whole = heard("陶窯", ("greet", 0.2), scope=-0.1, mentions=named("陶窯", kind))

    assert decide(whole, [], LIMITS).intent == intent


def test_another_scheme_is_named_as_such_whatever_the_words_are_like() -> None:
    whole = heard("月球基金", ("ask_ceiling", 0.9), mentions=named("月球基金", "other_scheme"))

    assert decide(whole, [], LIMITS).intent == "other_scheme"


def test_a_list_of_things_with_amounts_is_a_budget() -> None:
    whole = heard("陶窯 3萬、釉料 7萬", ("ask_expense", 0.6), amounts=2, lines=2)

    assert decide(whole, [], LIMITS).intent == "calculate_grant"


def test_a_change_to_a_budget_stays_a_change() -> None:
    whole = heard("陶窯改 3萬、釉料 7萬", ("revise_budget", 0.6), amounts=2, lines=2)

    assert decide(whole, [], LIMITS).intent == "revise_budget"


def asking(text: str, intent: str, amounts: int = 0) -> Heard:
    return heard(text, (intent, 0.9), mentions=named(text[:2], "topic"), amounts=amounts)


def test_two_different_questions_are_both_kept_with_their_clauses() -> None:
    clauses = [asking("上限幾多", "ask_ceiling"), asking("期限幾耐", "ask_period")]
    decision = decide(heard("上限幾多，期限幾耐", ("ask_ceiling", 0.5)), clauses, LIMITS)

    assert decision.intent == SEVERAL
    assert decision.questions == (("ask_ceiling", (0,)), ("ask_period", (1,)))


def test_a_list_under_one_question_stays_together() -> None:
    clauses = [
        asking("陶窯得唔得", "ask_expense"),
        asking("上限幾多", "ask_ceiling"),
        asking("釉料呢", "ask_expense"),
    ]
    decision = decide(heard("陶窯得唔得，上限幾多，釉料呢", ("ask_expense", 0.5)), clauses, LIMITS)

    assert decision.questions == (("ask_expense", (0, 2)), ("ask_ceiling", (1,)))


def test_an_amount_and_what_is_asked_of_it_are_one_question() -> None:
    clauses = [asking("部機 3萬", "calculate_grant", 1), asking("有幾多資助", "ask_ceiling")]
    whole = heard("部機 3萬，有幾多資助", ("calculate_grant", 0.7), amounts=1)

    assert decide(whole, clauses, LIMITS).intent == "calculate_grant"


def test_a_budget_is_not_cleared_unless_that_is_said() -> None:
    unclear = heard("嗰樣嘢之前嗰個點樣樣", ("reset_budget", 0.6))

    assert decide(unclear, [], LIMITS).intent == FALLBACK
    assert decide(heard("重新計過", ("reset_budget", 0.6)), [], LIMITS).intent == "reset_budget"


def test_the_same_question_twice_is_one_question() -> None:
    clauses = [asking("上限幾多", "ask_ceiling"), asking("最多幾多", "ask_ceiling")]
    whole = heard("上限幾多，最多幾多", ("ask_ceiling", 0.9))

    assert decide(whole, clauses, LIMITS).intent == "ask_ceiling"


@pytest.mark.parametrize("aside", ["greet", "thank", "affirm"])
def test_politeness_beside_a_question_is_no_second_question(aside: str) -> None:
    clauses = [heard("唔該", (aside, 0.9)), asking("上限幾多", "ask_ceiling")]
    whole = heard("唔該，上限幾多", ("ask_ceiling", 0.7))

    assert decide(whole, clauses, LIMITS).intent == "ask_ceiling"


def test_an_unclear_clause_adds_no_question() -> None:
    clauses = [
        heard("我啱啱食完飯", ("ask_period", 0.3), scope=0.0),
        asking("上限幾多", "ask_ceiling"),
    ]
    whole = heard("我啱啱食完飯，上限幾多", ("ask_ceiling", 0.7))

    assert decide(whole, clauses, LIMITS).intent == "ask_ceiling"


def test_a_detail_of_another_scheme_is_not_answered_for_this_one() -> None:
    text = "月球培訓計劃係咩，佢上限幾多"
    clauses = [
        asking("月球培訓計劃係咩", "ask_training_scheme"),
        asking("佢上限幾多", "ask_ceiling"),
    ]
    of_it = decide(heard(text, ("ask_training_scheme", 0.9)), clauses, LIMITS)
    of_this = decide(heard(text, ("ask_overview", 0.9)), clauses, LIMITS)

    assert of_it.intent == "ask_training_scheme"
    assert [intent for intent, _ in of_this.questions] == ["ask_training_scheme", "ask_ceiling"]


def test_a_name_of_the_scheme_beside_another_name_asks_nothing_of_its_own() -> None:
    name = heard("陶助", ("ask_overview", 0.99), mentions=named("陶助", "scheme"))
    clauses = [name, asking("陶基係咪一樣", "ask_scheme_name")]
    whole = heard("陶助同陶基係咪一樣", ("ask_scheme_name", 0.95))

    assert decide(whole, clauses, LIMITS).intent == "ask_scheme_name"


def test_a_statement_must_be_surer_than_a_question_to_ask_something() -> None:
    def decided(clause: str) -> str:
        clauses = [heard(clause, ("ask_launch", 0.8)), asking("有咩改咗", "ask_updates")]
        return decide(heard("", ("ask_updates", 0.9)), clauses, LIMITS).intent

    assert decided("計劃推出咗幾多年") == SEVERAL
    assert decided("自從計劃推出以來") == "ask_updates"


def test_of_two_questions_as_likely_both_are_answered() -> None:
    close = heard("上限夾錢", ("ask_ceiling", 0.45), ("ask_matching", 0.4))
    clear = heard("上限夾錢", ("ask_ceiling", 0.7), ("ask_matching", 0.2))

    assert decide(close, [], LIMITS).questions == (("ask_ceiling", ()), ("ask_matching", ()))
    assert decide(clear, [], LIMITS).intent == "ask_ceiling"


@pytest.mark.parametrize("other", ["calculate_grant", "cancel", "describe_situation"])
def test_what_does_something_is_never_done_on_a_mere_likeness(other: str) -> None:
    whole = heard("上限", ("ask_ceiling", 0.45), (other, 0.4))

    assert decide(whole, [], LIMITS).intent == "ask_ceiling"


def test_a_sneer_that_names_a_thing_is_no_question_about_it() -> None:
    whole = heard("廢陶窯", ("out_of_scope", 0.9), scope=-0.7, mentions=named("陶窯", "expense"))

    assert decide(whole, [], LIMITS).intent == "out_of_scope"


def test_another_scheme_beside_this_one_is_a_question_about_this_one() -> None:
    text = "攞咗月球基金仲申請到咩"
    beside = heard(text, ("ask_not_covered", 0.6), mentions=(named("月球基金", "other_scheme")[0],))

    assert decide(beside, [], LIMITS).intent == "ask_not_covered"


def test_a_short_clause_that_is_certain_is_a_question() -> None:
    clauses = [
        heard("誰審批", ("ask_vetting_body", 0.95)),
        asking("要審多久", "ask_processing_time"),
    ]
    decision = decide(heard("誰審批，要審多久", ("ask_processing_time", 0.8)), clauses, LIMITS)

    assert [intent for intent, _ in decision.questions] == [
        "ask_vetting_body",
        "ask_processing_time",
    ]


def test_a_clear_message_is_not_taken_apart_by_a_doubtful_clause() -> None:
    clauses = [heard("新產品要出口歐洲", ("ask_not_covered", 0.5)), asking("求推介", "ask_service")]
    whole = heard("新產品要出口歐洲，求推介", ("request_recommendation", 0.98))

    assert decide(whole, clauses[:1], LIMITS).intent == "request_recommendation"


def test_a_clause_does_not_bring_back_what_is_outside() -> None:
    clauses = [heard("講個笑話", ("out_of_scope", 0.9), scope=-0.9), asking("上限", "ask_ceiling")]
    whole = heard("講個笑話，上限", ("out_of_scope", 0.4), scope=-0.5)

    assert decide(whole, clauses, Limits(outside=0.3)).intent == "out_of_scope"


def test_a_message_without_any_ranking_is_asked_back() -> None:
    assert settle(heard("", scope=-1.0), LIMITS).intent == FALLBACK


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("點解要喺香港", True),
        ("得唔得", True),
        ("幾多錢", True),
        ("can I claim it", True),
        ("上限為何", True),
        ("資格幫我睇下", True),
        ("錢係先付定後付", True),
        ("喺大埔", False),
        ("我哋係香港公司", False),
        ("the whole line", False),
    ],
)
def test_a_question_is_told_from_a_statement(text: str, question: bool) -> None:
    assert is_question(text) is question
