"""Conditions as a tree of tests on facts, and what can be asked of one (Kleene logic)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.scheme.facts import FactTest, FactValue, Profile, Truth


@dataclass(frozen=True)
class Group:
    """Several conditions of which `all` or `any` must hold; never empty."""

    how: Literal["all", "any"]
    parts: tuple[Condition, ...]

    @property
    def decisive(self) -> bool:
        """The truth of one part that settles the group."""
        return self.how == "any"


@dataclass(frozen=True)
class Not:
    """The condition must not hold."""

    part: Condition


Condition = Group | Not | FactTest


@dataclass(frozen=True)
class Match:
    """A fact that settled a condition, with the value (of a set: the members) that did."""

    fact: str
    value: FactValue


def evaluate(condition: Condition, profile: Profile) -> Truth:
    """True, False, or None while the facts known so far leave it open."""
    if isinstance(condition, Group):
        return _evaluate_group(condition, profile)
    if isinstance(condition, Not):
        inner = evaluate(condition.part, profile)
        return None if inner is None else not inner
    return condition.on(profile.get(condition.fact))


def _evaluate_group(group: Group, profile: Profile) -> Truth:
    truths = [evaluate(part, profile) for part in group.parts]
    if group.decisive in truths:
        return group.decisive
    return None if None in truths else not group.decisive


def needs(condition: Condition, profile: Profile) -> tuple[str, ...]:
    """The unknown facts that could still change the outcome, in the order written.

    Includes facts that the user was not sure of; `unasked` leaves those out.
    """
    if evaluate(condition, profile) is not None:
        return ()
    if isinstance(condition, Group):
        found = [fact for part in condition.parts for fact in needs(part, profile)]
        return tuple(dict.fromkeys(found))
    if isinstance(condition, Not):
        return needs(condition.part, profile)
    return (condition.fact,)


def unasked(condition: Condition, profile: Profile) -> tuple[str, ...]:
    """The facts that still matter and that nothing at all was said about."""
    return tuple(fact for fact in needs(condition, profile) if profile.get(fact) is None)


def because(condition: Condition, profile: Profile) -> tuple[Match, ...]:
    """The facts that settled the condition, either way; none while it is open."""
    truth = evaluate(condition, profile)
    if truth is None:
        return ()
    if isinstance(condition, Group):
        return _because_group(condition, profile, truth)
    if isinstance(condition, Not):
        return because(condition.part, profile)
    return (Match(condition.fact, condition.matched(profile.get(condition.fact))),)


def _because_group(group: Group, profile: Profile, truth: bool) -> tuple[Match, ...]:
    settling = [part for part in group.parts if evaluate(part, profile) == truth]
    found = [match for part in settling for match in because(part, profile)]
    return tuple(dict.fromkeys(found))
