"""Conditions: what is true, what is open, and what it still depends on."""

from __future__ import annotations

from typing import Any

import pytest

from bot.scheme.conditions import (
    UNSURE,
    ConditionError,
    FactValue,
    Match,
    because,
    evaluate,
    needs,
    parse,
    unasked,
)

TRUE = {"fact": "a", "is": True}
FALSE = {"fact": "a", "is": False}
OPEN = {"fact": "unheard", "is": True}
PROFILE: dict[str, FactValue] = {"a": True}


@pytest.mark.parametrize(
    ("test", "value", "truth"),
    [
        ({"is": True}, True, True),
        ({"is": True}, False, False),
        ({"is": False}, False, True),
        ({"is": "blue"}, "blue", True),
        ({"is": "blue"}, "red", False),
        ({"is": 3}, 3, True),
        ({"is": 3}, 4, False),
        ({"in": ["blue", "green"]}, "green", True),
        ({"in": ["blue", "green"]}, "red", False),
        ({"in": [1, 2]}, 2, True),
        ({"at_most": 10}, 10, True),
        ({"at_most": 10}, 11, False),
        ({"at_least": 10}, 10, True),
        ({"at_least": 10}, 9, False),
        ({"has": "x"}, frozenset({"x", "y"}), True),
        ({"has": "x"}, frozenset({"y"}), False),
        ({"has": "x"}, frozenset(), False),
        ({"has_any": ["x", "z"]}, frozenset({"y", "z"}), True),
        ({"has_any": ["x", "z"]}, frozenset({"y"}), False),
    ],
)
def test_a_test_on_a_known_fact(test: dict[str, Any], value: FactValue, truth: bool) -> None:
    assert evaluate(parse({"fact": "f", **test}), {"f": value}) is truth


@pytest.mark.parametrize(
    "test",
    [
        {"is": True},
        {"in": ["x"]},
        {"at_most": 1},
        {"at_least": 1},
        {"has": "x"},
        {"has_any": ["x"]},
    ],
)
@pytest.mark.parametrize("profile", [{}, {"f": None}, {"f": UNSURE}])
def test_a_test_on_an_unknown_fact_is_open(
    test: dict[str, Any], profile: dict[str, FactValue]
) -> None:
    assert evaluate(parse({"fact": "f", **test}), profile) is None


@pytest.mark.parametrize(
    ("test", "value"),
    [
        ({"is": True}, 1),
        ({"is": 1}, True),
        ({"is": "1"}, 1),
        ({"in": [0, 1]}, False),
        ({"at_most": 5}, True),
        ({"at_least": 5}, "7"),
        ({"has": "x"}, "x"),
        ({"is": "x"}, frozenset({"x"})),
    ],
)
def test_a_value_of_another_kind_says_nothing(test: dict[str, Any], value: FactValue) -> None:
    condition = parse({"fact": "f", **test})
    assert evaluate(condition, {"f": value}) is None
    assert needs(condition, {"f": value}) == ("f",)
    assert unasked(condition, {"f": value}) == ()


@pytest.mark.parametrize(
    ("parts", "every", "some"),
    [
        ([TRUE, TRUE], True, True),
        ([TRUE, FALSE], False, True),
        ([FALSE, FALSE], False, False),
        ([TRUE, OPEN], None, True),
        ([OPEN, TRUE], None, True),
        ([FALSE, OPEN], False, None),
        ([OPEN, FALSE], False, None),
        ([OPEN, OPEN], None, None),
        ([TRUE, FALSE, OPEN], False, True),
    ],
)
def test_groups_follow_kleene(parts: list[object], every: bool | None, some: bool | None) -> None:
    assert evaluate(parse({"all": parts}), PROFILE) is every
    assert evaluate(parse({"any": parts}), PROFILE) is some


@pytest.mark.parametrize(("part", "truth"), [(TRUE, False), (FALSE, True), (OPEN, None)])
def test_not_turns_what_is_known(part: object, truth: bool | None) -> None:
    assert evaluate(parse({"not": part}), PROFILE) is truth


def test_needs_names_only_what_can_still_change_the_outcome() -> None:
    condition = parse(
        {
            "all": [
                {"fact": "a", "is": True},
                {"any": [{"fact": "b", "is": True}, {"fact": "c", "at_least": 5}]},
                {"not": {"fact": "d", "has": "x"}},
                {"fact": "a", "in": [True]},
            ]
        }
    )
    assert needs(condition, {}) == ("a", "b", "c", "d")
    assert needs(condition, {"a": True}) == ("b", "c", "d")
    assert needs(condition, {"b": True}) == ("a", "d")
    assert needs(condition, {"a": True, "c": 7}) == ("d",)
    assert needs(condition, {"a": False}) == ()
    assert needs(condition, {"a": True, "b": True, "d": frozenset()}) == ()


