"""Durations in months: 「十八個月」, 「年半」, 「一年零兩個月」, 18 months, a year and a half."""

from __future__ import annotations

import math
import re

import cn2an

from bot.nlu.folding import fold

_DIGITS = "一二两三四五六七八九十廿卅"
_PLAIN = rf"(?:\d+(?:\.\d+)?|[{_DIGITS}]+)"
_COUNT = rf"(?<![第零〇{_DIGITS}\d.]){_PLAIN}"
_CHINESE = re.compile(
    rf"(?:(?P<years>{_COUNT})个?年(?P<half_more>半)?|(?P<half_year>半年)|(?P<year_half>年半))"
    rf"(?:(?:零|又|加|同)?(?P<and_months>{_PLAIN})个月)?"
    rf"|(?P<months>{_COUNT})个(?P<month_half>半)?月"
    r"|(?P<bare_months>\d{2})月(?!\d)"
    r"|(?P<half_month>半个月)|(?P<one_and_half>个半月)"
    rf"|(?P<quarters>{_COUNT})(?:个季度?|季度)"
    rf"|(?P<weeks>{_COUNT})个?(?:星期|礼拜|周)"
)
_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
]  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_WORDS = {"a": 1, "an": 1, **{word: number for number, word in enumerate(_UNITS + _TEENS, 1)}}
_WORDS |= _TENS
_NUMBER = rf"\d+(?:\.\d+)?|(?:{'|'.join(_TENS)})[ -](?:{'|'.join(_UNITS)})|{'|'.join(_WORDS)}"
_HALF = r" and a half"
_ENGLISH = re.compile(
    rf"\b(?P<number>half an?|{_NUMBER})(?P<half>{_HALF})?[ -]?"
    rf"(?P<unit>months?|mths?|years?|yrs?|weeks?|wks?)\b(?P<half_after>{_HALF})?"
    rf"(?: and (?P<and_months>{_NUMBER})[ -]months?)?"
)
_CLAUSE = re.compile(r"[,，。;；!！\n]+")
_HISTORY = re.compile(
    "做左|做咗|做了|开左|开咗|开了|成立|经营|经验|历史|老店|老厂|老字号|创办|创立|入行|以来"
    r"|\b(?:since|founded|established|history|experience|in business|been|ago|years old)\b"
)
_YEAR, _WEEKS_A_YEAR = 12, 52
_LONGEST_PROJECT = 10 * _YEAR
"""What is longer is a company's history, a lease, a loan or a calendar year."""


def months_in(text: str, *, asked: bool = False) -> int | None:
    """The longest duration in `text` in months, rounded up; None when there is none.

    Unless durations were `asked` for, what tells of a company's past is left out.
    """
    clauses = _CLAUSE.split(fold(text).text)
    plans = [found for clause in clauses if not _HISTORY.search(clause) for found in _all(clause)]
    short = [months for months in plans if months <= _LONGEST_PROJECT]
    if short or not asked:
        return max(short, default=None)
    return max((found for clause in clauses for found in _all(clause)), default=None)


def _all(clause: str) -> list[int]:
    found = [*map(_chinese, _CHINESE.finditer(clause)), *map(_english, _ENGLISH.finditer(clause))]
    return [math.ceil(months) for months in found if 0 < months < 100 * _YEAR]


def _chinese(match: re.Match[str]) -> float:
    said = match.groupdict()
    months = _value(said["and_months"]) + _value(said["months"]) + _value(said["bare_months"])
    months += 3 * _value(said["quarters"]) + _value(said["weeks"]) * _YEAR / _WEEKS_A_YEAR
    months += _YEAR * (_value(said["years"]) + bool(said["year_half"]))
    halves = bool(said["month_half"] or said["half_month"]) + 3 * bool(said["one_and_half"])
    half_years = (said["half_more"], said["half_year"], said["year_half"])
    return months + halves / 2 + _YEAR / 2 * sum(map(bool, half_years))


def _value(number: str | None) -> float:
    if not number:
        return 0.0
    if number[0].isdigit():
        return float(number)
    plain = number.replace("两", "二").replace("廿", "二十").replace("卅", "三十")
    try:
        return float(cn2an.cn2an(plain, "smart"))
    except ValueError:
        return 0.0


def _english(match: re.Match[str]) -> float:
    said = match.groupdict()
    number = 0.5 if said["number"].startswith("half") else _english_value(said["number"])
    number += 0.5 * bool(said["half"] or said["half_after"])
    unit = {"m": 1.0, "y": float(_YEAR), "w": _YEAR / _WEEKS_A_YEAR}[said["unit"][0]]
    return number * unit + (_english_value(said["and_months"]) if said["and_months"] else 0)


def _english_value(number: str) -> float:
    if number[0].isdigit():
        return float(number)
    return float(sum(_WORDS[part] for part in re.split("[ -]", number)))
