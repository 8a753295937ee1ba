"""Which amount belongs to which thing; the table of cases is budget_cases.yml."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.budget_lines import Line, pair
from bot.nlu.counts_text import find_counts
from bot.nlu.money_text import Amount, find_amounts

_TABLE = yaml.safe_load((Path(__file__).parent / "budget_cases.yml").read_text("utf-8"))
_CASES = [
    pytest.param(text, lines, id=f"{heading}: {text!r}")
    for heading, cases in _TABLE.items()
    for text, lines in cases.items()
]
_NAMES = {
    "machine": "機械手 機械 設備 設备 包裝機 機 machines machine robots robot",
    "consultant": "顧問費 顧問 顾问 consultants consultant",
    "rent": "租金 rent",
    "patent": "專利",
    "audit": "審計費 審計 audits audit",
    "training": "培訓 培训 training",
    "testing": "測試費 測試",
    "legal": "法律費",
    "software": "軟件",
}
_IDS = {name: id_ for id_, names in _NAMES.items() for name in names.split()}
_NAME = re.compile(
    "|".join(rf"(?<!人){name}(?![a-z])" for name in sorted(_IDS, key=len, reverse=True)),
    re.IGNORECASE,
)


class Mention(NamedTuple):
    start: int
    end: int
    value: str
    text: str


def _mentions(text: str) -> list[Mention]:
    return [
        Mention(*found.span(), _IDS[found[0].lower()], found[0]) for found in _NAME.finditer(text)
    ]


def _lines(text: str) -> list[str]:
    items, amounts, counts = _mentions(text), find_amounts(text), find_counts(text)
    return [
        _written(line, items, amounts, [count.value for count in counts])
        for line in pair(items, amounts, counts, text)
    ]


def _written(line: Line, items: list[Mention], amounts: list[Amount], counts: list[int]) -> str:
    unnamed = f"?{line.unknown_item}" if line.unknown_item else "total" if line.total else "-"
    parts = [unnamed if line.item is None else items[line.item].value]
    parts.append("none" if line.amount is None else _amount(amounts[line.amount]))
    parts += [f"x{counts[line.count]}"] if line.count is not None else []
    return " ".join([*parts, "each"] if line.per_unit else parts)


def _amount(amount: Amount) -> str:
    if amount.kind in ("exact", "approximate", "negative"):
        return str(amount.value)
    numbers = "-".join(str(n) for n in (amount.value, amount.low, amount.high) if n is not None)
    name = {"range": "", "foreign": amount.currency}.get(amount.kind, amount.kind)
    return f"{name} {numbers}".strip()


@pytest.mark.parametrize(("text", "lines"), _CASES)
def test_each_amount_goes_to_its_thing(text: str, lines: list[str]) -> None:
    assert _lines(text) == lines


@pytest.mark.parametrize(("text", "lines"), _CASES)
def test_what_stands_around_a_budget_does_not_change_it(text: str, lines: list[str]) -> None:
    assert _lines(f"你好呀。\n{text}\n。唔該晒") == lines


def test_mentions_are_of_one_thing_when_they_name_the_same_expense() -> None:
    class Known(NamedTuple):
        start: int
        end: int
        text: str

        def of(self, type_: str) -> str | None:
            return "machine" if type_ == "expense" else None

    text = "機械設備1200萬"
    lines = pair([Known(0, 2, "機械"), Known(2, 4, "設備")], find_amounts(text), [], text)
    assert [(line.item, line.amount) for line in lines] == [(0, 0)]


_THINGS = st.lists(
    st.sampled_from(["機械", "顧問", "租金", "專利", "審計", "培訓", "測試"]),
    min_size=1,
    max_size=7,
    unique=True,
)
_AMOUNT = st.integers(min_value=1, max_value=9999)
_SEPARATOR = st.sampled_from(["、", "，", ",", "; ", "\n", " ", "。", " / ", " + "])


@given(_THINGS, st.data(), _SEPARATOR, st.sampled_from(["", ":", " ", "費用", "要", "係", " - "]))
@settings(deadline=None)
def test_a_budget_is_read_with_the_things_first(
    things: list[str], data: st.DataObject, separator: str, link: str
) -> None:
    amounts = [data.draw(_AMOUNT) for _ in things]
    text = separator.join(
        f"{thing}{link}{amount}萬" for thing, amount in zip(things, amounts, strict=True)
    )
    assert _lines(text) == [
        f"{_IDS[thing]} {amount}0000" for thing, amount in zip(things, amounts, strict=True)
    ]


@given(_THINGS, st.data(), _SEPARATOR, st.sampled_from(["", " ", "係", "買", "俾"]))
@settings(deadline=None)
def test_a_budget_is_read_with_the_amounts_first(
    things: list[str], data: st.DataObject, separator: str, link: str
) -> None:
    amounts = [data.draw(_AMOUNT) for _ in things]
    text = separator.join(
        f"{amount}萬{link}{thing}" for thing, amount in zip(things, amounts, strict=True)
    )
    assert _lines(text) == [
        f"{_IDS[thing]} {amount}0000" for thing, amount in zip(things, amounts, strict=True)
    ]


_PIECES = "機械 顧問 租金 1200萬 80 3m 總共 每部 三部 x3 、 , 。 | 同 = ( 數量 金額 一部 @ 各"
_ODD_PIECES = st.sampled_from([*_PIECES.split(), "\n", "\t"])


@given(st.lists(_ODD_PIECES, max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_no_budget_is_too_odd_and_nothing_is_used_twice(text: str) -> None:
    items, amounts, counts = _mentions(text), find_amounts(text), find_counts(text)
    lines = pair(items, amounts, counts, text)
    assert all(line.item is not None or line.amount is not None for line in lines)
    used = [line.count for line in lines if line.count is not None]
    assert len(used) == len(set(used))
    assert all(line.unknown_item is None or line.unknown_item in text for line in lines)
