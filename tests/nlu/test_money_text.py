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


_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def _han_below_ten_thousand(value: int) -> str:
    written, zero = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            written += ("零" if zero and written else "") + _DIGITS[digit] + _UNITS[place]
            zero = False
        else:
            zero = True
    return written


def _han(value: int) -> str:
    written, rest = "", value
    for unit, name in ((10**8, "億"), (10**4, "萬"), (1, "")):
        part, rest = divmod(rest, unit)
        if part:
            gap = "零" if written and part < 1000 else ""
            written += gap + _han_below_ten_thousand(part) + name
    return written or "零"


def _formal(value: int) -> str:
    return _han(value).translate(
        str.maketrans("一二三四五六七八九十百千", "壹貳叁肆伍陸柒捌玖拾佰仟")
    )


_FORMS = {
    "dollars": lambda value: f"${value}",
    "commas": lambda value: f"HK${value:,}",
    "code": lambda value: f"HKD {value:,}.00",
    "after": lambda value: f"{value}蚊",
    "萬": lambda value: f"{Decimal(value) / 10**4:f}萬",
    "億": lambda value: f"{Decimal(value) / 10**8:f}億",
    "m": lambda value: f"{Decimal(value) / 10**6:f}m",
    "million": lambda value: f"{Decimal(value) / 10**6:f} million",
    "k": lambda value: f"HK${Decimal(value) / 10**3:f}K",
    "個million": lambda value: f"{Decimal(value) / 10**6:f}個million",
    "Chinese": lambda value: f"{_han(value)}元",
    "formal": lambda value: f"{_formal(value)}元正",
    "simplified": lambda value: f"{_han(value)}元".replace("萬", "万").replace("億", "亿"),
    "full width": lambda value: f"${value:,}".translate(
        {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    ),
    "mixed": lambda value: (
        f"{value // 10**4}萬{value % 10**4}元" if value % 10**4 > 999 else f"{value}元"
    ),
}


@given(
    st.integers(min_value=1, max_value=10**12 - 1),
    st.sampled_from(sorted(_FORMS)),
    st.sampled_from(["", "機械 ", "用咗"]),
)
@settings(deadline=None)
def test_an_amount_written_in_any_form_is_read_back(value: int, form: str, before: str) -> None:
    (amount,) = find_amounts(f"{before}{_FORMS[form](value)}。")
    assert (amount.kind, amount.value) == ("exact", value)


@given(
    st.integers(min_value=1, max_value=9999),
    st.integers(min_value=1, max_value=9),
    st.sampled_from("萬億"),
)
@settings(deadline=None)
def test_a_last_digit_counts_tenths_of_the_unit_before_it(
    whole: int, digit: int, unit: str
) -> None:
    (amount,) = find_amounts(f"{_han(whole)}{unit}{_DIGITS[digit]}蚊")
    size = {"萬": 10**4, "億": 10**8}[unit]
    expected = whole * size + digit * size // 10
    ambiguous = whole >= 100 and whole % 100 == 0
    assert amount.kind == "vague" if ambiguous else amount.value == expected


@given(
    st.integers(min_value=1, max_value=998),
    st.integers(min_value=1, max_value=999),
    st.sampled_from(["至", "-", "到", "~", " to "]),
)
@settings(deadline=None)
def test_the_ends_of_a_range_share_their_unit(low: int, more: int, to: str) -> None:
    (amount,) = find_amounts(f"{low}{to}{low + more}萬")
    assert (amount.kind, amount.low, amount.high) == ("range", low * 10**4, (low + more) * 10**4)


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
