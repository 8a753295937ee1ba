"""Budget lines with the names of the knowledge base; the table of cases is understood_cases.yml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.base import open_base
from bot.nlu.budget_lines import Line
from bot.nlu.counts_text import Count, find_counts
from bot.nlu.entities import message_entities
from bot.nlu.matcher import open_matcher
from bot.nlu.money_text import Amount, find_amounts
from bot.nlu.understood import Understood, understand

_TABLE = yaml.safe_load((Path(__file__).parent / "understood_cases.yml").read_text("utf-8"))
_CASES = [
    pytest.param(text, lines, id=f"{heading}: {text!r}")
    for heading, cases in _TABLE.items()
    for text, lines in cases.items()
]


def _read(text: str) -> tuple[Understood, list[Amount], list[Count]]:
    amounts, counts = find_amounts(text), find_counts(text)
    return (
        understand(open_base(), text, open_matcher().find(text), amounts, counts),
        amounts,
        counts,
    )


def _lines(text: str) -> list[str]:
    """The lines of a text that have an amount."""
    said, amounts, counts = _read(text)
    things = [each.of("expense") for each in said.mentions if each.of("expense")]
    return [
        " ".join([_thing(line, things), _sum(amounts[line.amount]), *_times(line, counts)])
        for line in said.lines
        if line.amount is not None
    ]


def _thing(line: Line, things: list[str | None]) -> str:
    if line.item is not None:
        return str(things[line.item])
    return f"?{line.unknown_item}" if line.unknown_item else "total" if line.total else "-"


def _sum(amount: Amount) -> str:
    clear = amount.kind in ("exact", "approximate", "negative")
    return f"{amount.value:f}" if clear and amount.value is not None else amount.kind


def _times(line: Line, counts: list[Count]) -> list[str]:
    number = 1 if line.count is None else counts[line.count].value
    return [*([f"x{number}"] if number > 1 else []), *(["each"] if line.per_unit else [])]


def _entities(text: str) -> list[dict[str, object]]:
    said, amounts, counts = _read(text)
    return message_entities(
        None, len(text), said.mentions, amounts, counts, said.lines, said.asides
    )


@pytest.mark.parametrize(("text", "lines"), _CASES)
def test_a_budget_is_read_with_the_names_of_the_knowledge_base(text: str, lines: list[str]) -> None:
    assert _lines(text) == lines


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("顧問、審計各十萬", [("consultancy", "100000"), ("audit", "100000")]),
        (
            "機械手兩部,一部三百萬,另一部四百萬",
            [("machinery", "3000000"), ("machinery", "4000000")],
        ),
    ],
)
def test_what_belongs_to_two_lines_stands_in_both_of_them(
    text: str, groups: list[tuple[str, str]]
) -> None:
    named, sums = (
        {each["group"]: each["value"] for each in _entities(text) if each["entity"] == kind}
        for kind in ("expense", "amount")
    )
    assert [(named[group], sums[group]) for group in sums] == groups


def test_a_machine_that_only_says_whose_cost_it_is_takes_no_amount_and_is_marked() -> None:
    text = "部機由日本運返嚟嘅運費五萬"
    asides = [each["value"] for each in _entities(text) if each.get("aside")]
    assert _lines(text) == ["delivery 50000"]
    assert "machinery" in asides


_PIECES = (
    "機 部機 顧問 律師費 押記 設計條線 寫申請書 運費 保險 租金 嘅 同 、 , 。 連 包埋 (含 ) "
    "1200萬 80 每部 三部 x3 總共 其中 machine insurance for the loan and incl. 3m 電腦 條線 寫字樓"
)


@given(
    st.lists(st.sampled_from([*_PIECES.split(), " ", "\n", "\t", "|"]), max_size=30).map("".join)
)
@settings(deadline=None, max_examples=200)
def test_no_message_is_too_odd_to_be_understood(text: str) -> None:
    said, amounts, _ = _read(text)
    things = [each for each in said.mentions if each.of("expense")]
    used = [line.item for line in said.lines if line.item is not None and line.amount is not None]
    assert all(index < len(said.mentions) for index in said.asides)
    assert all(place < len(things) for place in used)
    assert all(line.amount is None or line.amount < len(amounts) for line in said.lines)
