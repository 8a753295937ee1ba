"""Reads what follows 萬, 億, 球 or million in a number: 「十二萬八」, 「兩億半」, 「三萬幾」, and a half."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.nlu.money_parts import WAN, YI, Draft, is_round, multiplier
from bot.nlu.money_section import EXACT, ONE, TEN, Section, Term, total
from bot.nlu.money_spoken import evaluate, part_of
from bot.nlu.money_units import GREAT_UNIT, UNIT
from bot.nlu.money_walk import NOTHING_COUNTED, TokenReader

HALF = Decimal("0.5")
_DOLLARS = re.compile(r"\s?[蚊元塊港h$]")
_SECTION = frozenset({"number", "decimal", "han", "unit"})


class TailReader(TokenReader):
    """Adds to a draft what stands after its multiplier."""

    def add_half(self, draft: Draft) -> None:
        """Read 「1 and a half million」 to its end."""
        if self.gap(draft.next) != " and ":
            return
        words = self.tokens[draft.next].text
        spoken = evaluate(words) if words.startswith(("a half ", "half ")) else None
        if spoken and spoken.great:
            draft.great, draft.next = spoken.great, draft.next + 1
            draft.terms = [
                term.times(spoken.great) for term in (*draft.terms, Term(HALF, HALF, ONE))
            ]

    def add_tail(self, draft: Draft) -> None:
        """What may follow 萬, 億 or 球 without a multiplier of its own: 「十二萬八」, 「兩億半」, 「三萬幾」."""
        at, great = draft.next, draft.great or ONE
        gap = self.gap(at)
        if gap:
            self._add_thousands(draft, gap)
        if gap != "":
            return
        token = self.tokens[at]
        ends = NOTHING_COUNTED.match(self.text, token.end)
        if (
            token.kind == "half"
            and not UNIT.match(self.text, token.end)
            and not self.follows(at + 1, "piece", spaces=0)
        ):
            draft.terms.append(Term(HALF, HALF, great))
            draft.next = at + 1
        elif token.text == "幾" and not UNIT.match(self.text, token.end):
            draft.vague, draft.next = True, self.section(at)[1]
        elif (token.kind == "some" or token.text == "零") and ends:
            draft.vague, draft.next = True, at + 1
        else:
            self._add_last_section(draft, great)

    def _add_thousands(self, draft: Draft, gap: str) -> None:
        """Read 「3 million 500 thousand」 and 「2 million and a half」 to their end."""
        at, text = draft.next, self.tokens[draft.next - 1].text
        share = part_of(self.tokens[at].text) if gap == " and " else None
        if share is not None:
            draft.terms.append(Term(share, share, draft.great or ONE))
            draft.next += 1
            return
        if (
            gap not in (" ", " and ")
            or not text.startswith("million")
            or self.tokens[at].kind != "number"
        ):
            return
        thousand = self.follows(at + 1, "times")
        if thousand and thousand.text.endswith(("thousand", "thousands")):
            section, _ = self.section(at)
            draft.terms += [term.times(multiplier(thousand)) for term in section.close()]
            draft.next += 2

    def _is_lesser(self, draft: Draft, after: int) -> bool:
        """「三球五十萬」, 「三球零八皮」: 萬 after 球 belongs to the same amount."""
        slang = self.tokens[draft.next - 1].text[0] == "球"
        token = self.follows(after, "great slang", spaces=0)
        if not slang or token is None or token.text[0] not in "萬皮":
            return False
        return NOTHING_COUNTED.match(self.text, token.end) is not None

    def _add_last_section(self, draft: Draft, great: Decimal) -> None:
        if self.tokens[draft.next].kind not in _SECTION or self.begins_count(draft.next):
            return
        section, after = self.section(draft.next)
        if section.tokens and self._is_lesser(draft, after):
            self._add_lesser(draft, section, after)
        elif section.tokens and not self.follows(after, "great times slang piece"):
            self._add_rest(draft, great, section, after)

    def _add_lesser(self, draft: Draft, section: Section, after: int) -> None:
        scale = multiplier(self.tokens[after])
        draft.terms += [term.times(scale) for term in section.close()]
        draft.vague, draft.next = draft.vague or section.vague, after + 1

    def _add_rest(self, draft: Draft, great: Decimal, section: Section, after: int) -> None:
        end = self.tokens[after - 1].end
        measured = section.unit is not None and GREAT_UNIT.match(self.text, end)  # 「3萬5千呎」
        if UNIT.match(self.text, end) and not measured:
            return
        first = section.tokens[0]
        spoken = section.digit or (
            section.unit is None and first.kind == "han" and first.text[0] != "零"
        )
        terms = section.close()
        _, high = total(terms)
        if first.text[0] == "零" and high < TEN and not _DOLLARS.match(self.text, end):
            draft.vague = True  # 「廿萬零五」: dollars, or thousands
        if high >= great or not high:
            return
        if spoken:
            draft.vague = draft.vague or is_round(draft.previous)
            places = 1 if high < TEN else len(first.text)  # 「二萬五一」: five thousand one hundred
            terms = [term.times(great.scaleb(-places, context=EXACT)) for term in terms]
        elif great == YI and first.text[0] != "零" and not self.text.startswith("元", end):
            terms = [term.times(WAN) for term in terms]  # 「一億二千」 leaves the 萬 out
        draft.terms += terms
        draft.vague, draft.next = draft.vague or section.vague, after
