"""The closed condition language, read from plain data.

    {all: [..]}  {any: [..]}  {not: ..}
    {fact: name, is: value}      {fact: name, in: [..]}
    {fact: name, at_most: n}     {fact: name, at_least: n}
    {fact: name, has: value}     {fact: name, has_any: [..]}

`is` and `in` take bools, whole numbers or strings, all of one kind. Lists are never empty:
an empty `all` would be true of everyone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from bot.scheme.condition_tree import (
    Condition,
    Group,
    Match,
    Not,
    because,
    evaluate,
    needs,
    unasked,
)
from bot.scheme.facts import UNSURE, Compare, FactTest, FactValue, HasAny, OneOf, Profile, Scalar

__all__ = [
    "UNSURE",
    "Condition",
    "ConditionError",
    "FactValue",
    "Match",
    "Profile",
    "because",
    "evaluate",
    "needs",
    "parse",
    "unasked",
]

_GROUPS = ("all", "any", "not")
_TESTS = ("is", "in", "at_most", "at_least", "has", "has_any")


class ConditionError(ValueError):
    """Data that is no condition; `key` is the key at fault, `where` the way to it."""

    def __init__(self, key: str, where: str, problem: str) -> None:
        """Keep the key at fault and the way to it."""
        super().__init__(f"{where}: {key}: {problem}")
        self.key = key
        self.where = where


def parse(data: object, where: str = "condition") -> Condition:
    """Read a condition; `where` heads the messages of ConditionError."""
    if not isinstance(data, Mapping) or not data:
        raise ConditionError("condition", where, "a mapping is expected")
    if "fact" in data:
        return _parse_test(data, where)
    key = _only_key(data, _GROUPS, where)
    if key == "not":
        return Not(parse(data[key], f"{where}.not"))
    parts = enumerate(_items(data, key, where))
    how = cast('Literal["all", "any"]', key)
    return Group(how, tuple(parse(part, f"{where}.{key}[{i}]") for i, part in parts))


def _parse_test(data: Mapping[object, object], where: str) -> FactTest:
    fact = data["fact"]
    if not isinstance(fact, str) or not fact:
        raise ConditionError("fact", where, "the name of a fact is expected")
    rest = {key: value for key, value in data.items() if key != "fact"}
    if not rest:
        raise ConditionError("fact", where, f"one of {', '.join(_TESTS)} is expected with it")
    return _test(fact, rest, _only_key(rest, _TESTS, where), where)


def _test(fact: str, data: Mapping[object, object], key: str, where: str) -> FactTest:
    if key in ("at_most", "at_least"):
        how = cast('Literal["at_most", "at_least"]', key)
        return Compare(fact, how, _whole_number(data, key, where))
    listed = key in ("in", "has_any")
    values = _scalars(_items(data, key, where) if listed else [data[key]], key, where)
    if key in ("is", "in"):
        return OneOf(fact, values)
    return HasAny(fact, _strings(values, key, where))


def _only_key(data: Mapping[object, object], allowed: tuple[str, ...], where: str) -> str:
    keys = [str(key) for key in data]
    for key in keys:
        if key not in allowed:
            raise ConditionError(key, where, f"not one of {', '.join(allowed)}")
    if len(keys) > 1:
        raise ConditionError(keys[1], where, f"not together with {keys[0]}")
    return keys[0]


def _items(data: Mapping[object, object], key: str, where: str) -> list[object]:
    value = data[key]
    if not isinstance(value, list) or not value:
        raise ConditionError(key, where, "a list with something in it is expected")
    return value


def _whole_number(data: Mapping[object, object], key: str, where: str) -> int:
    value = data[key]
    if not isinstance(value, int) or isinstance(value, bool):
        raise ConditionError(key, where, "a whole number is expected")
    return value


def _scalars(values: list[object], key: str, where: str) -> tuple[Scalar, ...]:
    read = tuple(value for value in values if isinstance(value, bool | int | str))
    if len(read) < len(values) or len({type(value) for value in read}) > 1:
        raise ConditionError(key, where, "bools, whole numbers or strings of one kind")
    return read


def _strings(values: tuple[Scalar, ...], key: str, where: str) -> frozenset[str]:
    strings = frozenset(value for value in values if isinstance(value, str))
    if len(strings) < len(set(values)):
        raise ConditionError(key, where, "strings are expected")
    return strings
