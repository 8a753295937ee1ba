"""Conditions against an oracle that tries every way the unknown facts could turn out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.scheme.conditions import UNSURE, FactValue, because, evaluate, needs, parse

VALUES: dict[str, list[Any]] = {
    "flag": [True, False],
    "size": [1, 5, 9],
    "colour": ["red", "blue"],
    "tools": [frozenset(), frozenset({"saw"}), frozenset({"saw", "axe"})],
}
TESTS: list[dict[str, Any]] = [
    {"fact": "flag", "is": True},
    {"fact": "size", "at_most": 5},
    {"fact": "size", "at_least": 9},
    {"fact": "colour", "in": ["red", "green"]},
    {"fact": "tools", "has": "axe"},
    {"fact": "tools", "has_any": ["saw", "axe"]},
]

PLAIN: dict[str, Callable[[Any, Any], bool]] = {
    "is": lambda value, wanted: bool(value == wanted),
    "in": lambda value, wanted: value in wanted,
    "at_most": lambda value, bound: bool(value <= bound),
    "at_least": lambda value, bound: bool(value >= bound),
    "has": lambda value, wanted: wanted in value,
    "has_any": lambda value, wanted: bool(value & set(wanted)),
}

trees = st.recursive(
    st.sampled_from(TESTS),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
        inner.map(lambda part: {"not": part}),
    ),
    max_leaves=6,
)
profiles = st.fixed_dictionaries(
    {fact: st.sampled_from([None, UNSURE, *values]) for fact, values in VALUES.items()}
)


def unknown(value: FactValue) -> bool:
    return value is None or value is UNSURE


def completions(profile: dict[str, FactValue]) -> list[dict[str, FactValue]]:
    choices = [VALUES[fact] if unknown(value) else [value] for fact, value in profile.items()]
    return [dict(zip(profile, chosen, strict=True)) for chosen in product(*choices)]


def plainly(data: dict[str, Any], facts: dict[str, Any]) -> bool:
    """Two-valued logic, written straight from the data."""
    if "all" in data:
        return all(plainly(part, facts) for part in data["all"])
    if "any" in data:
        return any(plainly(part, facts) for part in data["any"])
    if "not" in data:
        return not plainly(data["not"], facts)
    value = facts[data["fact"]]
    how = next(key for key in data if key != "fact")
    return PLAIN[how](value, data[how])


def facts_in(data: dict[str, Any]) -> list[str]:
    if "fact" in data:
        return [data["fact"]]
    parts = data.get("all") or data.get("any") or [data["not"]]
    return [fact for part in parts for fact in facts_in(part)]


@given(trees, profiles)
def test_what_is_settled_stays_so_however_the_rest_turns_out(
    data: dict[str, Any], profile: dict[str, FactValue]
) -> None:
    truth = evaluate(parse(data), profile)
    outcomes = {plainly(data, complete) for complete in completions(profile)}
    if truth is not None:
        assert outcomes == {truth}
    elif len(set(facts_in(data))) == len(facts_in(data)):
        assert outcomes == {True, False}


@given(trees, profiles)
def test_needs_are_exactly_the_facts_that_can_tip_the_outcome(
    data: dict[str, Any], profile: dict[str, FactValue]
) -> None:
    found = set(needs(parse(data), profile))
    tipping = set()
    for fact, values in VALUES.items():
        if not unknown(profile[fact]):
            continue
        for complete in completions({**profile, fact: values[0]}):
            outcomes = {plainly(data, {**complete, fact: value}) for value in values}
            if len(outcomes) > 1:
                tipping.add(fact)
    assert tipping <= found
    if len(set(facts_in(data))) == len(facts_in(data)):
        assert tipping == found


@given(trees, profiles)
def test_the_reasons_alone_settle_the_condition(
    data: dict[str, Any], profile: dict[str, FactValue]
) -> None:
    condition = parse(data)
    reasons = {match.fact: profile[match.fact] for match in because(condition, profile)}
    assert evaluate(condition, reasons) is evaluate(condition, profile)
