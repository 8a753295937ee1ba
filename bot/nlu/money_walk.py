"""Walks over the tokens of a text: which stand together, and the sections of numbers they form."""

from __future__ import annotations

import re

from bot.nlu.money_lexer import Token
from bot.nlu.money_section import Section

_SMALL_WORDS = (
    "[蚊元港左上咁啦喇囉㗎架呀吖喎嘅的買做係就到度都先銀入搞嘢至水囖咋喎啫吖嘛呀咩啩嘞鬆]"
)
# What may come after a last digit, 幾 or 半 that belongs to the number before it.
NOTHING_COUNTED = re.compile(rf"$|[^\u4e00-\u9fff0-9a-z]|{_SMALL_WORDS}|hk")
_RANKS = "十百千"
_TENS_AND_ZERO = frozenset("十廿卅卌零")  # 「十一部」 are eleven


class TokenReader:
    """Looks at the tokens of one text by their index."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens

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

    def is_far(self, index: int) -> bool:
        """Whether more than a space stands before a token, or there is no such token."""
        if index >= len(self.tokens):
            return True
        before, start = self.tokens[index - 1].end, self.tokens[index].start
        return start - before > 1 or (start - before == 1 and self.text[before] != " ")

    def section(self, index: int) -> tuple[Section, int]:
        section, at = Section(), index
        while at < len(self.tokens) and (at == index or self._glued(at)):
            if section.tokens and self.begins_count(at):
                break
            if not section.feed(self.tokens[at]):
                break
            at += 1
        return section, at

    def _glued(self, index: int) -> bool:
        """Whether a token belongs to the section before it; 「1 千 2 百」 is typed with spaces."""
        gap = self.gap(index)
        before, kind = self.tokens[index - 1].kind, self.tokens[index].kind
        if gap == "" or gap != " ":
            return gap == ""
        if kind == "unit":
            return before in ("number", "han")
        return before == "unit" and kind in ("number", "han") and self._has_smaller_unit(index)

    def _has_smaller_unit(self, index: int) -> bool:
        """Whether a digit gets a unit below the one before it: 「一千 二百」 is one number."""
        unit, last = self.follows(index + 1, "unit"), self.tokens[index - 1].text
        return unit is not None and _RANKS.find(unit.text) < _RANKS.find(last)

    def begins_count(self, index: int) -> bool:
        """「一部」 and 「兩部」 after a number count something; they are no last digit."""
        token, before = self.tokens[index], self.tokens[index - 1].text
        if token.kind != "han" or token.text not in ("一", "兩") or before in _TENS_AND_ZERO:
            return False
        if self.follows(index + 1, "unit great", spaces=0):
            return False
        return token.text == "兩" or not NOTHING_COUNTED.match(self.text, token.end)
