"""Conditions of the pre-check and of recommendations speak of facts that exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.knowledge.checks.places import Placed, Problem, ids, placed
from bot.knowledge.rendering import PLACEHOLDER
from bot.knowledge.schema import Library, Option, Requirement
from bot.nlu.folding import fold
from bot.scheme.conditions import ConditionError, parse

_UNSURE = "unsure"
_RECOMMENDATION_FACTS = {
    "services": "service",
    "products": "product",
    "industries": "industry",
    "technologies": "technology",
}


def requirements_hold_together(library: Library) -> Iterator[Problem]:
    """A requirement tests facts that are asked for, against answers that can be given."""
    technologies = ids(library, "technology")
    for scheme in library.schemes.values():
        facts = {each.fact for each in scheme.requirements}
        for place in placed(library, "requirements"):
            if place.scheme is scheme:
                yield from _requirement(place, facts, technologies)


def _requirement(place: Placed, facts: set[str], technologies: set[str]) -> Iterator[Problem]:
    entry: Requirement = place.entry
    yield from _parses(place, entry.condition, "condition")
    answers: dict[str, set[Any]] = {
        "choice": {option.value for option in entry.options},
        "yes_no": {True, False},
        "technologies": set(technologies),
    }
    for fact, values in _tests(entry.condition):
        if fact not in facts:
            yield place.problem(
                f"condition tests {fact!r}, which no requirement asks; correct the name"
            )
        for value in values if fact == entry.fact and entry.kind in answers else ():
            if value not in answers[entry.kind]:
                yield place.problem(
                    f"condition tests for {value!r}, which is no answer to its question; "
                    "correct it or add the answer"
                )
    yield from _options(place, entry)


def _options(place: Placed, entry: Requirement) -> Iterator[Problem]:
    values = [option.value for option in entry.options if option.value != _UNSURE]
    if entry.kind == "yes_no" and sorted(map(str, values)) != ["False", "True"]:
        yield place.problem("a yes_no question has the two options true and false; write both")
    if entry.kind == "choice" and len(set(values)) < max(2, len(values)):
        yield place.problem("a choice has at least two options of different values; correct them")
    words = Counter(word for option in entry.options for word in _words(option))
    for word, times in words.items():
        if times > 1:
            yield place.problem(
                f"{word!r} is an alias or name of {times} answers; leave it with one of them"
            )


def _words(option: Option) -> set[str]:
    names = (option.names.zh, option.names.en, *option.aliases)
    return {fold(name).text for name in names}


def recommendations_hold_together(library: Library) -> Iterator[Problem]:
    """`recommend_when` tests known facts for ids that exist, and says why."""
    known = {fact: ids(library, type_) for fact, type_ in _RECOMMENDATION_FACTS.items()}
    for place in placed(library, "services"):
        condition = place.entry.recommend_when
        if condition is None:
            continue
        yield from _parses(place, condition, "recommend_when")
        if place.entry.because is None:
            yield place.problem("is recommended without a reason; write `because`")
        for fact, values in _tests(condition):
            if fact not in known:
                yield place.problem(f"recommend_when tests {fact!r}; use one of {', '.join(known)}")
            for value in values:
                if fact in known and value not in known[fact]:
                    yield place.problem(
                        f"recommend_when tests {fact} for {value!r}, which does not exist; "
                        "correct the id"
                    )


def _parses(place: Placed, condition: Any, key: str) -> Iterator[Problem]:
    try:
        parse(_with_numbers(condition), key)
    except ConditionError as error:
        yield place.problem(f"{error}; correct the condition")


def _with_numbers(condition: Any) -> Any:
    """The condition with any number in the place of a `{parameter}`."""
    if isinstance(condition, dict):
        return {key: _with_numbers(value) for key, value in condition.items()}
    if isinstance(condition, list):
        return [_with_numbers(value) for value in condition]
    return 1 if isinstance(condition, str) and PLACEHOLDER.fullmatch(condition) else condition


def _tests(condition: Any) -> Iterator[tuple[str, list[Any]]]:
    """Every fact tested, with the values that it is tested for."""
    if isinstance(condition, list):
        for part in condition:
            yield from _tests(part)
    elif isinstance(condition, dict) and "fact" in condition:
        values: list[Any] = []
        for key in ("is", "has", "in", "has_any"):
            value = condition.get(key, [])
            values += value if isinstance(value, list) else [value]
        yield str(condition["fact"]), values
    elif isinstance(condition, dict):
        for part in condition.values():
            yield from _tests(part)
