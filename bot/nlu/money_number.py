"""Puts tokens together to numbers: 「一億五千萬」, 「三個半million」, 「十二萬八」, 3 000萬, half a million."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.nlu.money_lexer import Token
from bot.nlu.money_parts import Draft, Number, multiplier
from bot.nlu.money_section import EXACT, ONE, Section, Term, read_digits, read_number, total
from bot.nlu.money_spoken import evaluate
from bot.nlu.money_tail import HALF, TailReader
from bot.nlu.money_walk import NOTHING_COUNTED

# What may stand before 「球半」 and 「皮半」 that are one and a half.
_FREE_BEFORE = re.compile(r"$|[^\u4e00-\u9fff]|[要用係是俾畀比出得收賣價約使花費加減到咗]")
_OF_DOLLARS = re.compile(r"\sof\s(?:hong\skong\s|hk\s?)?(?:dollars|\$)")
# 「8位數字電話號碼」
_CODED = re.compile(r"嘅?的?\s?(?:br|cr|id|電話|號碼|編號|密碼|代碼|字元|字碼|乘|加)")
_CODED_BEFORE = re.compile(r"(?:電話|號碼|編號|密碼|登記)[^,，。]{0,3}$")
_REACH = 8
_TENTH, _MILLION = Decimal("0.1"), Decimal(10**6)
_ASKED = frozenset("多少")  # 「幾多個億」
_SPECIAL = {
    "words": "_spoken",
    "piece": "_after_piece",
    "half": "_half",
    "slang": "_slang",
    "times": "_plural",
    "places": "_places",
}
_NOT_HALF = frozenset("北南東西一大多過")


class NumberReader(TailReader):
    """Reads the numbers of one text at given tokens."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        super().__init__(text, tokens)
        self._known: dict[int, Number | None] = {}

    def read(self, index: int) -> Number | None:
        """The longest number that begins with the token at `index`."""
        if index not in self._known:
            self._known[index] = self._read(index)
        return self._known[index]

    def _read(self, index: int) -> Number | None:
        token = self.tokens[index]
        if token.kind == "number" and (simple := self._simple(index)):
            return simple
        if token.kind == "han" and self.is_far(index + 1):
            return self._digits(index)
        if token.kind == "some" and token.text not in ("幾", "數"):
            return None
        special = _SPECIAL.get(token.kind)
        return getattr(self, special)(index) if special else self._numeral(index)

    def _places(self, index: int) -> Number | None:
        """「七位數」 and "six figures": an amount of which nothing else is known."""
        token = self.tokens[index]
        before = self.text[max(0, token.start - _REACH) : token.start]
        if _CODED.match(self.text, token.end) or _CODED_BEFORE.search(before):
            return None
        return self._number(Draft(index, index + 1, vague=True, great=ONE))

    def _plural(self, index: int) -> Number | None:
        """Read 「millions of dollars」; a multiplier alone is none otherwise."""
        token = self.tokens[index]
        if not token.text.endswith("s") or not _OF_DOLLARS.match(self.text, token.end):
            return None
        scale = multiplier(token)
        terms = [Term(ONE, ONE, scale)]
        return self._number(Draft(index, index + 1, terms, vague=True, great=scale))

    def _slang(self, index: int) -> Number | None:
        """「成球」, and 「球半」 where it is no part of another word (全球半導體)."""
        token = self.tokens[index]
        before = self.text[token.start - 1 : token.start] if token.start else ""
        scale = multiplier(token)
        terms = [Term(ONE, ONE, scale)]
        more = self.follows(index + 1, "half some", spaces=0)
        if before == "成":
            return self._number(Draft(index, index + 1, terms, great=scale))
        if more is None or not _FREE_BEFORE.match(before):
            return None
        if not NOTHING_COUNTED.match(self.text, more.end):
            return None
        terms.append(Term(HALF, HALF, scale))
        vague = more.kind == "some"  # 「球幾」
        return self._number(Draft(index, index + 2, terms, vague=vague, great=scale))

    def _simple(self, index: int) -> Number | None:
        """Digits and perhaps one multiplier with nothing near after: most numbers, read at once."""
        number, sign = self.tokens[index], self.follows(index + 1, "great times")
        after = index + 1 if sign is None else index + 2
        end = sign.end if sign else number.end
        if not self.is_far(after) or self.text.startswith(" and ", end):
            return None
        value, scale = read_number(number.text), multiplier(sign) if sign else ONE
        term, kinds = Term(value, value, scale), f"number {sign.kind}" if sign else "number"
        low, high = total([term])
        end = sign.end if sign else number.end
        return Number(
            number.start, end, after, low, high, False, sign is not None, term, scale, kinds
        )

    def _digits(self, index: int) -> Number:
        """Chinese digits with nothing near after: 「三部」, 「一二」."""
        token = self.tokens[index]
        low, high = read_digits(token.text)
        first = Term(low, high, ONE)
        return Number(token.start, token.end, index + 1, low, high, False, False, first, ONE, "han")

    def _numeral(self, index: int) -> Number | None:
        draft = Draft(index)
        section, after = self.section(index)
        draft.previous = section
        while self._add_great(draft, section, after) and not self.is_far(draft.next):
            section, after = self.section(draft.next)
        if draft.great is not None:
            self.add_tail(draft)
            return self._number(draft)
        if not section.tokens:
            return None
        draft.next, draft.terms, draft.vague = after, section.close(), section.vague
        return self._multiplied(draft)

    def _add_great(self, draft: Draft, section: Section, after: int) -> bool:
        """Add one more section, when 萬 or 億 comes after it."""
        first = draft.next == draft.start
        if after == draft.start:
            token = self.tokens[after] if self.tokens[after].kind == "great" else None
        else:
            token = self.follows(after, "great", spaces=2 if section.tokens else 0)
        if token is None:
            return False
        value = multiplier(token)
        if section.tokens or first:
            if draft.great is not None and value >= draft.great:
                return False
            draft.terms += [term.times(value) for term in section.close() or [Term(ONE, ONE, ONE)]]
        elif draft.great is not None and value > draft.great:
            draft.terms = [term.times(value) for term in draft.terms]  # 「三萬億」
        else:
            return False
        draft.vague, draft.great = draft.vague or section.vague, value
        draft.previous, draft.next = section, after + 1
        return True

    def _multiplied(self, draft: Draft, *, piece: bool = False) -> Number | None:
        """A section, with what may multiply it: m, 球, 「個million」, 「個半億」; `piece`: 個 is next."""
        at = draft.next
        extra = ""
        if piece or self.follows(at, "piece"):
            extra, at = self._after_one(at + 1)
            token = self.follows(at, "times slang great")
        else:
            token = self.follows(at, "times slang", spaces=2)
        if token is None:
            self.add_half(draft)
            return self._number(draft) if draft.next > draft.start else None
        draft.great, draft.next = multiplier(token), at + 1
        draft.vague = draft.vague or extra in ("some", "han")
        if extra == "half":
            draft.terms.append(Term(HALF, HALF, ONE))
        elif extra == "tenths":
            tenths, _ = self.section(at - 1)
            draft.terms += [term.times(_TENTH) for term in tenths.close()]
        draft.terms = [term.times(draft.great) for term in draft.terms]
        self.add_tail(draft)
        return self._number(draft)

    def _after_one(self, at: int) -> tuple[str, int]:
        """What more 個 has (「個半」, 「個幾」, 「個零」, 「個二」 of a million), and the next token."""
        more = self.follows(at, "half some han", spaces=0)
        if more is None:
            return "", at
        if more.text == "幾" and self.follows(at + 2, "times slang", spaces=0):
            return "some", at + 2 if self.follows(at + 1, "han", spaces=0) else at + 1
        if more.kind != "han" or more.text == "零":
            return more.kind, at + 1
        great = self.follows(at + 1, "times slang")
        tenths = len(more.text) == 1 and great is not None and multiplier(great) >= _MILLION
        return ("tenths", at + 1) if tenths else ("", at)

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
        draft = Draft(index, next=index + 1, terms=[Term(HALF, HALF, ONE)])
        if great is not None:
            draft.great, draft.next = multiplier(great), index + 2
            draft.terms = [Term(HALF, HALF, draft.great)]
            return self._number(draft)
        slang = self.follows(index + 1, "slang", spaces=0)
        no_money = before in _NOT_HALF or (slang is not None and slang.text == "舊")  # 「半新半舊」
        number = None if no_money else self._multiplied(draft)
        return number if number and number.scaled else None

    def _spoken(self, index: int) -> Number | None:
        spoken = evaluate(self.tokens[index].text)
        if spoken is None:
            return None
        great = spoken.great or ONE
        value = (spoken.value or Decimal(0)).scaleb(-great.adjusted(), context=EXACT)
        draft = Draft(
            index, next=index + 1, terms=[Term(value, value, great)], vague=spoken.value is None
        )
        if spoken.great:
            draft.great = great
            return self._number(draft)
        return self._multiplied(draft)

    def _number(self, draft: Draft) -> Number:
        read = self.tokens[draft.start : draft.next]
        low, high = total(draft.terms)
        return Number(
            start=read[0].start,
            end=read[-1].end,
            next=draft.next,
            low=low,
            high=high,
            vague=draft.vague,
            scaled=draft.great is not None,
            first=draft.terms[0] if draft.terms else Term(ONE, ONE, ONE),
            great=draft.great or ONE,
            kinds=" ".join(token.kind for token in read),
        )
