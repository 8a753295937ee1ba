"""Money is exact, whole where it must be, and never a float."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.scheme.money import ZERO, Money, MoneyError

cents = st.integers(min_value=-(10**14), max_value=10**14)
parts = st.fractions(min_value=Fraction(1, 50), max_value=1, max_denominator=50)


def of_cents(number: int) -> Money:
    return Money.of(Decimal(number) / 100)


@pytest.mark.parametrize("value", [1200, Decimal(1200), "1200", "1200.00", Decimal("1.2E+3")])
def test_the_same_amount_is_the_same_however_it_was_written(value: Decimal | int | str) -> None:
    assert Money.of(value) == Money.of(1200)
    assert hash(Money.of(value)) == hash(Money.of(1200))
    assert str(Money.of(value)) == "1200"


@pytest.mark.parametrize(
    "value",
    [
        1200.0,
        True,
        None,
        b"12",
        "",
        " 12",
        "1,200",
        "12萬",
        "1e6",
        "1_000",
        "\uff11\uff12",
        "nan",
        "Infinity",
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("-Infinity"),
        Decimal("1E+999999"),
        10**1000 + 1,
    ],
)
def test_what_is_no_amount_of_money_is_refused(value: Any) -> None:
    with pytest.raises(MoneyError):
        Money.of(value)


@pytest.mark.parametrize("value", [1200, 12.0, "12", Decimal("NaN")])
def test_the_type_itself_holds_finite_decimals_only(value: Any) -> None:
    with pytest.raises(MoneyError):
        Money(value)


def test_digits_finer_than_cents_drop() -> None:
    assert str(Money.of("12.999")) == "12.99"
    assert Money.of(Decimal("1E-999999")) == ZERO


def test_a_large_sum_of_cents_is_exact() -> None:
    much = Money.of(10**24).times(10**6)
    assert str(much + Money.of("0.01")) == f"1{'0' * 30}.01"
    assert str(much - Money.of("0.01")) == f"{'9' * 30}.99"
    assert str(Money.of(f"{'9' * 30}.99").times(100)) == f"{'9' * 32}"


def test_negative_zero_is_written_as_zero() -> None:
    assert str(Money.of("-0.00")) == "0"


def test_a_share_is_rounded_down_and_its_need_up() -> None:
    third = Fraction(1, 3)
    assert Money.of(100).share(third) == Money.of(33)
    assert Money.of("101.99").share(third) == Money.of(33)
    assert Money.of(33).needed_for(third) == Money.of(99)
    assert Money.of("33.01").needed_for(third) == Money.of(102)


@given(cents, cents)
def test_addition_and_subtraction_agree_with_whole_cents(one: int, other: int) -> None:
    assert of_cents(one) + of_cents(other) == of_cents(one + other)
    assert of_cents(one) - of_cents(other) == of_cents(one - other)
    assert (of_cents(one) < of_cents(other)) == (one < other)


@given(cents, st.integers(min_value=0, max_value=1000))
def test_times_is_repeated_addition(number: int, count: int) -> None:
    assert of_cents(number).times(count) == of_cents(number * count)
    assert Money.total([of_cents(number)] * count) == of_cents(number * count)


@given(cents)
def test_text_reads_back(number: int) -> None:
    assert Money.of(str(of_cents(number))) == of_cents(number)


@given(cents, parts)
def test_a_share_is_whole_and_less_than_a_dollar_below_the_exact_part(
    number: int, part: Fraction
) -> None:
    share = of_cents(number).share(part)
    assert share.is_whole
    assert 0 <= Fraction(number, 100) * part - Fraction(share.amount) < 1


@given(st.integers(min_value=1, max_value=10**9), parts)
def test_the_need_is_the_least_amount_that_reaches_the_share(wanted: int, part: Fraction) -> None:
    need = Money.of(wanted).needed_for(part)
    assert need.share(part) >= Money.of(wanted)
    assert (need - Money.of(1)).share(part) < Money.of(wanted)
