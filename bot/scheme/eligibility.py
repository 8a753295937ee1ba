"""Whether a company is likely to qualify, and what to ask it next.

Only what can still change the verdict is asked: nothing after a hard failure, and no soft
requirement once a talk is needed anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.scheme.conditions import Condition, Profile, evaluate, unasked

Verdict = Literal["likely_eligible", "not_eligible", "needs_talk", "incomplete"]
Outcome = Literal["met", "not_met", "unknown", "soft_miss"]
Progress = Literal["met", "not_met", "unknown", "soft_miss", "open"]
"""How far a requirement is: `open` can still be asked, `unknown` was asked in vain."""


@dataclass(frozen=True)
class Requirement:
    """A condition on the company or its plan; `fact` is the one to ask for first.

    Missing a hard one makes the company not eligible; missing a soft one needs a talk.
    """

    id: str
    fact: str
    condition: Condition
    hard: bool = True


@dataclass(frozen=True)
class RequirementResult:
    """What came of one requirement, by its id."""

    requirement: str
    outcome: Outcome


@dataclass(frozen=True)
class Assessment:
    """The verdict so far; `next_question` is the fact to ask for, while `incomplete`."""

    verdict: Verdict
    results: tuple[RequirementResult, ...]
    next_question: str | None = None

    def having(self, outcome: Outcome) -> tuple[str, ...]:
        """The ids of the requirements with an outcome, in order."""
        return tuple(r.requirement for r in self.results if r.outcome == outcome)


def assess(requirements: Sequence[Requirement], profile: Profile) -> Assessment:
    """Weigh a profile; questions come in the order of the requirements.

    An UNSURE fact counts as asked and stays unknown: at the end it needs a talk.
    Raises ValueError without requirements, since everyone would be eligible.
    """
    if not requirements:
        raise ValueError("there are no requirements to assess")
    results = tuple(RequirementResult(r.id, _outcome(r, profile)) for r in requirements)
    assessed = Assessment("not_eligible", results)
    if assessed.having("not_met"):
        return assessed
    talk = bool(assessed.having("soft_miss")) or any(_stuck(r, profile) for r in requirements)
    question = _next_question((r for r in requirements if r.hard or not talk), profile)
    if question:
        return Assessment("incomplete", results, question)
    return Assessment("needs_talk" if talk else "likely_eligible", results)


def progress(requirements: Sequence[Requirement], profile: Profile) -> dict[str, Progress]:
    """How far each requirement is, by its id, in the order of the requirements."""
    return {each.id: _progress(each, profile) for each in requirements}


def _progress(requirement: Requirement, profile: Profile) -> Progress:
    outcome = _outcome(requirement, profile)
    can_be_asked = bool(unasked(requirement.condition, profile))
    return "open" if outcome == "unknown" and can_be_asked else outcome


def _outcome(requirement: Requirement, profile: Profile) -> Outcome:
    truth = evaluate(requirement.condition, profile)
    if truth is None:
        return "unknown"
    if truth:
        return "met"
    return "not_met" if requirement.hard else "soft_miss"


def _stuck(requirement: Requirement, profile: Profile) -> bool:
    """Whether it is unknown with nothing left to ask."""
    condition = requirement.condition
    return evaluate(condition, profile) is None and not unasked(condition, profile)


def _next_question(requirements: Iterable[Requirement], profile: Profile) -> str | None:
    for requirement in requirements:
        facts = unasked(requirement.condition, profile)
        if facts:
            return requirement.fact if requirement.fact in facts else facts[0]
    return None
