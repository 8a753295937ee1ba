"""Puts tokens together to numbers: 「一億五千萬」, 「三個半million」, 「十二萬八」, 3 000萬, half a million."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.nlu.money_lexer import Token
from bot.nlu.money_parts import THOUSAND, WAN, YI, Draft, Number, is_round, multiplier
from bot.nlu.money_section import EXACT, ONE, TEN, Section, Term, read_number, total
from bot.nlu.money_spoken import evaluate
from bot.nlu.money_units import UNIT

_HALF, _TENTH = Decimal("0.5"), Decimal("0.1")
_AFTER_TAIL = re.compile(
    r"$|[^\u4e00-\u9fff0-9a-z]|[蚊元港左上咁啦喇囉㗎架呀吖喎嘅的買做係就到度都先銀入搞嘢]|hk"
)
_ASKED = frozenset("多少")  # 「幾多個億」
_NOT_HALF = frozenset("北南東西一大多過")
_SECTION = frozenset({"number", "decimal", "han", "unit"})


class NumberReader:
    """Reads the numbers of one text at given tokens."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens

    def read(self, index: int) -> Number | None:
        """The longest number that begins with the token at `index`."""
        token = self.tokens[index]
        simple = self._simple(index) if token.kind == "number" else None
        if simple:
            return simple
        if token.kind == "some" and token.text not in ("幾", "數"):
            return None
        special = {"words": self._spoken, "piece": self._after_piece, "half": self._half}.get(
            token.kind
        )
        return special(index) if special else self._numeral(index)

    def _simple(self, index: int) -> Number | None:
        """Digits and perhaps one multiplier with nothing near after: most numbers, read at once."""
        number, sign = self.tokens[index], self.follows(index + 1, "great times")
        after = index + 1 if sign is None else index + 2
        if not self._is_far(after) or self.text.startswith(" and ", number.end):
            return None
        value, scale = read_number(number.text), multiplier(sign) if sign else ONE
        term, kinds = Term(value, value, scale), f"number {sign.kind}" if sign else "number"
        low, high = total([term])
        end = sign.end if sign else number.end
        return Number(
            number.start, end, after, low, high, False, sign is not None, term, scale, kinds
        )

    def gap(self, index: int) -> str | None:
        """What stands between the token at `index` and the one before it; None at the end."""
        if not 0 < index < len(self.tokens):
            return None
        return self.text[self.tokens[index - 1].end : self.tokens[index].start]

    def follows(self, index: int, kinds: str, *, spaces: int = 1) -> Token | None:
        """The token at `index`, if it is of one of the kinds and at most `spaces` away."""
        if not 0 < index < len(self.tokens):
            return None
        before, start = self.tokens[index - 1].end, self.tokens[index].start
        if start - before > spaces or (start > before and self.text[before:start].strip(" ")):
            return None
        return self.tokens[index] if self.tokens[index].kind in kinds else None

    def _is_far(self, index: int) -> bool:
        """Whether more than a space stands before a token, or there is no such token."""
        if index >= len(self.tokens):
            return True
        before, start = self.tokens[index - 1].end, self.tokens[index].start
        return start - before > 1 or (start - before == 1 and self.text[before] != " ")

    def _section(self, index: int) -> tuple[Section, int]:
        section, at = Section(), index
        while at < len(self.tokens) and (at == index or self._glued(at)):
            if section.tokens and self._begins_count(at):
                break
            if not section.feed(self.tokens[at]):
                break
            at += 1
        return section, at

    def _glued(self, index: int) -> bool:
        """Whether a token belongs to the section before it; 「1 千 2 百」 is typed with spaces."""
        gap = self.gap(index)
        before, kind = self.tokens[index - 1].kind, self.tokens[index].kind
        spaced = kind == "unit" and before == "number"
        spaced = spaced or (
            kind == "number" and before == "unit" and bool(self.follows(index + 1, "unit"))
        )
        return gap == "" or (spaced and gap == " ")

    def _begins_count(self, index: int) -> bool:
        """「一部」 and 「兩部」 after a number count something; they are no last digit."""
        token = self.tokens[index]
        if (
            token.kind != "han"
            or token.text not in ("一", "兩")
            or self.follows(index + 1, "unit great", spaces=0)
        ):
            return False
        return token.text == "兩" or not _AFTER_TAIL.match(self.text, token.end)

    def _numeral(self, index: int) -> Number | None:
        sum_ = Draft(index)
        while self._add_great(sum_):
            pass
        if sum_.great is not None:
            self._add_tail(sum_)
            return self._number(sum_)
        sum_.previous, sum_.next = self._section(index)
        if not sum_.previous.tokens:
            return None
        sum_.terms, sum_.vague = sum_.previous.close(), sum_.previous.vague
        return self._multiplied(sum_)

    def _add_great(self, sum_: Draft) -> bool:
        """Read one more section with its 萬 or 億."""
        first = sum_.next == sum_.start
        if not first and self._is_far(sum_.next):
            return False
        section, after = self._section(sum_.next)
        if after == sum_.start:
            token = self.tokens[after] if self.tokens[after].kind == "great" else None
        else:
            token = self.follows(after, "great", spaces=2 if section.tokens else 0)
        if token is None:
            return False
        value = multiplier(token)
        if section.tokens or first:
            if sum_.great is not None and value >= sum_.great:
                return False
            sum_.terms += [term.times(value) for term in section.close() or [Term(ONE, ONE, ONE)]]
        elif sum_.great is not None and value > sum_.great:
            sum_.terms = [term.times(value) for term in sum_.terms]  # 「三萬億」
        else:
            return False
        sum_.vague, sum_.great = sum_.vague or section.vague, value
        sum_.previous, sum_.next = section, after + 1
        return True

    def _multiplied(self, sum_: Draft, *, piece: bool = False) -> Number | None:
        """A section, with what may multiply it: m, 球, 「個million」, 「個半億」; `piece`: 個 is next."""
        at = sum_.next
        extra = ""
        if piece or self.follows(at, "piece"):
            more = self.follows(at + 1, "half some", spaces=0)
            extra = more.kind if more else ""
            at += 2 if extra else 1
            token = self.follows(at, "times slang great")
        else:
            token = self.follows(at, "times slang", spaces=2)
        if token is None:
            self._add_half(sum_)
            return self._number(sum_) if sum_.next > sum_.start else None
        sum_.great, sum_.next = multiplier(token), at + 1
        sum_.vague = sum_.vague or extra == "some"
        if extra == "half":
            sum_.terms.append(Term(_HALF, _HALF, ONE))
        sum_.terms = [term.times(sum_.great) for term in sum_.terms]
        self._add_tail(sum_)
        return self._number(sum_)

    def _add_half(self, sum_: Draft) -> None:
        """ "1 and a half million"."""
        if self.gap(sum_.next) != " and ":
            return
        words = self.tokens[sum_.next].text
        spoken = evaluate(words) if words.startswith(("a half ", "half ")) else None
        if spoken and spoken.great:
            sum_.great, sum_.next = spoken.great, sum_.next + 1
            sum_.terms = [
                term.times(spoken.great) for term in (*sum_.terms, Term(_HALF, _HALF, ONE))
            ]

    def _add_tail(self, sum_: Draft) -> None:
        """What may follow 萬, 億 or 球 without a multiplier of its own: 「十二萬八」, 「兩億半」, 「三萬幾」."""
        at, great = sum_.next, sum_.great or ONE
        gap = self.gap(at)
        if gap is None or gap.strip(" ") or len(gap) > 1:
            return
        if gap:
            self._add_thousands(sum_)
            return
        token = self.tokens[at]
        if (
            token.kind == "half"
            and not UNIT.match(self.text, token.end)
            and not self.follows(at + 1, "piece", spaces=0)
        ):
            sum_.terms.append(Term(_HALF, _HALF, great))
            sum_.next = at + 1
        elif token.kind == "some" and _AFTER_TAIL.match(self.text, token.end):
            sum_.vague, sum_.next = True, at + 1
        else:
            self._add_last_section(sum_, great)

    def _add_thousands(self, sum_: Draft) -> None:
        """ "3 million 500 thousand"."""
        number, thousand = self.follows(sum_.next, "number"), self.follows(sum_.next + 1, "times")
        million = self.tokens[sum_.next - 1].text.startswith("million")
        if number and thousand and million and thousand.text.startswith("thousand"):
            section, _ = self._section(sum_.next)
            sum_.terms += [term.times(THOUSAND) for term in section.close()]
            sum_.next += 2

    def _add_last_section(self, sum_: Draft, great: Decimal) -> None:
        if self.tokens[sum_.next].kind not in _SECTION or self._begins_count(sum_.next):
            return
        section, after = self._section(sum_.next)
        end = self.tokens[after - 1].end
        if (
            not section.tokens
            or UNIT.match(self.text, end)
            or self.follows(after, "great times slang piece")
        ):
            return
        digit = section.digit
        unitless = (
            section.unit is None
            and section.tokens[0].kind == "han"
            and section.tokens[0].text[0] != "零"
        )
        terms = section.close()
        _, high = total(terms)
        if high >= great or (digit and not high):
            return
        if digit or (unitless and high < TEN):
            sum_.vague = sum_.vague or is_round(sum_.previous)
            terms = [term.times(EXACT.multiply(great, _TENTH)) for term in terms]
        elif (
            great == YI
            and section.tokens[0].text[0] != "零"
            and not self.text.startswith("元", end)
        ):
            terms = [term.times(WAN) for term in terms]  # 「一億二千」 leaves the 萬 out
        sum_.terms += terms
        sum_.vague, sum_.next = sum_.vague or section.vague, after

    def _after_piece(self, index: int) -> Number | None:
        """「個半億」, 「個幾million」, 「個million」: one of them, and perhaps more."""
        at = self.tokens[index].start
        if self.text[at - 1 : at] in _ASKED and at:
            return None
        direct = self.follows(index + 1, "times great slang")
        if direct is not None and direct.text in ("k", "m", "w", "萬"):
            return None
        return self._multiplied(Draft(index, terms=[Term(ONE, ONE, ONE)]), piece=True)

    def _half(self, index: int) -> Number | None:
        """「半億」, 「半個million」, 「半球」."""
        at = self.tokens[index].start
        before = self.text[at - 1 : at]
        great = self.follows(index + 1, "great", spaces=0)
        sum_ = Draft(index, next=index + 1, terms=[Term(_HALF, _HALF, ONE)])
        if great is not None:
            sum_.great, sum_.next = multiplier(great), index + 2
            sum_.terms = [Term(_HALF, _HALF, sum_.great)]
            return self._number(sum_)
        number = None if before in _NOT_HALF else self._multiplied(sum_)
        return number if number and number.scaled else None

    def _spoken(self, index: int) -> Number | None:
        spoken = evaluate(self.tokens[index].text)
        if spoken is None:
            return None
        great = spoken.great or ONE
        value = (spoken.value or Decimal(0)).scaleb(-great.adjusted(), context=EXACT)
        sum_ = Draft(
            index, next=index + 1, terms=[Term(value, value, great)], vague=spoken.value is None
        )
        if spoken.great:
            sum_.great = great
            return self._number(sum_)
        return self._multiplied(sum_)

    def _number(self, sum_: Draft) -> Number:
        read = self.tokens[sum_.start : sum_.next]
        low, high = total(sum_.terms)
        return Number(
            start=read[0].start,
            end=read[-1].end,
            next=sum_.next,
            low=low,
            high=high,
            vague=sum_.vague,
            scaled=sum_.great is not None,
            first=sum_.terms[0] if sum_.terms else Term(ONE, ONE, ONE),
            great=sum_.great or ONE,
            kinds=" ".join(token.kind for token in read),
        )
