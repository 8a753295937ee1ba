"""How counts are read; the table of cases is counts_cases.yml."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.counts_text import find_counts
from bot.nlu.money_text import find_amounts

_TABLE = yaml.safe_load((Path(__file__).parent / "counts_cases.yml").read_text("utf-8"))
_CASES = [
    pytest.param(
        text, [reading] if isinstance(reading, str) else reading, id=f"{heading}: {text!r}"
    )
    for heading, cases in _TABLE.items()
    for text, reading in cases.items()
]


@pytest.mark.parametrize(("text", "readings"), _CASES)
def test_a_count_is_read_as_it_was_meant(text: str, readings: list[str]) -> None:
    found = [f"{count.value} {count.unit}".strip() for count in find_counts(text)]
    assert found == ([] if readings == ["nothing"] else readings)


@pytest.mark.parametrize(
    ("text", "part"),
    [("買 三部 機", "三部"), ("買３部機", "３部"), ("3 machines", "3"), ("400萬 x 3", "x 3")],
)
def test_the_text_of_a_count_is_what_the_user_wrote(text: str, part: str) -> None:
    assert [count.text for count in find_counts(text)] == [part]


@given(
    st.integers(min_value=1, max_value=99_999),
    st.sampled_from("部台套條隻件次份"),
    st.sampled_from(["", " "]),
)
@settings(deadline=None)
def test_any_number_of_things_is_a_count_and_no_money(number: int, unit: str, space: str) -> None:
    text = f"{number}{space}{unit}"
    assert [(count.value, count.unit) for count in find_counts(text)] == [(number, unit)]
    assert not find_amounts(text)


_PIECES = "三 3 兩 十 部 次 個 x × @ 每 第 1,200 萬 sets machines twice 數量"
_ODD_PIECES = st.sampled_from([*_PIECES.split(), " ", "\n", "\t"])


@given(st.text(max_size=200) | st.lists(_ODD_PIECES, max_size=40).map("".join))
@settings(deadline=None)
def test_no_text_is_too_odd_to_be_counted(text: str) -> None:
    last = 0
    for count in find_counts(text):
        assert last <= count.start < count.end <= len(text)
        assert text[count.start : count.end] == count.text
        last = count.end
