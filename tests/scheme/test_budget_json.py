"""A budget survives the conversation's storage, and broken storage loses only the budget."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.scheme.budget import Budget
from bot.scheme.funding import BudgetLine
from bot.scheme.money import Money

amounts = st.integers(0, 10**12).map(lambda cents: Money.of(f"{cents // 100}.{cents % 100:02}"))
names = st.sampled_from(["engine", "seal", "visit"])
lines = st.builds(BudgetLine, names, amounts, st.none() | st.integers(1, 9), st.text(max_size=8))
operations = st.one_of(
    st.tuples(st.just("set_line"), lines),
    st.tuples(st.just("merge"), st.lists(lines, max_size=3)),
    st.tuples(st.just("add_to_line"), st.none() | names, amounts),
    st.tuples(st.just("subtract"), st.none() | names, amounts),
    st.tuples(st.just("remove"), names),
    st.tuples(st.just("replace_total"), amounts),
    st.tuples(st.just("correct_last"), amounts),
    st.tuples(st.just("with_count"), st.none() | names, st.integers(1, 9)),
    st.tuples(st.just("clear")),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["lines", "last", "amount", "count"]), inner)
    ),
    max_leaves=8,
)

GOOD: dict[str, Any] = (
    Budget()
    .merge([BudgetLine("engine", Money.of(500), 2, "機"), BudgetLine("seal", Money.of(70))])
    .add_to_line("seal", Money.of("0.50"))
    .to_dict()
)


@given(st.lists(operations, max_size=8))
def test_any_conversation_survives_json(steps: list[tuple[Any, ...]]) -> None:
    budget = Budget()
    for name, *arguments in steps:
        budget = getattr(budget, name)(*arguments)
    stored = json.dumps(budget.to_dict())
    assert Budget.from_dict(json.loads(stored)) == budget
    assert json.dumps(Budget.from_dict(json.loads(stored)).to_dict()) == stored


def test_amounts_are_stored_as_text() -> None:
    assert [line["amount"] for line in GOOD["lines"]] == ["500", "70.50"]
    assert GOOD["last"] == {"place": 1, "change": "add", "before": "70"}


@given(json_values)
def test_anything_else_is_an_empty_budget(data: object) -> None:
    read = Budget.from_dict(data)
    assert read == Budget() or read.to_dict() == data


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["lines"], {}),
        (["lines"], None),
        (["lines", 0], "engine"),
        (["lines", 0, "expense"], 7),
        (["lines", 0, "amount"], 500),
        (["lines", 0, "amount"], 500.0),
        (["lines", 0, "amount"], "NaN"),
        (["lines", 0, "amount"], "five"),
        (["lines", 0, "amount"], "9" * 1001),
        (["lines", 0, "count"], "2"),
        (["lines", 0, "count"], True),
        (["lines", 0, "label"], None),
        (["last"], []),
        (["last", "place"], 2),
        (["last", "place"], -1),
        (["last", "place"], True),
        (["last", "place"], None),
        (["last", "change"], "double"),
        (["last", "change"], ["add"]),
        (["last", "before"], None),
    ],
)
def test_one_broken_value_makes_an_empty_budget(path: list[Any], value: object) -> None:
    data = json.loads(json.dumps(GOOD))
    assert Budget.from_dict(data) != Budget()
    *way, key = path
    holder = data
    for step in way:
        holder = holder[step]
    holder[key] = value
    assert Budget.from_dict(data) == Budget()


@pytest.mark.parametrize("key", ["expense", "amount", "count", "label"])
def test_a_missing_key_makes_an_empty_budget(key: str) -> None:
    data = json.loads(json.dumps(GOOD))
    del data["lines"][1][key]
    assert Budget.from_dict(data) == Budget()
