"""Every name and alias of the knowledge base, as terms for matcher and dictionary."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from bot.knowledge.loader import load
from bot.knowledge.schema import Expense, Library, Text
from bot.nlu.folding import fold


@dataclass(frozen=True, order=True)
class Term:
    """`alias` is how somebody may say the entry `type`/`id`."""

    type: str
    id: str
    alias: str


class Named(Protocol):
    """An entry of any kind, as far as it can be named."""

    id: str
    names: Text
    aliases: tuple[str, ...]


def terms(library: Library) -> tuple[Term, ...]:
    """All terms of the library, without repetition, in a stable order."""
    return tuple(sorted(set(_terms(library))))


def _terms(library: Library) -> Iterator[Term]:
    yield from _named("service", library.services)
    yield from _named("industry", library.industries)
    yield from _named("product", library.products)
    yield from _named("other_scheme", library.other_schemes)
    yield from _named("topic", library.topics)
    yield from _named("topic", library.contacts)
    for scheme in library.schemes.values():
        yield from _named("scheme", (scheme.head,))
        yield from _named("topic", (*scheme.facts, *scheme.updates, *scheme.not_covered))
        yield from _named("expense", (*scheme.expenses, *scheme.general_words, *scheme.unlisted))
        yield from _named("technology", scheme.technologies)


def _named(type_: str, entries: Iterable[Named]) -> Iterator[Term]:
    for entry in entries:
        names = [entry.names.zh, entry.names.en, *entry.aliases]
        if isinstance(entry, Expense):
            for example in entry.examples:
                names += [example.names.zh, example.names.en, *example.aliases]
        for name in names:
            yield Term(type_, entry.id, name)


def digest(library: Library | None = None) -> str:
    """A hash of the terms alone: a changed figure leaves it as it is."""
    library = library or load()
    lines = (f"{term.type}\t{term.id}\t{fold(term.alias).text}" for term in terms(library))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
