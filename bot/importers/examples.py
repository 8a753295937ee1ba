"""Training examples from the knowledge base: every name and alias, said alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.vocabulary import terms
from bot.nlu.folding import fold
from bot.nlu.topics import topic_intents

_MOST_OF_A_THING = 3
_MOST_OF_A_TOPIC = 15
_INTENTS = {
    "expense": "ask_expense",
    "service": "ask_service",
    "technology": "ask_technology",
    "other_scheme": "other_scheme",
}


def alias_examples(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Pairs of text and intent; an alias that means things of two kinds is left out.

    Of one entry at most a few are taken: its aliases share one sign in the features.
    """
    topics = topic_intents(base)
    meanings: dict[str, set[str]] = defaultdict(set)
    taken: Counter[tuple[str, str]] = Counter()
    for term in terms(base.library):
        intent = topics[term.id] if term.type == "topic" else _INTENTS.get(term.type)
        meanings[fold(term.alias).text].add(intent or "")
    for term in terms(base.library):
        intents = meanings[fold(term.alias).text]
        most = _MOST_OF_A_TOPIC if term.type == "topic" else _MOST_OF_A_THING
        if len(intents) == 1 and "" not in intents and taken[term.type, term.id] < most:
            taken[term.type, term.id] += 1
            yield term.alias, next(iter(intents))
