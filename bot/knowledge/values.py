"""The value of a parameter on a date, and how figures are written in each language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from bot.knowledge.schema import KnowledgeError, Parameter, Unit

UNDATED = "undated"
_CHINESE_DIGITS = "零一二三四五六七八九十"


def value_on(parameter: Parameter, day: date) -> Decimal | date | str:
    """The value that holds on `day`.

    Raises:
        KnowledgeError: no value holds on that day (before the first, or ended by null).
    """
    begun = [start for start in parameter.values if start <= day]
    value = parameter.values[max(begun)] if begun else None
    if value is None:
        raise KnowledgeError(f"parameter {parameter.id}: no value on {day.isoformat()}")
    return value


def format_value(value: Decimal | date | str, unit: Unit, language: str) -> str:
    """`value` as words of a sentence in `language` (`en`, or else Chinese)."""
    if isinstance(value, date):
        return format_date(value, language)
    if unit == "HKD":
        return format_money(Decimal(value), language)
    text = f"{Decimal(value):f}" if isinstance(value, Decimal) else str(value)
    if unit == "percent":
        return f"{text}%"
    return text


def format_date(day: date, language: str) -> str:
    """7 July 2020, or 2020年7月7日."""
    if language == "en":
        return f"{day.day} {day:%B %Y}"
    return f"{day.year}年{day.month}月{day.day}日"


def format_source_date(written: str, language: str) -> str:
    """The date of a source (YYYY, YYYY-MM, YYYY-MM-DD or `undated`) as a reader sees it."""
    if written == UNDATED:
        return written if language == "en" else "未註明日期"
    year, *rest = (int(part) for part in written.split("-"))
    day = date(year, *[*rest, 1, 1][:2])
    if len(rest) > 1:
        return format_date(day, language)
    if language == "en":
        return f"{day:%B %Y}" if rest else str(year)
    return f"{year}年{day.month}月" if rest else f"{year}年"


def format_money(amount: Decimal, language: str) -> str:
    """HKD in the shortest exact form: 3,000萬港元, HK$30 million, HK$1,234,567."""
    return _english_money(amount) if language == "en" else _chinese_money(amount)


def _english_money(amount: Decimal) -> str:
    for size, word in ((Decimal(10**9), "billion"), (Decimal(10**6), "million")):
        if abs(amount) >= size and amount % (size / 100) == 0:
            return f"HK${_plain(amount / size)} {word}"
    return f"HK${_plain(amount)}"


def _chinese_money(amount: Decimal) -> str:
    for size, word in ((Decimal(10**8), "億"), (Decimal(10**4), "萬")):
        if abs(amount) >= size and amount % (size / 100) == 0:
            return f"{_plain(amount / size)}{word}港元"
    return f"{_plain(amount)}港元"


def _plain(number: Decimal) -> str:
    whole = number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
    return f"{whole:,f}"


def parts(ratio: str) -> tuple[int, int]:
    """The government's and the company's parts of a matching ratio such as `2:3`."""
    government, company = (int(part) for part in ratio.split(":"))
    return government, company


def format_fraction(fraction: Fraction, language: str) -> str:
    """五分之二 or 2/5."""
    top, bottom = fraction.numerator, fraction.denominator
    if language == "en" or max(top, bottom) >= len(_CHINESE_DIGITS):
        return f"{top}/{bottom}"
    return f"{_CHINESE_DIGITS[bottom]}分之{_CHINESE_DIGITS[top]}"
