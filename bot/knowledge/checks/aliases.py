"""An alias means one thing, or says in `shared_aliases.yml` that it means several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bot.knowledge.checks.places import Problem, placed
from bot.knowledge.loader import LIBRARY_FILES
from bot.knowledge.schema import Library
from bot.knowledge.vocabulary import Term, terms
from bot.nlu.folding import fold

_SHARED = LIBRARY_FILES["shared_aliases"]
Meanings = dict[str, dict[tuple[str, str], Term]]


def aliases_hold(library: Library) -> Iterator[Problem]:
    """No alias stands for two things unannounced, and none is announced in vain."""
    meanings = _meanings(library)
    yield from _told_apart(library, meanings)
    yield from _needed(library, meanings)


def _told_apart(library: Library, meanings: Meanings) -> Iterator[Problem]:
    """No alias in two entries of a type, nor unannounced in two types; none empty."""
    files = {(place.type, place.id): place.file for place in placed(library)}
    shared = {fold(each.alias).text: set(each.means) for each in library.shared_aliases}
    for alias, means in meanings.items():
        for (type_, id_), term in means.items():
            file = files[type_, id_]
            if not alias:
                yield Problem(file, id_, "has an empty alias; take it out")
            for other in means:
                if other <= (type_, id_):
                    continue
                other_name = f"{other[0]}/{other[1]} ({files[other]})"
                if other[0] == type_:
                    yield Problem(file, id_, _same_type(term, other_name))
                elif f"{type_}/{id_}" not in shared.get(alias, set()):
                    yield Problem(file, id_, _two_types(term, other_name, means))


def _same_type(term: Term, other: str) -> str:
    return (
        f"the alias or name {term.alias!r} also means {other}; "
        "leave it with one of the two, and make the other longer or take it out"
    )


def _two_types(term: Term, other: str, means: dict[tuple[str, str], Term]) -> str:
    every = ", ".join(sorted("/".join(key) for key in means))
    return (
        f"the alias or name {term.alias!r} also means {other}; take it out of one of them, "
        f"or, if both are right, add it to {_SHARED} with means: [{every}]"
    )


def _needed(library: Library, meanings: Meanings) -> Iterator[Problem]:
    """An announced alias really has each of its meanings, and has several."""
    seen: set[str] = set()
    for each in library.shared_aliases:
        alias = fold(each.alias).text
        if alias in seen:
            yield Problem(_SHARED, each.alias, "stands here twice; take one out")
        seen.add(alias)
        real = {"/".join(key) for key in meanings.get(alias, {})}
        for name in each.means:
            if name not in real:
                yield Problem(
                    _SHARED,
                    each.alias,
                    f"means {name}, but that entry has no such alias or name; "
                    "add the alias there, or take the meaning out here",
                )
        if len(each.means) <= 1:
            yield Problem(_SHARED, each.alias, "has one meaning only; take the line out")


def _meanings(library: Library) -> Meanings:
    meanings: Meanings = defaultdict(dict)
    for term in terms(library):
        meanings[fold(term.alias).text].setdefault((term.type, term.id), term)
    return meanings
