"""A number with its currency, and two of them as the ends of a range."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from bot.nlu import money_context as context
from bot.nlu.money_lexer import CURRENCY, FOREIGN, Token
from bot.nlu.money_number import NumberReader
from bot.nlu.money_parts import Number
from bot.nlu.money_section import EXACT, ONE, TEN

_BEFORE_NUMBER = re.compile(r"\s{0,2}:?\s{0,2}(-?)")
_DIGITS = "0123456789零一二三四五六七八九"
_ENUMERATED = re.compile(
    r"(?:^|[^\n0-9零一二三四五六七八九十])([1-9一二三四五六七八])[、,，]([1-9一二三四五六七八九])(?![0-9])"
)
_WIDEST_GAP = 2
_MOST_CODES = 2  # 「港幣$」
_LONE = ("great", "unit", "unit great", "slang", "piece times", "piece great", "piece slang")
_FEW, _MANY = Decimal(3), Decimal(100)
_NEAR = Decimal(20)  # how many times larger the other end of a range may be
_NUMERIC = frozenset(["number", "decimal", "han", "unit", "words", "half", "piece", "some"])


class Sum(NamedTuple):
    """A number and the code of its currency, None when none is named; offsets take both in."""

    number: Number
    start: int
    end: int
    next: int
    currency: str | None
    negative: bool = False

    @property
    def unit_given(self) -> bool:
        """Whether the number says itself what one of it means."""
        return self.number.scaled or self.currency is not None

    @property
    def lone(self) -> bool:
        """Whether it is 千萬, 球 or 個億 with no digit before."""
        return self.number.kinds in _LONE

    def as_vague(self) -> Sum:
        """The sum as one whose value is not known."""
        return self._replace(number=self.number._replace(vague=True))

    def times(self, factor: Decimal) -> Sum:
        """The sum when one of its number means `factor` dollars."""
        low, high = (
            EXACT.multiply(self.number.low, factor),
            EXACT.multiply(self.number.high, factor),
        )
        return self._replace(number=self.number._replace(low=low, high=high, scaled=True))

    def to(self, high: Sum) -> Sum | None:
        """The range from this sum to another one, None when they are none."""
        if self.currency and high.currency and self.currency != high.currency:
            return None
        least = self._in_unit_of(high)
        if least is None or not (
            least < high.number.high or high.number.vague or self.number.vague
        ):
            return None
        number = high.number._replace(
            low=least,
            vague=self.number.vague or high.number.vague,
            start=self.number.start,
        )
        return Sum(number, self.start, high.end, high.next, high.currency or self.currency)

    def _in_unit_of(self, high: Sum) -> Decimal | None:
        """The low end; it may leave the multiplier to the high end (「3至5百萬」, 3-5m)."""
        low = self.number
        first = high.number.first
        if low.scaled == high.number.scaled:
            shared = low.plain and low.high < first.low and not low.scaled  # 「二、三千」
            return EXACT.multiply(low.low, first.scale) if shared else low.low
        if low.scaled:
            return None
        factor = first.scale if low.plain and low.high < first.low else high.number.great
        value = EXACT.multiply(low.low, factor)
        if value < high.number.high or high.number.vague:
            return value
        return low.low if EXACT.multiply(low.low, _NEAR) > high.number.high else None

    def with_unsaid_one(self, open_end: bool, about: bool) -> Sum | None:
        """「上千萬」 and 「成千萬」 are vague, 「近千萬」 about that much; a lone 萬 or 千 is nothing otherwise."""
        kinds = self.number.kinds
        if not self.lone:
            return self
        one = self.number.first.low == ONE  # 廿 is two tens
        if open_end and one and (kinds != "unit" or self.currency):
            return self.as_vague()
        lone = kinds == "great" or (kinds == "unit" and not self.currency)
        return None if lone and not (about and kinds == "great") else self


def _gives_way(code: str | None, other: str) -> bool:
    """Whether a currency before a number is less than the one after it; ¥ is that of two countries."""
    return code in (None, "hkd") or (code, other) == ("CNY", "JPY")


class SumReader:
    """Reads sums of money at the tokens of one text."""

    def __init__(self, text: str, tokens: list[Token], numbers: NumberReader) -> None:
        self.text = text
        self.tokens = tokens
        self.numbers = numbers

    def read(self, index: int) -> Sum | None:
        """The sum that begins with the token at `index`."""
        start, currency, minus = self.tokens[index].start, None, False
        at = index
        while self.tokens[at].kind in CURRENCY and at < index + _MOST_CODES:
            found = self._currency_before(at)
            if not found:
                return None
            kind = self.tokens[at].kind
            currency = kind if currency is None or kind in FOREIGN else currency
            minus, at = bool(found[1]), at + 1
        number = self.numbers.read(at)
        if number is None:
            return None
        code, end, following = self._currencies_after(number, currency)
        return Sum(number, start, end, following, code.upper() if code else None, minus)

    def read_other_end(self, low: Sum, before: str) -> Sum | None:
        """The sum to which a range from `low` goes, when the words between them say so."""
        if low.next >= len(self.tokens):
            return None
        to = self._to(low, context.is_between(self.text, low.end, before)).match(self.text, low.end)
        if to is None and self._is_next_digit(low):
            return self.read(low.next)
        if to is None or to.end() != self.tokens[low.next].start:
            return None
        if "-" not in to[0] and context.CHANGE_BEFORE.search(before):
            return None
        high = self.read(low.next)
        return None if high is None or self._is_numbered(low, high, to[0]) else high

    @staticmethod
    def _is_numbered(low: Sum, high: Sum, to: str) -> bool:
        """「Item 1 - 300萬」, 「3/500萬」: a number that names something, and an amount."""
        first, last = low.number.first.low, high.number.first.low
        if "/" in to:
            return low.number.plain and last >= _FEW * first
        return to.startswith(" -") and low.number.plain and first < TEN and last >= _MANY * first

    @staticmethod
    def _to(low: Sum, between: bool) -> re.Pattern[str]:
        """What leads to the other end; "or" does so only when the first end has no unit of its own."""
        if between:
            return context.TO_OR_AND
        return context.TO if low.unit_given else context.TO_OR

    def _is_next_digit(self, low: Sum) -> bool:
        """「三、四百萬」: three to four; not the third point of a list."""
        if low.end - low.start != 1:
            return False
        written = self.text[max(0, low.start - 1) : low.end + 3]
        found = _ENUMERATED.search(written)
        if found is None or (written[0] in "\n123456789" and low.start == 0):
            return False
        first, second = (_DIGITS.index(digit) % 10 for digit in found.groups())
        return second == first + 1

    def _currency_before(self, at: int) -> re.Match[str] | None:
        if at + 1 >= len(self.tokens):
            return None
        found = _BEFORE_NUMBER.match(self.text, self.tokens[at].end)
        return found if found and found.end() == self.tokens[at + 1].start else None

    def _currencies_after(
        self, number: Number, currency: str | None
    ) -> tuple[str | None, int, int]:
        """The currency with what follows the number, the end, and the next token."""
        end, at = number.end, number.next
        while at < len(self.tokens):
            token = self.tokens[at]
            gap = self.text[end : token.start]
            enclosed = gap.strip(" ") == "(" and self.text[token.end : token.end + 1] == ")"
            if len(gap) > _WIDEST_GAP or (gap.strip(" ") and not enclosed):
                break
            if token.kind == "after":
                currency = currency or "hkd"
            elif token.kind not in CURRENCY or self._belongs_to_next(at, gap, currency):
                break
            else:
                currency = token.kind if _gives_way(currency, token.kind) else currency
            end, at = token.end + enclosed, at + 1
        return currency, end, at

    def _belongs_to_next(self, at: int, gap: str, currency: str | None) -> bool:
        """Whether a currency stands before the next number rather than after this one."""
        following = self._currency_before(at)
        if not following or self.tokens[at + 1].kind not in _NUMERIC:
            return False
        nearer = len(following[0]) - len(gap)
        symbol = self.tokens[at].text.endswith("$")
        return nearer < 0 or (nearer == 0 and (symbol or currency is not None))
