"""Amounts spelt in English: "twenty-five thousand", "two and a half million", "a few million"."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
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
_ARTICLES = frozenset({"a", "an"})
_GREAT = dict.fromkeys(("thousand", "grand"), Decimal(10**3))
_GREAT |= dict.fromkeys(("lakh", "lakhs", "lac", "lacs"), Decimal(10**5))
_GREAT |= dict.fromkeys(("million", "mil", "mill"), Decimal(10**6))
_GREAT |= dict.fromkeys(("crore", "crores"), Decimal(10**7)) | {"billion": Decimal(10**9)}
_VAGUE = {"several", "few", "couple", "tens", "hundreds", "thousands", "millions", "billions"}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
_WHOLE_QUARTERS = 4
_HUNDRED = Decimal(100)


class Spoken(NamedTuple):
    """`value` is None for "a few million"; `great` is the largest of thousand, million … said."""

    value: Decimal | None
    great: Decimal | None


def evaluate(phrase: str) -> Spoken | None:
    """The number that a run of English number words says, or None when it says none."""
    said = [word for word in re.split(r"[\s-]+", phrase) if word != "of"]
    words = [word for word in _with_shares(said) if word != "and"]
    greats = (_GREAT.get(word) or _GREAT.get(word.rstrip("s")) for word in words)
    great = max((value for value in greats if value), default=None)
    if _VAGUE.intersection(words):
        return Spoken(None, _HUNDRED if great is None and "hundreds" in words else great)
    if "point" not in words and _are_several(words):
        return Spoken(None, great)
    if "point" in words:
        words = _with_decimals(words)
    if great and len(said) > 1 and said[-2] in _GREAT and said[-1] in _SMALL[1:10]:
        return Spoken(None, great)  # "two million five": 2.5 million, or five dollars more
    value = _sum(words)
    return None if value is None else Spoken(value, great)


def _are_several(words: list[str]) -> bool:
    """Whether two numbers follow each other: "two three million" is two to three."""
    return any(
        first in _NUMBERS
        and second in _NUMBERS
        and not {first, second} & _ARTICLES
        and not (first in _TENS and second in _SMALL[1:10])
        for first, second in pairwise(words)
    )


def part_of(phrase: str) -> Decimal | None:
    """What "a half", "half" or "a quarter" alone is of one."""
    words = phrase.split()
    return _PARTS.get(words[-1]) if len(words) == 1 or words[0] == "a" == words[-2] else None


def _with_shares(words: list[str]) -> list[str]:
    """Turn the two words of "three quarters" and "one half" into one."""
    joined: list[str] = []
    for word in words:
        last = joined[-1] if joined else ""
        if (
            word in _PARTS
            and last in _NUMBERS
            and last not in _ARTICLES
            and _NUMBERS[last] < _WHOLE_QUARTERS
        ):
            joined[-1] = str(EXACT.multiply(_NUMBERS[last], _PARTS[word]))
        else:
            joined.append(word)
    return joined


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
        follows = words[index + 1] if index + 1 < len(words) else ""
        added = _next(word, follows, part, seen)
        if added is None:
            return None
        if word in _PARTS and result and not follows:
            added = EXACT.multiply(added, smallest)  # "a million and a half"
        part, seen = added, True
    return EXACT.add(result, part) if seen or result else None


def _next(word: str, follows: str, part: Decimal, seen: bool) -> Decimal | None:
    """The part below the next thousand or million once `word` is added to it."""
    if word == "hundred":
        return EXACT.multiply(part if seen else Decimal(1), _HUNDRED)
    if word in _PARTS:
        return part + _PARTS[word]
    if word in _NUMBERS:
        article = word in _ARTICLES and (seen or follows in _PARTS)
        return part + (Decimal(0) if article else _NUMBERS[word])
    return Decimal(word) if word[0].isdigit() else None
