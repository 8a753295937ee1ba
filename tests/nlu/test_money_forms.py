"""A sum that is written in any of the ways of Hong Kong is read back; each way is a function."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.money_text import find_amounts
from tests.nlu.money_writing import (
    DIGITS,
    MILLION,
    UNITS,
    WAN,
    YI,
    english,
    formal,
    han,
    spoken_tens,
)

Writer = Callable[[int], str]
_READ = settings(deadline=None, max_examples=200)


_ANY: dict[str, Writer] = {
    "dollars": lambda value: f"${value}",
    "commas": lambda value: f"HK${value:,}",
    "spaced commas": lambda value: f"HK${value * 1000:,}".replace(",", " , "),
    "code": lambda value: f"HKD {value:,}.00",
    "after": lambda value: f"{value}蚊",
    "萬": lambda value: f"{Decimal(value) / WAN:f}萬",
    "億": lambda value: f"{Decimal(value) / YI:f}億",
    "m": lambda value: f"{Decimal(value) / MILLION:f}m",
    "million": lambda value: f"{Decimal(value) / MILLION:f} million",
    "mill": lambda value: f"HK${Decimal(value) / MILLION:f} mill",
    "k": lambda value: f"HK${Decimal(value) / 1000:f}K",
    "lakh": lambda value: f"{Decimal(value) / 10**5:f} lakh HKD",
    "crore": lambda value: f"{Decimal(value) / 10**7:f} crores HKD",
    "個million": lambda value: f"{Decimal(value) / MILLION:f}個million",
    "球": lambda value: f"{Decimal(value) / MILLION:f}球",
    "皮": lambda value: f"{Decimal(value) / WAN:f}皮嘢",
    "w": lambda value: f"{Decimal(value) / WAN:f}w",
    "Chinese": lambda value: f"{han(value)}元",
    "formal": lambda value: f"{formal(value)}元正",
    "formal simplified": lambda value: f"{formal(value)}元整".translate(
        str.maketrans("貳陸萬億", "贰陆万亿")
    ),
    "simplified": lambda value: f"{han(value)}元".replace("萬", "万").replace("億", "亿"),
    "廿": lambda value: f"{spoken_tens(value)}蚊",
    "English": lambda value: f"{english(value)} dollars",
    "full width": lambda value: f"${value:,}".translate(
        {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    ),
    "mixed": lambda value: (
        f"{value // WAN}萬{value % WAN}元" if value % WAN > 999 else f"{value}元"
    ),
}
_TIMES = {"spaced commas": 1000}


@given(
    st.integers(min_value=1, max_value=10**12 - 1),
    st.sampled_from(sorted(_ANY)),
    st.sampled_from(["", "機械 ", "用咗"]),
)
@settings(deadline=None, max_examples=400)
def test_an_amount_written_in_any_form_is_read_back(value: int, form: str, before: str) -> None:
    (amount,) = find_amounts(f"{before}{_ANY[form](value)}。")
    assert (amount.kind, amount.value) == ("exact", value * _TIMES.get(form, 1))


def _short(unit: int, great: str) -> Writer:
    """「千五萬」, 「百二萬」: the one of the unit is not said, nor the unit of the digit."""
    return lambda digit: f"{UNITS[unit]}{DIGITS[digit]}{great}"


_OF_A_DIGIT: dict[str, tuple[Writer, Callable[[int], int]]] = {
    "千五萬": (_short(3, "萬"), lambda digit: (1000 + digit * 100) * WAN),
    "百二萬": (_short(2, "萬"), lambda digit: (100 + digit * 10) * WAN),
    "千五億": (_short(3, "億"), lambda digit: (1000 + digit * 100) * YI),
    "萬二": (lambda digit: f"萬{DIGITS[digit]}蚊", lambda digit: WAN + digit * 1000),
    "億二": (lambda digit: f"億{DIGITS[digit]}蚊", lambda digit: YI + digit * 10**7),
    "千二蚊": (lambda digit: f"千{DIGITS[digit]}蚊", lambda digit: 1000 + digit * 100),
    "百二蚊": (lambda digit: f"百{DIGITS[digit]}蚊", lambda digit: 100 + digit * 10),
    "廿幾萬 without 幾": (
        lambda digit: f"廿{DIGITS[digit]}萬",
        lambda digit: (20 + digit) * WAN,
    ),
    "卅幾皮 without 幾": (
        lambda digit: f"卅{DIGITS[digit]}皮",
        lambda digit: (30 + digit) * WAN,
    ),
    "兩球三": (lambda digit: f"兩球{DIGITS[digit]}", lambda digit: 2 * MILLION + digit * 10**5),
    "一百二十萬零五千": (
        lambda digit: f"一百二十萬零{DIGITS[digit]}千",
        lambda digit: 120 * WAN + digit * 1000,
    ),
    "voice": (
        lambda digit: f"{DIGITS[digit]} 千 二 百 萬",
        lambda digit: (digit * 1000 + 200) * WAN,
    ),
}


@pytest.mark.parametrize("form", sorted(_OF_A_DIGIT))
@pytest.mark.parametrize("digit", range(1, 10))
def test_a_sum_whose_last_unit_is_not_said_is_read_back(form: str, digit: int) -> None:
    write, value = _OF_A_DIGIT[form]
    (amount,) = find_amounts(write(digit))
    assert (amount.kind, amount.value) == ("exact", value(digit))


_HALVES: dict[str, tuple[str, int]] = {
    "億": ("億", YI),
    "萬": ("萬", WAN),
    "球": ("球", MILLION),
    "皮": ("皮", WAN),
    "million": ("個million", MILLION),
    "mil": ("個mil", MILLION),
    "個億": ("個億", YI),
}


@given(st.integers(min_value=2, max_value=99), st.sampled_from(sorted(_HALVES)), st.booleans())
@_READ
def test_a_half_counts_half_of_the_unit_before_or_after_it(
    whole: int, form: str, digits: bool
) -> None:
    unit, size = _HALVES[form]
    number = str(whole) if digits else han(whole).replace("一十", "十")
    text = f"{number}個半{unit[1:]}" if unit.startswith("個") else f"{number}{unit}半"
    (amount,) = find_amounts(text)
    assert (amount.kind, amount.value) == ("exact", whole * size + size // 2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("半億", YI // 2),
        ("半球", MILLION // 2),
        ("半皮", WAN // 2),
        ("半個million", MILLION // 2),
        ("個半million", MILLION * 3 // 2),
        ("個半億", YI * 3 // 2),
        ("球半", MILLION * 3 // 2),
        ("億半", YI * 3 // 2),
    ],
)
def test_a_half_alone_is_half_of_one_and_after_a_measure_word_one_and_a_half(
    text: str, value: int
) -> None:
    assert [(amount.kind, amount.value) for amount in find_amounts(text)] == [("exact", value)]


@given(
    st.integers(min_value=1, max_value=9999),
    st.integers(min_value=1, max_value=9),
    st.sampled_from("萬億"),
)
@_READ
def test_a_last_digit_counts_tenths_of_the_unit_before_it(
    whole: int, digit: int, unit: str
) -> None:
    (amount,) = find_amounts(f"{han(whole)}{unit}{DIGITS[digit]}蚊")
    size = {"萬": WAN, "億": YI}[unit]
    ambiguous = whole >= 100 and whole % 100 == 0
    assert (
        amount.kind == "vague" if ambiguous else amount.value == whole * size + digit * size // 10
    )


@given(
    st.integers(min_value=1, max_value=998),
    st.integers(min_value=1, max_value=999),
    st.sampled_from(["至", "-", "到", "~", " to "]),
)
@_READ
def test_the_ends_of_a_range_share_their_unit(low: int, more: int, to: str) -> None:
    (amount,) = find_amounts(f"{low}{to}{low + more}萬")
    assert (amount.kind, amount.low, amount.high) == ("range", low * WAN, (low + more) * WAN)


_SOME = ("幾", "多", "餘")


@given(st.integers(min_value=2, max_value=99), st.sampled_from(_SOME), st.sampled_from("萬億"))
@_READ
def test_a_sum_and_some_more_is_never_taken_for_an_exact_one(
    tens: int, some: str, unit: str
) -> None:
    (amount,) = find_amounts(f"{han(tens * 10)}{some}{unit}蚊")
    assert (amount.kind, amount.value) == ("vague", None)


_FOREIGN = {
    "USD": "美金",
    "CNY": "人民幣",
    "JPY": "日圓",
    "EUR": "歐元",
    "GBP": "英鎊",
    "INR": "盧比",
}


@given(st.integers(min_value=1, max_value=9999), st.sampled_from(sorted(_FOREIGN)), st.booleans())
@_READ
def test_a_sum_of_another_currency_is_never_taken_for_dollars(
    wan: int, code: str, chinese: bool
) -> None:
    (amount,) = find_amounts(f"{wan}萬{_FOREIGN[code]}" if chinese else f"{code} {wan * WAN:,}")
    assert (amount.kind, amount.currency, amount.value) == ("foreign", code, None)
    assert amount.low == wan * WAN
