"""Which services of a catalogue suit a company, with the facts that speak for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.scheme.conditions import Condition, Match, Profile, because, evaluate


@dataclass(frozen=True)
class CatalogueEntry:
    """A service and when to recommend it (None = never of itself).

    `weight` decides which stay when only a few can be shown; higher stays.
    """

    id: str
    recommend_when: Condition | None
    weight: int = 0


@dataclass(frozen=True)
class Recommendation:
    """A service that suits, and the facts that made it so: the reasons to give."""

    service: str
    matched: tuple[Match, ...]
    weight: int = 0


def recommend(catalogue: Iterable[CatalogueEntry], profile: Profile) -> tuple[Recommendation, ...]:
    """The services whose condition is true of the profile, in catalogue order.

    A service whose condition is still unknown is not recommended.
    """
    return tuple(
        Recommendation(entry.id, because(entry.recommend_when, profile), entry.weight)
        for entry in catalogue
        if entry.recommend_when is not None and evaluate(entry.recommend_when, profile)
    )


def strongest(recommendations: Sequence[Recommendation], most: int) -> tuple[Recommendation, ...]:
    """At most `most` of them, the heaviest; catalogue order is kept and breaks ties."""
    ranked = sorted(range(len(recommendations)), key=lambda i: -recommendations[i].weight)
    kept = sorted(ranked[:most])
    return tuple(recommendations[i] for i in kept)