def test_a_fact_the_user_is_not_sure_of_matters_but_is_not_asked_again() -> None:
    condition = parse({"any": [{"fact": "b", "is": True}, {"fact": "c", "is": True}]})
    assert needs(condition, {"b": UNSURE}) == ("b", "c")
    assert unasked(condition, {"b": UNSURE}) == ("c",)


def test_because_gives_the_facts_that_made_it_true() -> None:
    condition = parse(
        {
            "any": [
                {"all": [{"fact": "a", "is": True}, {"fact": "n", "at_least": 3}]},
                {"fact": "b", "is": True},
                {"fact": "tools", "has_any": ["saw", "axe"]},
            ]
        }
    )
    profile: dict[str, FactValue] = {
        "a": True,
        "n": 4,
        "b": False,
        "tools": frozenset({"axe", "pen"}),
    }
    assert because(condition, profile) == (
        Match("a", True),
        Match("n", 4),
        Match("tools", frozenset({"axe"})),
    )


def test_because_gives_the_facts_that_made_it_false() -> None:
    condition = parse(
        {"all": [{"fact": "a", "is": True}, {"not": {"fact": "tools", "has": "saw"}}, OPEN]}
    )
    profile: dict[str, FactValue] = {"a": True, "tools": frozenset({"saw", "pen"})}
    assert because(condition, profile) == (Match("tools", frozenset({"saw"})),)


def test_an_open_condition_has_no_reasons_yet() -> None:
    assert because(parse({"all": [TRUE, OPEN]}), PROFILE) == ()


def test_one_fact_tested_twice_is_one_reason() -> None:
    condition = parse({"all": [{"fact": "n", "at_least": 1}, {"fact": "n", "at_most": 9}]})
    assert because(condition, {"n": 5}) == (Match("n", 5),)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (None, "condition"),
        ([], "condition"),
        ("a", "condition"),
        ({}, "condition"),
        ({"al": [TRUE]}, "al"),
        ({True: [TRUE]}, "True"),
        ({"is": True}, "is"),
        ({"all": [TRUE], "any": [TRUE]}, "any"),
        ({"all": []}, "all"),
        ({"any": []}, "any"),
        ({"all": TRUE}, "all"),
        ({"any": [TRUE, "a"]}, "condition"),
        ({"not": [TRUE]}, "condition"),
        ({"not": {"nicht": TRUE}}, "nicht"),
        ({"fact": "a"}, "fact"),
        ({"fact": "", "is": True}, "fact"),
        ({"fact": 3, "is": True}, "fact"),
        ({"fact": "a", "equals": True}, "equals"),
        ({"fact": "a", "is": True, "in": [True]}, "in"),
        ({"fact": "a", "is": True, "all": [TRUE]}, "all"),
        ({"fact": "a", "is": None}, "is"),
        ({"fact": "a", "is": 1.5}, "is"),
        ({"fact": "a", "is": ["x"]}, "is"),
        ({"fact": "a", "in": []}, "in"),
        ({"fact": "a", "in": "xyz"}, "in"),
        ({"fact": "a", "in": ["x", 1]}, "in"),
        ({"fact": "a", "in": [True, 1]}, "in"),
        ({"fact": "a", "at_most": "10"}, "at_most"),
        ({"fact": "a", "at_most": True}, "at_most"),
        ({"fact": "a", "at_least": 1.0}, "at_least"),
        ({"fact": "a", "has": 3}, "has"),
        ({"fact": "a", "has": ["x"]}, "has"),
        ({"fact": "a", "has_any": "x"}, "has_any"),
        ({"fact": "a", "has_any": []}, "has_any"),
        ({"fact": "a", "has_any": [1]}, "has_any"),
    ],
)
def test_a_mistake_is_refused_by_the_key_at_fault(data: object, key: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(data)
    assert caught.value.key == key
    assert key in str(caught.value)


def test_a_mistake_deep_inside_says_where_it_is() -> None:
    with pytest.raises(ConditionError, match=r"services\.cleaning\.all\[1\]\.not: at_mots"):
        parse({"all": [TRUE, {"not": {"fact": "n", "at_mots": 3}}]}, "services.cleaning")
