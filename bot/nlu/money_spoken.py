"""Amounts spelt in English: "twenty-five thousand", "two and a half million", "a few million"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from bot.nlu.money_section import EXACT

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBERS = {word: Decimal(value) for value, word in enumerate(_SMALL)}
_NUMBERS |= {word: Decimal(10 * value) for value, word in enumerate(_TENS, 2)}
_NUMBERS |= {"a": Decimal(1), "an": Decimal(1)}
_GREAT = {
    "thousand": Decimal(10**3),
    "grand": Decimal(10**3),
    "million": Decimal(10**6),
    "mil": Decimal(10**6),
}
_GREAT |= {"billion": Decimal(10**9)}
_VAGUE = {"several", "few", "couple", "tens", "hundreds", "thousands", "millions", "billions"}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_HUNDRED = Decimal(100)


class Spoken(NamedTuple):
    """`value` is None for "a few million"; `great` is the largest of thousand, million … said."""

    value: Decimal | None
    great: Decimal | None


def evaluate(phrase: str) -> Spoken | None:
    """The number that a run of English number words says, or None when it says none."""
    words = [word for word in re.split(r"[\s-]+", phrase) if word not in ("and", "of")]
    great = max(
        (_GREAT[word.rstrip("s")] for word in words if word.rstrip("s") in _GREAT), default=None
    )
    if _VAGUE.intersection(words):
        return Spoken(None, _HUNDRED if great is None and "hundreds" in words else great)
    if "point" in words:
        words = _with_decimals(words)
    value = _sum(words)
    return None if value is None else Spoken(value, great)


def _with_decimals(words: list[str]) -> list[str]:
    """Turn "three point two five million" with its digits into one word."""
    at = words.index("point")
    digits = [word for word in words[at + 1 :] if word in _SMALL[:10]]
    whole = _sum(words[:at])
    if whole is None or not digits:
        return ["?"]
    return [
        f"{whole}.{''.join(str(_SMALL.index(word)) for word in digits)}",
        *words[at + 1 + len(digits) :],
    ]


def _sum(words: list[str]) -> Decimal | None:
    result = part = Decimal(0)
    smallest, seen = Decimal("Infinity"), False
    for index, word in enumerate(words):
        great = _GREAT.get(word)
        if great is not None:
            if great >= smallest:
                return None
            result = EXACT.add(result, EXACT.multiply(part if seen else Decimal(1), great))
            part, seen, smallest = Decimal(0), False, great
            continue
        if word == "hundred":
            part, seen = EXACT.multiply(part if seen else Decimal(1), _HUNDRED), True
        elif word in _PARTS:
            part, seen = part + _PARTS[word], True
        elif word in _NUMBERS:
            follows = words[index + 1] if index + 1 < len(words) else ""
            article = word in ("a", "an") and (seen or follows in _PARTS)
            part, seen = part + (Decimal(0) if article else _NUMBERS[word]), True
        elif word[0].isdigit():
            part, seen = Decimal(word), True
        else:
            return None
    return EXACT.add(result, part) if seen or result else None
