"""Which entry stands in which file, and what a problem looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.knowledge.loader import LIBRARY_FILES, SCHEME_FILES
from bot.knowledge.schema import Library, Scheme

TYPES = {
    "sources": "source",
    "services": "service",
    "customers": "customer",
    "contacts": "topic",
    "industries": "industry",
    "products": "product",
    "other_schemes": "other_scheme",
    "topics": "topic",
    "head": "scheme",
    "parameters": "parameter",
    "facts": "topic",
    "updates": "topic",
    "not_covered": "topic",
    "expenses": "expense",
    "general_words": "expense",
    "unlisted": "expense",
    "technologies": "technology",
    "requirements": "requirement",
}


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong with an entry of a file, and what to do about it."""

    file: str
    entry: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.what}"


@dataclass(frozen=True)
class Placed:
    """An entry, its type, the part of the library it is in, its file and its scheme."""

    part: str
    file: str
    scheme: Scheme | None
    entry: Any

    @property
    def id(self) -> str:
        return str(self.entry.id)

    @property
    def type(self) -> str:
        return TYPES[self.part]

    def problem(self, what: str) -> Problem:
        return Problem(self.file, self.id, what)


def placed(library: Library, *parts: str) -> Iterator[Placed]:
    """Every entry that has an id, or those of the named parts."""
    for part, file in LIBRARY_FILES.items():
        if part in TYPES and (not parts or part in parts):
            for entry in getattr(library, part):
                yield Placed(part, file, None, entry)
    for scheme_id, scheme in library.schemes.items():
        for part, file in SCHEME_FILES.items():
            if not parts or part in parts:
                entries = getattr(scheme, part)
                for entry in entries if isinstance(entries, tuple) else (entries,):
                    yield Placed(part, f"schemes/{scheme_id}/{file}", scheme, entry)


def ids(library: Library, *types: str) -> set[str]:
    """The ids of all entries of these types."""
    return {place.id for place in placed(library) if place.type in types}
