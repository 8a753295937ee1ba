"""Expenses, amounts and budget lines are counted right: invented readings, no model."""

from __future__ import annotations

from typing import Any

import pytest

from bot.evaluation.things import LinesFound, ThingScores, amounts_right, text_right
from bot.knowledge.base import open_base
from tests.evaluation.readings import amount, expense, reading


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
    asked = {"text": "?", "expenses": wanted}
    if wanted == ["salaries"]:
        asked["accept"] = [["training"]]
    read = reading("ask_expense", entities=[expense(id_) for id_ in found])

    assert ThingScores(open_base()).expenses_found(asked, read) == both


def test_what_only_describes_another_thing_is_not_asked_about() -> None:
    read = reading(
        "ask_expense", entities=[expense("machinery") | {"aside": True}, expense("rent")]
    )

    found = ThingScores(open_base()).expenses_found({"text": "?", "expenses": ["rent"]}, read)

    assert found == (True, True)


@pytest.mark.parametrize(("unknown", "right"), [(["神像"], True), ([], False)])
def test_a_thing_of_no_list_may_be_one_that_the_material_is_silent_on(
    unknown: list[str], right: bool
) -> None:
    read = reading("ask_expense", entities=[expense("rent"), expense("vehicle")])
    asked = {"text": "?", "expenses": ["rent"], "unknown": unknown}

    assert ThingScores(open_base()).expenses_found(asked, read) == (right, True)


def test_an_amount_that_is_that_of_each_of_two_things_is_one_amount() -> None:
    both = amount("exact", "700", start=3)
    read = reading("calculate_grant", entities=[both | {"group": "1"}, both | {"group": "2"}])

    assert text_right({"amounts": [700]}, read)


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ([700, 800], [amount("exact", "700"), amount("approximate", "800")], [True, True]),
        ([700, 800], [amount("exact", "800"), amount("exact", "700")], [False, False]),
        ([700, 800], [amount("exact", "700")], [False, False]),
        ([{"kind": "vague"}], [amount("range")], [True]),
        ([{"kind": "bare"}], [amount("exact", "7")], [False]),
        ([700], [amount("bare", "700")], [False]),
    ],
)
def test_amounts_are_compared_in_order(
    wanted: list[Any], found: list[dict[str, Any]], right: list[bool]
) -> None:
    read = reading("calculate_grant", entities=[expense("rent"), *found])

    assert amounts_right({"amounts": wanted}, read) == right
    assert text_right({"amounts": wanted}, read) is all(right)


def test_money_read_where_there_is_none_is_wrong() -> None:
    assert not text_right({"amounts": []}, reading("greet", entities=[amount("exact", "7")]))
    assert text_right({"amounts": []}, reading("greet"))


def lines_of(item: dict[str, Any], *entities: dict[str, Any]) -> LinesFound:
    read = reading("calculate_grant", entities=list(entities))
    return ThingScores(open_base()).lines_found(item, read)


def test_a_budget_line_is_right_when_thing_and_amount_share_a_group() -> None:
    lines = [
        {"expense": "audit", "amount": 700, "count": 2, "per_unit": True},
        {"expense": "training", "amount": 800},
        {"expense": "rent", "amount": None},
        {"expense": None, "unknown": "fish tank", "amount": 90},
    ]
    found = lines_of(
        {"lines": lines},
        *(expense("audit", "1"), amount("exact", "700", group="1", per_unit=True)),
        *(expense("training", "2"), amount("exact", "900", group="2")),
        *(expense("rent", "3"), amount("vague", None, group="3")),
        amount("exact", "90", group="4"),
    )

    assert found.lines == ((True, False), (False, False), (True, True), (True, True))
    assert found.others == 1


def test_a_message_is_wrong_when_a_thing_gets_an_amount_that_it_does_not_have() -> None:
    item = {"lines": [{"expense": "audit", "amount": 700}]}
    right = (expense("audit", "1"), amount("exact", "700", group="1"))

    assert lines_of(item, *right).whole
    assert not lines_of(item, *right, amount("exact", "50", group="2")).paired


def test_the_total_that_a_message_states_is_no_thing() -> None:
    item = {"lines": [{"expense": "audit", "amount": 700}], "total": 900}
    right = (expense("audit", "1"), amount("exact", "700", group="1"))

    assert lines_of(item, *right, amount("exact", "900", group="2")).paired
