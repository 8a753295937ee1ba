"""Which side of a general word is meant, told by the words around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import GeneralWord
from bot.nlu.folding import fold
from bot.nlu.matcher import Mention
from bot.nlu.scopes import Scope, Scopes


def with_sides(base: KnowledgeBase, text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with each general word as the side that its surroundings tell.

    Its place in a list is asked first, then its clause, then its sentence; the wider two only
    while the word stands there once (「設計條線嘅顧問150萬,寫申請嘅顧問30萬」 are two).
    """
    sides = _Sides(base, text, mentions).find()
    return tuple(
        as_expense(mention, side) if side else mention
        for mention, side in zip(mentions, sides, strict=True)
    )


def as_expense(mention: Mention, expense: str | None) -> Mention:
    """The mention as one of another expense, or of none."""
    others = [meaning for meaning in mention.meanings if meaning[0] != "expense"]
    own = [("expense", expense)] if expense else []
    return replace(mention, meanings=tuple(sorted(own + others)))


def _told(word: GeneralWord, folded: str) -> set[str]:
    return {expense for alias, expense in _signs(word) if alias in folded}


@lru_cache(maxsize=64)
def _signs(word: GeneralWord) -> tuple[tuple[str, str], ...]:
    """The words that tell a side, folded, and the expense that they tell."""
    return tuple(
        (fold(alias).text, case.expense)
        for case in word.cases
        if case.expense
        for alias in case.aliases
    )


@lru_cache(maxsize=64)
def _variants(base: KnowledgeBase, word: GeneralWord) -> frozenset[str]:
    """The sides whose own name has the general word in it: the legal fees of a charge."""
    aliases = [fold(alias).text for alias in (word.names.zh, *word.aliases)]
    expenses = {case.expense for case in word.cases if case.expense}
    names = {expense: fold(base.expenses[expense].names.zh).text for expense in expenses}
    return frozenset(
        expense for expense, name in names.items() if any(alias in name for alias in aliases)
    )


class _Sides:
    def __init__(self, base: KnowledgeBase, text: str, mentions: Sequence[Mention]) -> None:
        self.base = base
        self.mentions = mentions
        self.scopes = Scopes(text)
        self.starts = [mention.start for mention in mentions]
        self.expenses = [mention.of("expense") for mention in mentions]
        self.words = [self._word(expense) for expense in self.expenses]
        self.places: dict[str | None, list[int]] = {}
        for mention, expense in zip(mentions, self.expenses, strict=True):
            self.places.setdefault(expense, []).append(mention.start)

    def find(self) -> list[str | None]:
        """For each mention the side that is told, None when it is no general word or none is."""
        if not any(self.words):
            return [None] * len(self.mentions)
        sides = [self._side(place) for place in range(len(self.mentions))]
        for place in range(len(sides)):
            sides[place] = sides[place] or self._shared_side(sides, place)
        return sides

    def _word(self, expense: str | None) -> GeneralWord | None:
        word = self.base.expenses.get(expense or "")
        return word if isinstance(word, GeneralWord) else None

    def _side(self, place: int) -> str | None:
        word, mention = self.words[place], self.mentions[place]
        if word is None:
            return None
        for level, scope in enumerate(self.scopes.around(mention.start, mention.end)):
            same = self.places[self.expenses[place]]
            if level and bisect_left(same, scope[1]) - bisect_left(same, scope[0]) > 1:
                return None
            told = _told(word, fold(self._own_words(mention, scope)).text)
            beside = filter(None, (self.expenses[each] for each in self._inside(scope)))
            if told or not level:  # a side that is named in another place of a list is a rival only
                told |= _variants(self.base, word).intersection(beside)
            if told:
                return told.pop() if len(told) == 1 else None
        return None

    def _inside(self, scope: Scope) -> range:
        """The places of the mentions that begin in a scope."""
        return range(*(bisect_left(self.starts, border) for border in scope))

    def _own_words(self, mention: Mention, scope: Scope) -> str:
        """The text of a scope without what is listed beside a mention and what is said after it."""
        start, end = scope
        words = list(self.scopes.text[start:end])
        for place in self._inside(scope):
            other = self.mentions[place]
            if other is mention or not self.expenses[place] or self._are_together(mention, other):
                continue
            last = min(end, self.scopes.around(other.start, other.end)[0][1])
            words[other.start - start : last - start] = " " * (last - other.start)
        return "".join(words)

    def _are_together(self, one: Mention, other: Mention) -> bool:
        first, second = sorted((one, other), key=lambda each: each.start)
        return self.scopes.together(first.end, second.start)

    def _shared_side(self, sides: Sequence[str | None], place: int) -> str | None:
        """What two general words in one place of a list can only mean together (「顧問設計費」)."""
        word = self.words[place]
        for other in (place - 1, place + 1):
            beside = self.words[other] if 0 <= other < len(self.words) else None
            if word is None or beside is None or beside is word:
                continue
            assumed = sides[other] or beside.assume or word.assume
            both = assumed in _all_sides(word) and assumed in _all_sides(beside)
            if both and self._are_together(self.mentions[place], self.mentions[other]):
                return assumed
        return None


def _all_sides(word: GeneralWord) -> set[str | None]:
    return {word.assume, *(case.expense for case in word.cases)} - {None}
