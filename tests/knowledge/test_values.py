"""The value of a figure on a day, and how it is written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from bot.knowledge.schema import KnowledgeError, Parameter
from bot.knowledge.values import (
    format_fraction,
    format_money,
    format_source_date,
    format_value,
    parts,
    value_on,
)

LIMIT = Parameter(
    id="limit",
    names={"zh": "限額", "en": "Limit"},
    unit="HKD",
    values={date(2001, 1, 1): 100, date(2002, 1, 1): 200, date(2003, 1, 1): None},
    cite={"source": "none"},
)


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2001, 1, 1), 100), (date(2001, 12, 31), 100), (date(2002, 1, 1), 200)],
)
def test_a_value_holds_from_its_day_until_the_next(day: date, value: int) -> None:
    assert value_on(LIMIT, day) == value


@pytest.mark.parametrize("day", [date(2000, 12, 31), date(2003, 1, 1), date(2030, 1, 1)])
def test_before_the_first_value_and_after_the_end_there_is_none(day: date) -> None:
    with pytest.raises(KnowledgeError, match=rf"limit: no value on {day}"):
        value_on(LIMIT, day)


@pytest.mark.parametrize(
    ("amount", "chinese", "english"),
    [
        ("0", "0港元", "HK$0"),
        ("999", "999港元", "HK$999"),
        ("12345", "12,345港元", "HK$12,345"),
        ("70000", "7萬港元", "HK$70,000"),
        ("75500", "7.55萬港元", "HK$75,500"),
        ("3000000", "300萬港元", "HK$3 million"),
        ("33330000", "3,333萬港元", "HK$33.33 million"),
        ("12345678", "12,345,678港元", "HK$12,345,678"),
        ("700000000", "7億港元", "HK$700 million"),
        ("7000000000", "70億港元", "HK$7 billion"),
        ("1234.50", "1,234.5港元", "HK$1,234.5"),
        ("-3000000", "-300萬港元", "HK$-3 million"),
    ],
)
def test_money_is_written_in_the_shortest_exact_form(
    amount: str, chinese: str, english: str
) -> None:
    assert format_money(Decimal(amount), "zh") == chinese
    assert format_money(Decimal(amount), "en") == english


@pytest.mark.parametrize(
    ("written", "chinese", "english"),
    [
        ("1999", "1999年", "1999"),
        ("1999-03", "1999年3月", "March 1999"),
        ("1999-03-07", "1999年3月7日", "7 March 1999"),
        ("undated", "未註明日期", "undated"),
    ],
)
def test_the_date_of_a_source_is_written_as_a_reader_writes_it(
    written: str, chinese: str, english: str
) -> None:
    assert format_source_date(written, "zh") == chinese
    assert format_source_date(written, "en") == english


def test_figures_of_other_units_keep_their_number() -> None:
    assert format_value(Decimal(18), "months", "zh") == "18"
    assert format_value(Decimal("12.5"), "percent", "en") == "12.5%"
    assert format_value("3:4", "ratio", "en") == "3:4"
    assert format_value(date(1999, 3, 7), "date", "zh") == "1999年3月7日"


def test_a_ratio_gives_its_parts_and_a_fraction_its_words() -> None:
    assert parts("2:3") == (2, 3)
    assert format_fraction(Fraction(2, 5), "zh") == "五分之二"
    assert format_fraction(Fraction(2, 5), "en") == "2/5"
    assert format_fraction(Fraction(11, 13), "zh") == "11/13"
