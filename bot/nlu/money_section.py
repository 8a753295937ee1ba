"""The part of a number below 萬: 「三千五」, 「二百零五」, 「3百」, 「七八十」, 「廿幾」, 1,200."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from typing import NamedTuple

from bot.nlu.money_lexer import Token

EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
ONE, TEN = Decimal(1), Decimal(10)
_HALF, _TENTH = Decimal("0.5"), Decimal("0.1")
_LONGEST_AFTER_UNIT = 3
_SEPARATORS = str.maketrans("", "", ", '")
_VALUES = {character: str(value) for value, character in enumerate("零一二三四五六七八九")} | {
    "兩": "2"
}
_UNITS = {"十": TEN, "百": Decimal(100), "千": Decimal(1000)}
_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_SCORES = {"廿": Decimal(20), "卅": Decimal(30), "卌": Decimal(40)}


_READERS = {
    kind: f"_{kind}" for kind in ("number", "odd", "decimal", "han", "unit", "some", "part", "half")
}


class Term(NamedTuple):
    """A summand, `scale` times a number that is `low` and `high` at once unless a range was said."""

    low: Decimal
    high: Decimal
    scale: Decimal

    def times(self, factor: Decimal) -> Term:
        """The same summand, `factor` times as large."""
        return Term(self.low, self.high, EXACT.multiply(self.scale, factor))


def total(terms: list[Term]) -> tuple[Decimal, Decimal]:
    """The least and the greatest value of a sum."""
    if len(terms) == 1:
        only = terms[0]
        low = EXACT.multiply(only.low, only.scale)
        return low, low if only.low == only.high else EXACT.multiply(only.high, only.scale)
    low = high = Decimal(0)
    for term in terms:
        low = EXACT.add(low, EXACT.multiply(term.low, term.scale))
        high = EXACT.add(high, EXACT.multiply(term.high, term.scale))
    return low, high


def read_number(written: str) -> Decimal:
    """Arabic digits with separators of thousands, a decimal point or a fraction (3 1/2)."""
    if "/" in written:
        whole, _, part = written.rpartition(" ")
        above, below = part.split("/")
        return Decimal(whole or 0) + Decimal(above) / Decimal(below)
    plain = written.replace(" point ", ".").translate(_SEPARATORS)
    return Decimal(plain.replace(".", "") if plain.count(".") > 1 else plain)


@dataclass(slots=True)
class Section:
    """What was read up to here; `feed` takes the token that follows directly, or refuses it."""

    terms: list[Term] = field(default_factory=list)
    pending: tuple[Decimal, Decimal] | None = None  # digits that may still get a unit
    unit: Decimal | None = None  # the last one read
    zero: bool = False  # a 零 stands before the pending digits
    vague: bool = False
    tokens: list[Token] = field(default_factory=list)

    def feed(self, token: Token) -> bool:
        """Take the token; False when it cannot belong to this number."""
        reader = _READERS.get(token.kind)
        taken = reader is not None and bool(getattr(self, reader)(token))
        if taken:
            self.tokens.append(token)
        return taken

    @property
    def digit(self) -> bool:
        """Whether it is a single digit and nothing else, as in 「十二萬八」."""
        return len(self.tokens) == 1 and len(self.tokens[0].text) == 1 and bool(self.pending)

    def close(self) -> list[Term]:
        """The summands; a last digit without its unit counts tenths of the unit before (三千五)."""
        if self.zero and not self.pending:
            self.vague = True  # 「十零萬」
        if self.pending:
            tenths = self.unit is not None and not self.zero and self.pending[1] < TEN
            self.terms.append(
                Term(*self.pending, EXACT.multiply(self.unit or ONE, _TENTH) if tenths else ONE)
            )
            self.pending = None
        return self.terms

    def _number(self, token: Token) -> bool:
        return self._digits(read_number(token.text))

    def _odd(self, token: Token) -> bool:
        self.vague = True
        return not self.tokens

    def _decimal(self, token: Token) -> bool:
        return self._digits(
            Decimal("".join(_VALUES.get(each, each) for each in token.text.replace("點", ".")))
        )

    def _digits(self, low: Decimal, high: Decimal | None = None) -> bool:
        if self.vague:
            return self.unit is not None  # 「百幾二百萬」: no value anyway
        if self.pending and self.tokens[-1].text != "零":
            return False
        self.pending = (low, low if high is None else high)
        return True

    def _han(self, token: Token) -> bool:
        if self.terms and token.text.startswith("零") and not self.pending:
            self.zero = True
            rest = token.text.lstrip("零")
            return not rest or self._digits(*read_digits(rest))
        if self.terms and len(token.text) > _LONGEST_AFTER_UNIT:
            return False  # 「十三四八五」 is a standard
        return self._digits(*read_digits(token.text))

    def _unit(self, token: Token) -> bool:
        score = _SCORES.get(token.text)
        unit = TEN if score else _UNITS[token.text]
        if self.vague or (self.zero and score and not self.pending):
            self.vague = True  # 「十零廿萬」
            return True
        if self.pending and unit == self.unit and self.tokens[-1].kind == "han":
            self.vague = True  # 「三百五百萬」, 「百零二百萬」
            return True
        if (self.unit is not None and unit >= self.unit) or self._is_misplaced(unit, score):
            return False
        if score:
            return self._add(score, score, ONE, TEN)
        return self._add(*(self.pending or (ONE, ONE)), unit, unit)

    def _is_misplaced(self, unit: Decimal, score: Decimal | None) -> bool:
        """A digit before 廿, digits place by place before a unit, or no digit where one must be."""
        if self.pending:
            places = self.tokens[-1].kind == "han" and self.pending[1] > TEN
            return score is not None or places
        return bool(self.terms) and unit != TEN

    def _add(self, low: Decimal, high: Decimal, scale: Decimal, unit: Decimal) -> bool:
        self.terms.append(Term(low, high, scale))
        self.unit, self.pending, self.zero = unit, None, False
        return True

    def _some(self, token: Token) -> bool:
        self.vague = True
        return True

    def _part(self, token: Token) -> bool:
        part = _PARTS[token.text]
        low, high = self.pending or (Decimal(0), Decimal(0))
        if self.vague or (self.pending and self.tokens[-1].kind != "number"):
            return False
        self.pending = (low + part, high + part)
        return True

    def _half(self, token: Token) -> bool:
        if self.pending or self.unit is None or self.unit <= TEN or self.vague:
            return False
        return self._add(_HALF, _HALF, self.unit, ONE)


def read_digits(written: str) -> tuple[Decimal, Decimal]:
    """One digit, 「三四」 for three to four, or place by place (一五零零)."""
    if written == "三兩":
        return Decimal(2), Decimal(3)
    places = "".join(_VALUES[character] for character in written)
    rising = places in "123456789" and len(places) in (2, 3)
    if rising or places == "35":
        return Decimal(places[0]), Decimal(places[-1])
    return Decimal(places), Decimal(places)
