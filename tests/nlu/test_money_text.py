"""How amounts of money are read; the table of cases is money_cases.yml."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.money_text import Amount, find_amounts

_TABLE = yaml.safe_load((Path(__file__).parent / "money_cases.yml").read_text("utf-8"))
_CASES = [
    pytest.param(
        text, [reading] if isinstance(reading, str) else reading, id=f"{heading}: {text!r}"
    )
    for heading, cases in _TABLE.items()
    for text, reading in cases.items()
]


def _reading(amount: Amount) -> str:
    currency = amount.currency if amount.kind == "foreign" else None
    numbers = [amount.value, amount.low, amount.high]
    if amount.kind == "vague":
        numbers = []
    return " ".join(
        [
            amount.kind,
            *([currency] if currency else []),
            *(f"{n:f}" for n in numbers if n is not None),
        ]
    )


@pytest.mark.parametrize(("text", "readings"), _CASES)
def test_an_amount_is_read_as_it_was_meant(text: str, readings: list[str]) -> None:
    expected = [] if readings == ["nothing"] else readings
    assert [_reading(amount) for amount in find_amounts(text)] == expected


@pytest.mark.parametrize(("text", "readings"), _CASES)
def test_an_amount_is_found_where_it_stands_in_a_sentence(text: str, readings: list[str]) -> None:
    alone = find_amounts(text)
    sentence = f"你好 ，{text} ，唔該晒"
    moved = find_amounts(sentence)
    if "\n" not in text and not text.startswith(("1", "(", "三、", "-")):
        assert [_reading(amount) for amount in moved] == [_reading(amount) for amount in alone]
    assert all(sentence[amount.start : amount.end] == amount.text for amount in moved)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("部機大約三千萬左右啦", "大約三千萬左右"),
        ("總共HK$ 3,000,000元正。", "HK$ 3,000,000元正"),
        ("İ３００万 ok", "３００万"),
        ("預算 USD 3m to 5m!", "USD 3m to 5m"),
        ("機械 -300萬", "-300萬"),
        ("個價三百萬有找", "三百萬有找"),
    ],
)
def test_the_text_of_an_amount_is_what_the_user_wrote(text: str, part: str) -> None:
    assert [amount.text for amount in find_amounts(text)] == [part]


_PIECES = (
    "3 1,200 三 十 百 千 萬 億 半 幾 個 零 點 成 至 - ~ $ HK$ 美金 元 蚊 % m k million half and a "
    "two 球 舊水 、 , . : / ( ) @ x 大約 左右 部 每 年 月 27 2020 27886868 (萬) 機械 ０ × İ 🙏"
)
_ODD_PIECES = st.sampled_from([*_PIECES.split(), " ", "\n", "\t", "\x00", "\ud800"])


@given(st.one_of(st.text(max_size=200), st.lists(_ODD_PIECES, max_size=40).map("".join)))
@settings(max_examples=500, deadline=None)
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    last = 0
    for amount in find_amounts(text):
        assert last <= amount.start < amount.end <= len(text)
        assert text[amount.start : amount.end] == amount.text
        assert all(
            isinstance(n, Decimal) for n in (amount.value, amount.low, amount.high) if n is not None
        )
        last = amount.end


@given(st.lists(_ODD_PIECES, min_size=1, max_size=12).map("".join))
@settings(max_examples=30, deadline=None)
def test_a_long_message_is_read_to_its_end(piece: str) -> None:
    text = (piece * 10_000)[:10_000] + " 。總共HK$3,456,789"
    assert find_amounts(text)[-1].value == Decimal(3_456_789)


@pytest.mark.parametrize("piece", ["1,", "三百", "萬", "$", "a.", "機1200萬、"])
def test_a_hundred_thousand_characters_are_read(piece: str) -> None:
    text = (piece * 100_000)[:100_000] + "\n。 total HK$3,456,789"
    assert find_amounts(text)[-1].value == Decimal(3_456_789)
