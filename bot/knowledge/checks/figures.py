"""Parameters have a readable value on every date that needs one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from bot.knowledge.checks.places import Placed, Problem, placed
from bot.knowledge.rendering import PLACEHOLDER
from bot.knowledge.schema import Expense, Library, Parameter, Scheme
from bot.knowledge.values import parts

_EARLIEST, _LATEST = date(1997, 7, 1), date(2100, 1, 1)
_WHOLE = ("count", "months", "working_days")
_NEEDED = ("matching", "ceiling")


def parameters_are_sane(library: Library) -> Iterator[Problem]:
    """Values fit their unit; dates are in order and in living memory."""
    for place in placed(library, "parameters"):
        parameter: Parameter = place.entry
        starts = list(parameter.values)
        if not starts or parameter.values[starts[0]] is None:
            yield place.problem("has no first value; write `values: {date: value}`")
        if starts != sorted(starts):
            yield place.problem("the dates of its values are not in order; put the earliest first")
        for start, value in parameter.values.items():
            if not _EARLIEST <= start <= _LATEST:
                yield place.problem(f"a value cannot hold from {start}; correct the year")
            if value is not None and (fault := _fault(value, parameter.unit)):
                yield place.problem(f"value {value} from {start}: {fault}")


def own_figures_are_sane(library: Library) -> Iterator[Problem]:
    """The figures of updates and contacts fit their unit."""
    for place in placed(library, "updates", "contacts"):
        for name, figure in place.entry.figures.items():
            if fault := _fault(figure.value, figure.unit):
                yield place.problem(f"figure {name}: {fault}")


def _fault(value: Any, unit: str) -> str | None:
    if unit == "date":
        sane = isinstance(value, date) and _EARLIEST <= value <= _LATEST
        return None if sane else "a date of this time is expected, such as 2020-07-27"
    if unit == "ratio":
        return None if _is_ratio(value) else 'a ratio in quotes is expected, such as "2:3"'
    if not isinstance(value, Decimal) or value <= 0:
        return "a number above zero is expected"
    if unit in _WHOLE and value != value.to_integral():
        return "a whole number is expected"
    return None


def _is_ratio(value: Any) -> bool:
    try:
        return min(parts(value)) > 0
    except (AttributeError, ValueError):
        return False


def caps_name_parameters(library: Library) -> Iterator[Problem]:
    """`cap` and `max_count` name parameters of the right unit; the engine's own exist."""
    for scheme_id, scheme in library.schemes.items():
        known = {parameter.id for parameter in scheme.parameters}
        for name in _NEEDED:
            if name not in known:
                file = f"schemes/{scheme_id}/parameters.yml"
                yield Problem(file, name, "the calculation needs this parameter; add it")
    for place in placed(library, "expenses"):
        entry: Expense = place.entry
        named = {"cap": (entry.cap, "HKD"), "max_count": (entry.max_count, "count")}
        for key, (parameter, unit) in named.items():
            found = _parameter(place.scheme, parameter)
            if parameter and (found is None or found.unit != unit):
                yield place.problem(
                    f"{key} names {parameter!r}, which is no parameter with unit {unit}; "
                    "correct it, or add it to parameters.yml"
                )
        if (entry.cap or entry.max_count) and entry.verdict == "not_fundable":
            yield place.problem("is not fundable, so it can have no cap or max_count; take it out")


def _parameter(scheme: Scheme | None, name: str | None) -> Parameter | None:
    parameters = scheme.parameters if scheme else ()
    return next((each for each in parameters if each.id == name), None)


def dates_are_sane(library: Library) -> Iterator[Problem]:
    """`effective` is a date of this time on which every figure of the entry has a value."""
    for place in placed(library):
        effective = getattr(place.entry, "effective", None)
        if effective is None:
            continue
        if not _EARLIEST <= effective <= _LATEST:
            yield place.problem(f"effective {effective} is not possible; correct the year")
        for parameter in _used(place):
            if min(parameter.values, default=_LATEST) > effective:
                yield place.problem(
                    f"holds from {effective}, but its figure {parameter.id} has no value then; "
                    "correct one of the two dates"
                )


def _used(place: Placed) -> list[Parameter]:
    statement = getattr(place.entry, "statement", None)
    if statement is None or place.scheme is None or place.part == "updates":
        return []
    names = PLACEHOLDER.findall(statement.zh + statement.en)
    return [each for each in place.scheme.parameters if each.id in names]
