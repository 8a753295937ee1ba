"""Finds amounts of money as people in Hong Kong write them: 「千二萬」, HK$1.2m, 「三皮」, 3-5百萬."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bot.nlu import money_context as context
from bot.nlu.money_bare import WRITTEN_OUT, is_bare_money, is_cell, is_measured, is_written_out
from bot.nlu.money_declared import declared_unit
from bot.nlu.money_lexer import FOREIGN
from bot.nlu.money_plain import Plain, plain
from bot.nlu.money_section import EXACT, ONE
from bot.nlu.money_sum import Sum, SumReader

_SHORTEST_SCALED = 2
_LEAST_IN_FULL = 1000
_IN_FULL = re.compile(
    r"(?:hk)?d?\s?\$?\s?[0-9][0-9,]*(?:\.[0-9]{1,2})?\s?(?:元|蚊)?", re.IGNORECASE
)
Kind = Literal["exact", "approximate", "vague", "range", "foreign", "bare", "negative"]


@dataclass(frozen=True)
class Amount:
    """An amount in a text; `text` is what stands at [start, end), words like 大約 included.

    - exact, approximate: `value` in dollars. A number without any unit from ten thousand up
      counts as dollars written out.
    - negative: `value` below zero.
    - bare: `value` is the number as it stands; 萬 may be meant.
    - range: `low` and `high` in dollars, no value.
    - vague (「幾百萬」): nothing known, except the bounds of a range without unit (「300-500」).
    - foreign: in `currency`; `low` is the number, `high` the other end of a range; None when vague.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    currency: str = "HKD"


def find_amounts(text: str) -> list[Amount]:
    """The amounts in `text`, in order, none inside another; offsets are those of `text`."""
    ready = plain(text)
    return _Finder(text, ready).find() if ready.tokens else []


class _Finder:
    def __init__(self, original: str, ready: Plain) -> None:
        self.original = original
        self.text = ready.text
        self.reader = SumReader(ready.text, ready.tokens, ready.numbers)
        self.declared = declared_unit(ready.text)
        self.found: list[Amount] = []

    def find(self) -> list[Amount]:
        index = 0
        while index < len(self.reader.tokens):
            index = max(self._read(index), index + 1)
        return in_dollars(self.found)

    def _read(self, index: int) -> int:
        """Add the amount that begins at a token, if one does; the first token after it."""
        low = self.reader.read(index)
        if low is None or self._declares(low):
            return index if low is None else low.next
        high = self.reader.read_other_end(low, self._before(low.start))
        if high is not None and self._is_measured(high) and low.currency is None:
            return high.next  # 「10至20人」, 50k to 80k units
        if high is not None and not self._is_measured(high):
            both = low.to(high)
            if both is not None:
                self._add(both)
                return both.next
        if not self._is_measured(low):
            self._add(low)
        return low.next

    def _declares(self, sum_: Sum) -> bool:
        declared = self.declared
        return declared is not None and declared.start <= sum_.number.start < declared.end

    def _is_measured(self, sum_: Sum) -> bool:
        return sum_.currency is None and is_measured(self.text, self.original, sum_.number)

    def _before(self, start: int) -> str:
        """The few characters before `start`, and of an amount before it no more than the last one."""
        last = self.found[-1].end - 1 if self.found else 0
        return self.text[max(last, start - context.REACH) : start]

    def _add(self, sum_: Sum) -> None:
        before = self._before(sum_.start)
        minus, about = context.look_before(before)
        after, more = context.look_after(self.text, sum_.end, before)
        said = self._with_unsaid_one(sum_, before, about=bool(about)) if sum_.lone else sum_
        if said is None:
            return
        sum_ = self._in_declared_unit(said.as_vague() if more else said)
        if not sum_.unit_given and not is_bare_money(self.text, sum_.number):
            return
        lead = minus or about
        start = sum_.start - (len(lead[0]) if lead else 0)
        end = after.end() if after else sum_.end
        full = sum_.unit_given or is_written_out(self.text, sum_.number)
        kind = _kind(sum_, full=full, negative=bool(minus), approximate=bool(about or after))
        amount = _amount(start, end, self.original[start:end], kind, sum_)
        if self.found and _is_figure_of_speech(self.found[-1], amount):
            first = self.found.pop()
            amount = replace(
                first, end=end, text=first.text + amount.text, kind="vague", value=None
            )
        self.found.append(amount)

    @staticmethod
    def _with_unsaid_one(sum_: Sum, before: str, *, about: bool) -> Sum | None:
        if context.ASKED_BEFORE.search(before):
            return None
        return sum_.with_unsaid_one(bool(context.UNSAID_ONE_BEFORE.search(before)), about)

    def _in_declared_unit(self, sum_: Sum) -> Sum:
        if self.declared is None or sum_.unit_given:
            return sum_
        meant = is_bare_money(self.text, sum_.number) or is_cell(self.text, sum_.number)
        return sum_.times(self.declared.value) if meant else sum_


def _is_figure_of_speech(first: Amount, second: Amount) -> bool:
    """「十萬八萬」, 「三萬兩萬」: so much or less, without a word between."""
    glued = first.end == second.start and first.text[-1:] == second.text[-1:]
    short = max(len(first.text), len(second.text)) == _SHORTEST_SCALED
    return glued and short and not (first.text + second.text).isascii() and first.text[0] in "三十"


def _kind(sum_: Sum, *, full: bool, negative: bool, approximate: bool) -> Kind:
    number = sum_.number
    if sum_.currency in FOREIGN:
        return "foreign"
    if number.vague:
        return "vague"
    if negative or sum_.negative:
        return "negative"
    if number.low != number.high:
        return "range" if full else "vague"
    if not full:
        return "bare"
    return "approximate" if approximate else "exact"


def _amount(start: int, end: int, text: str, kind: Kind, sum_: Sum) -> Amount:
    low, high = (_whole(bound) for bound in (sum_.number.low, sum_.number.high))
    if kind in ("exact", "approximate", "bare"):
        return Amount(start, end, text, kind, value=low)
    if kind == "negative":
        return Amount(start, end, text, kind, value=low.copy_negate())
    currency = sum_.currency if kind == "foreign" and sum_.currency else "HKD"
    if sum_.number.vague:
        return Amount(start, end, text, kind, currency=currency)
    return Amount(start, end, text, kind, None, low, high if high != low else None, currency)


def _whole(value: Decimal) -> Decimal:
    """Without the zeros after the point that a calculation left."""
    if value.same_quantum(ONE):
        return value
    whole = value.to_integral_value(context=EXACT)
    return whole if whole == value else value


def in_dollars(amounts: list[Amount]) -> list[Amount]:
    """The amounts with small bare ones as dollars when all their neighbours are dollars in full.

    「設備: 4,200,000, 審計: 9,000」: who writes millions in full leaves no 萬 out.
    """
    full = [each for each in amounts if each.kind == "exact"]
    if not any(each.kind == "bare" for each in amounts) or not full:
        return amounts
    if not all(_IN_FULL.fullmatch(each.text) for each in full):
        return amounts
    if not any(each.value is not None and each.value >= WRITTEN_OUT for each in full):
        return amounts
    return [_as_dollars(each) for each in amounts]


def _as_dollars(amount: Amount) -> Amount:
    small = amount.kind == "bare" and amount.text[-1:].isdigit() and amount.value is not None
    return replace(amount, kind="exact") if small and amount.value >= _LEAST_IN_FULL else amount
