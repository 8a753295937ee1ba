"""The rules of `bot.nlu.cantonese`, and the same module with one of them taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock

from bot.nlu import cantonese
from bot.nlu.folding import fold

VARIANTS = (
    *(("可唔可以", "可吾可以"), ("系咪", "系米", "是咪"), ("使唔使", "驶唔驶", "洗唔洗")),
    *(("边度", "边道", "边处"), ("乜嘢", "乜野", "咩嘢", "咩野"), ("唔该", "吾该")),
    *(("佢哋", "佢地"), ("我哋", "我地"), ("你哋", "你地"), ("呢个", "依个")),
    *(("嗰个", "果个"), ("而家", "依家", "宜家"), ("俾", "畀"), ("揾", "搵")),
)
"""Spellings of one word. A single character that also is a word of its own stands alone."""

_NEVER = re.compile("(?!)")


@dataclass(frozen=True)
class Rule:
    """What is taken away together: some words of the table, those spared or the noise."""

    name: str
    words: tuple[str, ...] = ()
    spared: bool = False
    noise: bool = False

    def may_touch(self, folded: str) -> bool:
        """Whether the rule could change the folded text; of two words one may hide the other."""
        return self.spared or self.noise or any(word in folded for word in self.words)


def single_rules(table: Mapping[str, str] | None = None) -> list[Rule]:
    """Each entry of the word table, together with its variants that have the same standard."""
    table = cantonese._WORDS if table is None else table
    variants = {word: group for group in VARIANTS for word in group}
    groups = dict.fromkeys(
        tuple(each for each in variants.get(word, (word,)) if table.get(each) == standard)
        for word, standard in table.items()
    )
    return [Rule(f"{' '.join(group)} → {table[group[0]]}", group) for group in groups]


def whole_rules() -> list[Rule]:
    """The word table, the words spared from it and the punctuation, each as a whole."""
    return [
        Rule("the whole word table", tuple(cantonese._WORDS)),
        Rule("words that are spared", spared=True),
        Rule("punctuation as spaces", noise=True),
    ]


def never_read(rule: Rule) -> list[str]:
    """Words of the rule that no text can hold, because folding writes them another way."""
    return [word for word in rule.words if fold(word).text != word]


@contextmanager
def without(rule: Rule) -> Iterator[None]:
    """The module `cantonese` as if the rule were not in it."""
    kept = {word: standard for word, standard in cantonese._WORDS.items() if word not in rule.words}
    changed: dict[str, Any] = {
        "_WORDS": kept,
        "_PATTERN": cantonese.pattern_of(kept, () if rule.spared else cantonese._SPARED.split()),
        "_NOISE": _NEVER if rule.noise else cantonese._NOISE,
    }
    with mock.patch.multiple(cantonese, **changed):
        yield
