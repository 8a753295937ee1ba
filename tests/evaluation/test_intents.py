"""The report on understanding counts right: invented results, no model."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from bot.knowledge.base import open_base
from bot.nlu.money_text import Amount
from bot.nlu.report_intents import (
    Judged,
    Share,
    confusions,
    judge,
    macro_f1,
    questions_found,
    recalls,
)
from bot.nlu.report_pages import table
from bot.nlu.report_things import ThingScores, amounts_right


def reading(intent: str, *questions: str, entities: list[Any] | None = None) -> dict[str, Any]:
    found = {"intent": {"name": intent}, "entities": entities or []}
    return found | ({"questions": [{"intent": each} for each in questions]} if questions else {})


def item(intent: str, text: str = "?", **more: Any) -> dict[str, Any]:
    return {"text": text, "intent": intent, "register": "mixed", **more}


@pytest.mark.parametrize(
    ("read", "right"),
    [
        (reading("ask_a"), True),
        (reading("ask_b"), False),
        (reading("ask_also"), True),
        (reading("ask_several", "ask_b", "ask_a"), True),
        (reading("ask_several", "ask_b", "ask_c"), False),
        (reading("ask_b", "ask_a"), False),
    ],
)
def test_a_message_is_right_when_what_was_asked_is_answered(
    read: dict[str, Any], right: bool
) -> None:
    assert judge(item("ask_a", also=["ask_also"]), read, frozenset()).right is right


def test_only_a_very_short_text_stands_in_training_by_chance() -> None:
    trained = frozenset({"yes", "a long sentence"})

    assert judge(item("affirm", "Yes"), reading("affirm"), trained).chance
    assert not judge(item("affirm", "a long sentence"), reading("affirm"), trained).chance
    assert not judge(item("affirm", "no"), reading("affirm"), trained).chance


def test_macro_f1_weighs_every_wanted_intent_alike() -> None:
    judged = [Judged("a", "a", right=True) for _ in range(3)]
    judged += [Judged("b", "a", right=False), Judged("b", "ask_several", right=True)]

    assert macro_f1(judged) == pytest.approx((6 / 7 + 2 / 3) / 2)


def test_the_weakest_intent_comes_first_with_what_it_was_taken_for() -> None:
    judged = [Judged("a", "a", right=True), Judged("b", "c", right=False)]

    assert recalls(judged) == [("b", Share(0, 1), "c 1"), ("a", Share(1, 1), "")]


def test_declining_with_another_intent_is_no_confusion() -> None:
    judged = [
        Judged("out_of_scope", "other_scheme", right=False),
        Judged("out_of_scope", "nlu_fallback", right=False),
        Judged("out_of_scope", "ask_a", right=False),
        Judged("ask_b", "out_of_scope", right=False),
        Judged("ask_b", "out_of_scope", right=False),
    ]

    assert [each.declined for each in judged[:3]] == [True, True, False]
    assert confusions(judged) == [(("ask_b", "out_of_scope"), 2), (("out_of_scope", "ask_a"), 1)]


def test_thanks_beside_a_question_need_no_answer_of_their_own() -> None:
    assert questions_found({"intents": ["thank", "ask_a"]}, reading("ask_a")) == (1, 1)
    assert questions_found({"intents": ["ask_b", "ask_a"]}, reading("ask_a")) == (1, 2)


def expense(id_: str, group: str = "1") -> dict[str, Any]:
    return {"entity": "expense", "value": id_, "text": "", "group": group}


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        (["rent", "audit"], ["audit", "rent", "rent"], True),
        (["rent", "audit"], ["rent"], False),
        (["rent"], ["rent", "audit"], (False, True)),
        (["consultancy"], ["consultant"], True),
        (["consultant"], ["consultancy"], False),
        (["salaries"], ["training"], True),
        ([], [], True),
    ],
)
def test_the_expenses_of_a_message_must_be_read_exactly(
    wanted: list[str], found: list[str], right: bool | tuple[bool, bool]
) -> None:
    both = right if isinstance(right, tuple) else (right, right)
    asked = {"expenses": wanted, "accept": [["training"]]} if wanted == ["salaries"] else None
    read = reading("ask_expense", entities=[expense(id_) for id_ in found])

    scores = ThingScores(open_base())
    assert scores.expenses_found(asked or {"expenses": wanted}, read) == both


def amount(kind: str, value: int | None = None) -> Amount:
    return Amount(0, 1, "", kind, None if value is None else Decimal(value))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ([700, 800], [amount("exact", 700), amount("approximate", 800)], [True, True]),
        ([700, 800], [amount("exact", 800), amount("exact", 700)], [False, False]),
        ([700, 800], [amount("exact", 700)], [False, False]),
        ([{"kind": "vague"}], [amount("range")], [True]),
        ([{"kind": "bare"}], [amount("exact", 7)], [False]),
        ([700], [amount("bare", 700)], [False]),
    ],
)
def test_amounts_are_compared_in_order(
    wanted: list[Any], found: list[Amount], right: list[bool]
) -> None:
    assert amounts_right({"amounts": wanted}, found) == right


def money(value: str | None, group: str, *, per_unit: bool = False) -> dict[str, Any]:
    kind = "exact" if value else "vague"
    return {
        "entity": "amount", "value": value, "kind": kind, "group": group, "per_unit": per_unit
    }  # fmt: skip


def test_a_budget_line_is_right_when_thing_and_amount_share_a_group() -> None:
    lines = [
        {"expense": "audit", "amount": 700, "count": 2, "per_unit": True},
        {"expense": "training", "amount": 800},
        {"expense": "rent", "amount": None},
        {"expense": None, "unknown": "fish tank", "amount": 90},
    ]
    entities = [
        *(expense("audit", "1"), money("700", "1", per_unit=True)),
        *(expense("training", "2"), money("900", "2")),
        *(expense("rent", "3"), money(None, "3")),
        money("90", "4"),
    ]
    found = ThingScores(open_base()).lines_found(
        {"lines": lines}, reading("calculate_grant", entities=entities)
    )

    assert found == [(True, False), (False, False), (True, True), (True, True)]


def test_a_share_of_nothing_is_nothing() -> None:
    assert Share.of([]).value == 0
    assert Share.of([True, False]) == Share(1, 2)


def test_a_table_has_its_figures_to_the_right() -> None:
    assert table(("intent", "n"), [("ask_a", 3)]).splitlines() == [
        "| intent | n |",
        "| --- | ---: |",
        "| ask_a | 3 |",
    ]
