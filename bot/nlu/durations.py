"""Durations in months: 「十八個月」, 「年半」, 「兩年」, 18 months, 1.5 years."""

from __future__ import annotations

import math
import re

import cn2an

_NUMBER = r"(\d+(?:\.\d+)?|[一二兩两三四五六七八九十廿卅]+)"
_CHINESE = re.compile(
    rf"{_NUMBER}\s*個?个?\s*(?:(月)|(年)(半)?)|(半)年|(?<![一二兩两三四五六七八九十\d])(年半)"
)
_ENGLISH = re.compile(
    r"(\d+(?:\.\d+)?|one|two|three|a|an)(?:\s+and\s+a\s+half)?[\s-]*(months?|mths?|years?|yrs?)",
    re.IGNORECASE,
)
_WORDS = {"one": 1.0, "a": 1.0, "an": 1.0, "two": 2.0, "three": 3.0}
_YEAR = 12


def months_in(text: str) -> int | None:
    """The longest duration named in `text` in months, rounded up; None when there is none."""
    found = [*map(_chinese, _CHINESE.finditer(text)), *map(_english, _ENGLISH.finditer(text))]
    return max(found, default=None)


def _chinese(match: re.Match[str]) -> int:
    number, month, year, half, half_year, year_half = match.groups()
    if half_year:
        return _YEAR // 2
    if year_half:
        return _YEAR + _YEAR // 2
    value = _value(number)
    if month:
        return math.ceil(value)
    return math.ceil((value + (0.5 if half else 0.0)) * _YEAR)


def _value(number: str) -> float:
    if number[0].isdigit():
        return float(number)
    plain = re.sub("[兩两]", "二", number).replace("廿", "二十").replace("卅", "三十")
    try:
        return float(cn2an.cn2an(plain, "smart"))
    except ValueError:
        return 0.0


def _english(match: re.Match[str]) -> int:
    number, unit = match.group(1).lower(), match.group(2).lower()
    value = _WORDS[number] if number in _WORDS else float(number)
    value += 0.5 if "half" in match.group(0).lower() else 0.0
    return math.ceil(value if unit.startswith("m") else value * _YEAR)
