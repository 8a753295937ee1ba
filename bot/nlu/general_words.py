"""Which side of a general word is meant, told by the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import GeneralWord
from bot.nlu.folding import fold
from bot.nlu.matcher import Mention
from bot.nlu.scopes import Scopes


def meant(base: KnowledgeBase, expense: str, text: str) -> str:
    """The expense that `expense` stands for in `text`; itself when the text does not tell."""
    word = base.expenses.get(expense)
    if not isinstance(word, GeneralWord):
        return expense
    told = _told(word, fold(text).text)
    return told.pop() if len(told) == 1 else expense


def with_sides(
    base: KnowledgeBase, text: str, mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The mentions with each general word as the side that its surroundings tell.

    Its place in a list is asked first, then its clause, then its sentence; the wider two only
    while the word stands there once (「設計條線嘅顧問150萬,寫申請嘅顧問30萬」 are two).
    """
    scopes = Scopes(text)
    sides = [_side(base, scopes, mentions, place) for place in range(len(mentions))]
    for place, mention in enumerate(mentions):
        sides[place] = sides[place] or _shared_side(base, scopes, mentions, sides, place)
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


def _side(
    base: KnowledgeBase, scopes: Scopes, mentions: Sequence[Mention], place: int
) -> str | None:
    mention = mentions[place]
    expense = mention.of("expense")
    word = base.expenses.get(expense or "")
    if not isinstance(word, GeneralWord):
        return None
    variants = _variants(base, word)
    for level, (start, end) in enumerate(scopes.around(mention.start, mention.end)):
        inside = [each for each in mentions if start <= each.start and each.end <= end]
        if level and sum(each.of("expense") == expense for each in inside) > 1:
            return None
        told = _told(word, fold(_own_words(scopes, mentions, mention, (start, end))).text)
        if not level:
            told |= {id_ for id_ in (each.of("expense") for each in inside) if id_ in variants}
        if told:
            return told.pop() if len(told) == 1 else None
    return None


def _own_words(
    scopes: Scopes, mentions: Sequence[Mention], mention: Mention, scope: tuple[int, int]
) -> str:
    """The text of a scope without what is listed beside a mention and what is said after it."""
    start, end = scope
    words = list(scopes.text[start:end])
    for other in mentions:
        if not (start <= other.start and other.end <= end and other.of("expense")):
            continue
        first, second = sorted((mention, other), key=lambda each: each.start)
        if other is not mention and not scopes.together(first.end, second.start):
            last = min(end, scopes.around(other.start, other.end)[0][1])
            words[other.start - start : last - start] = " " * (last - other.start)
    return "".join(words)


def _shared_side(
    base: KnowledgeBase,
    scopes: Scopes,
    mentions: Sequence[Mention],
    sides: Sequence[str | None],
    place: int,
) -> str | None:
    """What two general words in one place of a list can only mean together (「顧問設計費」)."""
    word = base.expenses.get(mentions[place].of("expense") or "")
    if not isinstance(word, GeneralWord):
        return None
    own = {word.assume, *(case.expense for case in word.cases)} - {None}
    for other in (place - 1, place + 1):
        if not 0 <= other < len(mentions):
            continue
        first, second = sorted((mentions[place], mentions[other]), key=lambda each: each.start)
        beside = base.expenses.get(mentions[other].of("expense") or "")
        if not isinstance(beside, GeneralWord) or not scopes.together(first.end, second.start):
            continue
        assumed = sides[other] or beside.assume or word.assume
        theirs = {beside.assume, *(case.expense for case in beside.cases)}
        if beside is not word and assumed in own and assumed in theirs:
            return assumed
    return None
