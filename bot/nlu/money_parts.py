"""What a number is made of: its summands, its multiplier, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from bot.nlu.money_lexer import Token
from bot.nlu.money_section import Section, Term

_HUNDRED = Decimal(100)
THOUSAND, _MILLION, _BILLION = Decimal(10**3), Decimal(10**6), Decimal(10**9)
WAN, YI = Decimal(10**4), Decimal(10**8)
_GREAT = {"萬": WAN, "億": YI}
_TIMES = {
    "hundred": _HUNDRED,
    **dict.fromkeys(("hundred thousand", "hundred k", "hundred grand"), 100 * THOUSAND),
    **dict.fromkeys(("hundred million", "hundred mil"), 100 * _MILLION),
    "w": WAN,
}
_TIMES |= dict.fromkeys(("k", "thousand", "thou", "grand"), THOUSAND)
_TIMES |= dict.fromkeys(("lakh", "lac"), 100 * THOUSAND) | {"crore": 10 * _MILLION}
_TIMES |= dict.fromkeys(("m", "mm", "mn", "mil", "mill", "mln", "mio", "million"), _MILLION)
_TIMES |= dict.fromkeys(("milion", "millon", "miilion"), _MILLION)
_TIMES |= dict.fromkeys(("thousan", "thousnad", "thosand"), THOUSAND)
_TIMES |= dict.fromkeys(("bn", "bil", "billion"), _BILLION)
_SLANG = {"球": _MILLION, "皮": WAN, "舊": _HUNDRED, "撇": THOUSAND}
_SLANG |= {"盤": WAN, "餅": WAN, "棍": WAN, "草": Decimal(10), "雞": Decimal(1)}


@dataclass
class Draft:
    """What was read of a number so far; `great` is the last multiplier, `previous` the section before it."""

    start: int
    next: int = -1
    terms: list[Term] = field(default_factory=list)
    vague: bool = False
    great: Decimal | None = None
    previous: Section = field(default_factory=Section)

    def __post_init__(self) -> None:
        self.next = self.start if self.next < 0 else self.next


class Number(NamedTuple):
    """A number as read: between `low` and `high`; a `vague` one has no known value.

    `scaled`: 萬, million or the like was said. `first` is its first summand. `next` is the
    index of the first token that does not belong to it.
    """

    start: int
    end: int
    next: int
    low: Decimal
    high: Decimal
    vague: bool
    scaled: bool
    first: Term
    great: Decimal  # the multiplier that stands last
    kinds: str  # of its tokens

    @property
    def plain(self) -> bool:
        """Just digits, so that a multiplier may have been left to the other end of a range."""
        return self.kinds in ("number", "han", "decimal")


def multiplier(token: Token) -> Decimal:
    """What 萬, 億, million, k, 球 and the like multiply by."""
    if token.kind == "slang":
        return _SLANG[token.text[0]]
    return _GREAT.get(token.text) or _TIMES.get(token.text) or _TIMES[token.text.rstrip("s")]


def is_round(section: Section) -> bool:
    """Whether it stands for hundreds or thousands: 「三百萬五」 could then mean two things."""
    if section.unit is not None:
        return section.unit >= _HUNDRED and section.tokens[-1].kind == "unit"
    return bool(section.tokens) and section.tokens[-1].text.endswith("00")
