"""HKPC's catalogue is one tree in which every service can be reached and asked for."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.checks.places import Problem, placed
from bot.knowledge.schema import Library


def services_are_a_tree(library: Library) -> Iterator[Problem]:
    """Parents exist, nothing is its own ancestor, and every service has aliases."""
    parents = {service.id: service.parent for service in library.services}
    for place in placed(library, "services"):
        parent = place.entry.parent
        if parent is not None and parent not in parents:
            yield place.problem(
                f"parent {parent!r} is no service; correct it, or leave it out for the top level"
            )
        elif _goes_round(place.id, parents):
            yield place.problem(
                "cannot be reached: its parents lead round in a circle; correct `parent`"
            )
        if not place.entry.aliases:
            yield place.problem("nobody can ask for it; write in `aliases` how people say it")
        if place.entry.statement is None:
            yield place.problem("says nothing; write `statement`")


def _goes_round(service: str, parents: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    step: str | None = service
    while step is not None and step not in seen:
        seen.add(step)
        step = parents.get(step)
    return step is not None
