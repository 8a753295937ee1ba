"""Ids are unique, and whatever names another entry names one that exists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from bot.knowledge.checks.places import Placed, Problem, ids, placed
from bot.knowledge.schema import Library

_DATE = re.compile(r"undated|\d{4}(-\d{2}(-\d{2})?)?")


def unique_ids(library: Library) -> Iterator[Problem]:
    """An id stands once among the entries of its type that a scheme is answered with."""
    for scheme in library.schemes.values():
        seen = [
            place for place in placed(library) if place.scheme is None or place.scheme is scheme
        ]
        counted = Counter((place.type, place.id) for place in seen)
        for place in seen:
            if counted[place.type, place.id] > 1:
                yield place.problem(
                    f"there is another {place.type} with this id; give one of them a new id"
                )


def sources_exist(library: Library) -> Iterator[Problem]:
    """Every cited source stands in the register."""
    known = {source.id for source in library.sources}
    for place in placed(library):
        cite = getattr(place.entry, "cite", None)
        if cite is not None and cite.source not in known:
            yield place.problem(
                f"cites the source {cite.source!r}, which sources.yml does not have; "
                "correct the id or add the source"
            )


def sources_are_dated(library: Library) -> Iterator[Problem]:
    """A source has a date that can be read, and an address that can be opened or none."""
    for place in placed(library, "sources"):
        if not _DATE.fullmatch(place.entry.date):
            yield place.problem(
                f"date {place.entry.date!r} is no date; write YYYY, YYYY-MM, YYYY-MM-DD or undated"
            )
        if place.entry.url is not None and not re.match(r"https?://\S+$", place.entry.url):
            yield place.problem("url is no web address; write the whole address, or null")


def links_exist(library: Library) -> Iterator[Problem]:
    """Notes, cases, touched and related topics name entries that exist."""
    known = {
        "topic": ids(library, "topic"),
        "topic or service": ids(library, "topic", "service"),
        "expense": {place.id for place in placed(library, "expenses")},
        "expense or general word": ids(library, "expense"),
        "service": ids(library, "service"),
    }
    for place in placed(library):
        for key, kind, names in _links(place):
            for name in names:
                if name not in known[kind]:
                    yield place.problem(
                        f"{key} names {name!r}, but there is no {kind} with this id; "
                        "correct it or take it out"
                    )


def _links(place: Placed) -> Iterator[tuple[str, str, Iterable[str]]]:
    entry = place.entry
    note = getattr(entry, "note", None)
    if note is not None:
        yield "note.expenses", "expense or general word", note.expenses
        yield "note.services", "service", note.services
    if place.part == "updates":
        yield "touches", "topic or service", entry.touches
    elif place.part == "not_covered":
        yield "related", "topic", entry.related
    elif place.part == "requirements":
        yield "see_also", "topic", entry.see_also
    elif place.part == "other_schemes" and entry.topic:
        yield "topic", "topic", (entry.topic,)
    elif place.part == "general_words":
        yield "cases", "expense", [case.expense for case in entry.cases if case.expense]
        yield "assume", "expense", [entry.assume] if entry.assume else []
