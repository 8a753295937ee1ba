"""The unit of all numbers of a text, when it is said once: 「(萬元)」, 「單位:千元」, HK$'000."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_CODE = r"(?:港幣|港元|hk\$|hkd|\$)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"單位(?:[都均一律全]{{0,2}}[為係是])?\s?:?\s?{_CODE}?\s?(百萬|千萬|萬|千|億|million|thousand)元?",
        rf"\(\s?(?:in\s)?{_CODE}?\s?(百萬|千萬|萬|千|億|millions?|thousands?)元?\s?(?:計)?\)",
        rf"\(\s?{_CODE}\s?(mn?|k)\)",
        rf"(?:{_CODE}\s?|\(\s?)('?000)\b",
        r"以(百萬|萬|千)元?(?:計|為單位|做單位)",
        r"(?:都|全部|通通|全)[係是](百萬|萬|千)(?=$|[\s,，。;、)!！]|元|[做為]?單位)",
        rf"in\s{_CODE}?\s?(thousands|millions|million)(?![a-z])",
    )
)
_VALUES = {
    "億": 10**8,
    "千萬": 10**7,
    "百萬": 10**6,
    "萬": 10**4,
    "千": 10**3,
    "'000": 10**3,
    "000": 10**3,
    "k": 10**3,
}
_VALUES |= {"m": 10**6, "mn": 10**6, "million": 10**6, "thousand": 10**3}
_HINT = re.compile(r"[(單以'都全]|in\s")


class Declared(NamedTuple):
    """What one of a number means in dollars, and where that is said."""

    value: Decimal
    start: int
    end: int


def declared_unit(text: str) -> Declared | None:
    """The unit that normalised text declares for its numbers."""
    if not _HINT.search(text):
        return None
    for pattern in _PATTERNS:
        found = pattern.search(text)
        if found:
            word = found[1] if found[1] in _VALUES else found[1].rstrip("s")
            return Declared(Decimal(_VALUES[word]), *found.span())
    return None
