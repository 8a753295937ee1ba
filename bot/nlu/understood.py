"""What the things, amounts and counts of one text come to: sides of general words, asides, budget lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.knowledge.base import KnowledgeBase
from bot.nlu.asked_things import asides
from bot.nlu.budget_lines import Line, pair
from bot.nlu.counts_text import Count
from bot.nlu.general_words import with_sides
from bot.nlu.matcher import Mention
from bot.nlu.money_text import Amount


@dataclass(frozen=True)
class Understood:
    """`asides` are indexes into `mentions`; the items of `lines` into those that are expenses."""

    mentions: tuple[Mention, ...]
    asides: frozenset[int]
    lines: tuple[Line, ...]


def understand(
    base: KnowledgeBase,
    text: str,
    mentions: Sequence[Mention],
    amounts: Sequence[Amount],
    counts: Sequence[Count],
) -> Understood:
    """Decide what is meant by the mentions of `text`, and which amounts are theirs.

    A thing that only describes another one has no amount of its own.
    """
    sided = with_sides(base, text, mentions)
    left_out = asides(sided, text, amounts, base)
    expenses = [index for index, mention in enumerate(sided) if mention.of("expense")]
    places = [place for place, index in enumerate(expenses) if index not in left_out]
    items = [sided[expenses[place]] for place in places]
    lines = pair(items, amounts, counts, text)
    return Understood(
        sided,
        left_out,
        tuple(
            line if line.item is None else replace(line, item=places[line.item]) for line in lines
        ),
    )
