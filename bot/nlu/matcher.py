"""Finds the knowledge base's names and aliases in a text: spaCy's PhraseMatcher.

The text is matched in its folded form, character by character, so that width, case,
Simplified or Traditional and stray spaces do not matter. The longest match wins; a
Latin alias must be a whole word, a single Han character must be a word to jieba.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import jieba
import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from bot.knowledge.base import open_base
from bot.knowledge.vocabulary import Term, terms
from bot.nlu.folding import Folded, fold

_LATIN = re.compile(r"[a-z0-9]")
# What stands around a word of one character; jieba knows little Cantonese (「機同顧問」, 「係機嚟」).
_NUMERALS = "一二三四五六七八九十百千万两几"
_ENDS_WORD = re.compile(rf"(?:^|[^\u3400-\u9fff]|[系是同及和与买换埋呢嗰既嘅的{_NUMERALS}])$")
_BEGINS_WORD = re.compile(
    rf"$|[^\u3400-\u9fff]|[系就嚟来都要同及和与连埋嘅既的改减由呢得佔占{_NUMERALS}共约]"
)
_PAIR = 2
_BEFORE_SUM, _SUM = re.compile("[还仲就只净][有系]$"), re.compile(rf" ?\$?[0-9{_NUMERALS}]")


@dataclass(frozen=True)
class Mention:
    """`text[start:end]` names the entries `meanings` (pairs of type and id)."""

    start: int
    end: int
    text: str
    meanings: tuple[tuple[str, str], ...]

    def of(self, type_: str) -> str | None:
        """The id that this mention has as an entry of `type_`."""
        return next((id_ for found, id_ in self.meanings if found == type_), None)


class KnowledgeMatcher:
    """Matches all terms of a vocabulary."""

    def __init__(self, vocabulary: Iterable[Term]) -> None:
        self._vocab = spacy.blank("zh").vocab
        self._matcher = PhraseMatcher(self._vocab)
        self.words = jieba.Tokenizer()
        self.words.initialize()
        meanings: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for term in vocabulary:
            alias = fold(term.alias).text
            if alias and (term.type, term.id) not in meanings[alias]:
                meanings[alias].append((term.type, term.id))
        for alias, found in meanings.items():
            self._matcher.add(alias, [self._characters(alias)])
            if len(alias) > 1:
                self.words.add_word(alias)
            meanings[alias] = sorted(found)
        self._meanings = {alias: tuple(found) for alias, found in meanings.items()}

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in `text`, in order, none inside another."""
        folded = fold(text)
        if not folded.text:
            return ()
        spans = [
            (start, end)
            for _, start, end in self._matcher(self._characters(folded.text))
            if self._is_whole(folded.text, start, end)
        ]
        return tuple(self._mention(text, folded, *span) for span in self._longest(folded, spans))

    def _characters(self, folded: str) -> Doc:
        return Doc(self._vocab, words=list(folded), spaces=[False] * len(folded))

    @staticmethod
    def _is_whole(text: str, start: int, end: int) -> bool:
        if start and _LATIN.match(text[start]) and _LATIN.match(text[start - 1]):
            return False
        tail = text[end : end + 2]
        if not _LATIN.match(text[end - 1]) or not tail or not _LATIN.match(tail[0]):
            return True
        return tail[0] == "s" and not _LATIN.match(tail[1:] or " ")

    def _longest(self, folded: Folded, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        taken: list[tuple[int, int]] = []
        used, ends = bytearray(len(folded.text)), set[int]()
        words = _Words(self, folded.text)
        crossing = words.cut_by(spans)
        for start, end in sorted(
            spans, key=lambda span: (span[0] - span[1], span in crossing, span[0])
        ):
            free = used.find(1, start, end) < 0
            if free and (end - start > 1 or words.has(start, after_name=start in ends)):
                taken.append((start, end))
                used[start:end] = b"\x01" * (end - start)
                ends.add(end)
        return sorted(taken)

    def cut(self, folded: str) -> list[tuple[str, int, int]]:
        """Jieba's words of a folded text with their places; blank ones left out."""
        return [found for found in self.words.tokenize(folded) if found[0].strip()]

    def _mention(self, text: str, folded: Folded, start: int, end: int) -> Mention:
        first, last = folded.span(start, end)
        return Mention(first, last, text[first:last], self._meanings[folded.text[start:end]])


class _Words:
    """The words of one folded text, cut when they are first asked for."""

    def __init__(self, matcher: KnowledgeMatcher, folded: str) -> None:
        self._matcher = matcher
        self._folded = folded

    @cached_property
    def _spans(self) -> frozenset[tuple[int, int]]:
        return frozenset((start, end) for _, start, end in self._matcher.cut(self._folded))

    def has(self, index: int, *, after_name: bool) -> bool:
        """Whether one character is a word; right after a name it is the head of that (自動包裝機)."""
        folded, before = self._folded, self._folded[max(0, index - 2) : index]
        begins = after_name or _ENDS_WORD.search(before[-1:])
        if begins and _BEGINS_WORD.match(folded, index + 1):
            return True
        if _BEFORE_SUM.search(before) and _SUM.match(folded, index + 1):
            return True
        return (index, index + 1) in self._spans

    def cut_by(self, spans: list[tuple[int, int]]) -> frozenset[tuple[int, int]]:
        """Of two overlapping words of two characters the one that cuts another (用電 in 用電腦)."""
        ordered = sorted(spans)
        rivals = {
            span
            for one, other in pairwise(ordered)
            if other[0] < one[1] and one[1] - one[0] == other[1] - other[0] == _PAIR
            for span in (one, other)
        }
        if not rivals:
            return frozenset()
        borders = {border for span in self._spans for border in span}
        return frozenset(span for span in rivals if not borders.issuperset(span))


@lru_cache(maxsize=1)
def open_matcher() -> KnowledgeMatcher:
    """The matcher of the knowledge base as it stands now, built once a process."""
    return KnowledgeMatcher(terms(open_base().library))
