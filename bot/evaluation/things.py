"""Counts how often the things, the amounts and the budget lines of a message are read right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.evaluation.sets import Item, Reading
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import GeneralWord

Line = dict[str, Any]
NOTHING = "nothing is money (texts)"
_EXACT = ("exact", "approximate")
_UNSURE = ("vague", "range")
"""What matters of these two is that no sum is read; the line between them is thin."""


def sides(base: KnowledgeBase) -> dict[str, frozenset[str]]:
    """General word to the expenses that it may stand for, itself included."""
    return {
        id_: frozenset({id_, *(case.expense for case in word.cases if case.expense)})
        for id_, word in base.expenses.items()
        if isinstance(word, GeneralWord)
    }


@dataclass(frozen=True)
class LinesFound:
    """For each line of an item: thing and amount right; count and unit price as well.

    `others` counts lines with an amount that the item does not have; its total is none.
    """

    lines: tuple[tuple[bool, bool], ...]
    others: int

    @property
    def paired(self) -> bool:
        """Whether every thing has its amount and nothing else has one."""
        return not self.others and all(paired for paired, _ in self.lines)

    @property
    def whole(self) -> bool:
        """Whether counts and unit prices are right as well."""
        return not self.others and all(whole for _, whole in self.lines)


class ThingScores:
    """Compares the entities of a reading with what an item says."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._sides = sides(base)
        self._silent = {word.id for word in base.scheme.unlisted}

    def expenses_found(self, item: Item, reading: Reading) -> tuple[bool, bool]:
        """Whether the expenses read are exactly a right list; whether a right list is in them.

        A thing of no list may be read as one on which the material is silent: the answer is
        the same. What only describes another thing is not asked about.
        """
        read = {
            each["value"]
            for each in reading["entities"]
            if each["entity"] == "expense" and not each.get("aside")
        }
        lists = [set(wanted) for wanted in (item["expenses"], *item.get("accept", ()))]
        covered = [wanted for wanted in lists if self._covers(wanted, read)]
        silent = self._silent if item.get("unknown") else set()
        exact = any(self._no_others(wanted, read - silent) for wanted in covered)
        return exact, bool(covered)

    def _covers(self, wanted: set[str], found: set[str]) -> bool:
        return all(any(self._is(each, id_) for each in found) for id_ in wanted)

    def _no_others(self, wanted: set[str], found: set[str]) -> bool:
        return all(any(self._is(each, id_) for id_ in wanted) for each in found)

    def _is(self, found: str | None, wanted: str | None) -> bool:
        return found == wanted or found in self._sides.get(wanted or "", ())

    def lines_found(self, item: Item, reading: Reading) -> LinesFound:
        """How the lines of the item were read, and how many others were."""
        rest, found = read_lines(reading["entities"]), []
        for wanted in item["lines"]:
            same = [line for line in rest if self._is_line(line, wanted)]
            same.sort(key=lambda line: not counts_alike(line, wanted))
            if same:
                rest.remove(same[0])
            found.append((bool(same), bool(same) and counts_alike(same[0], wanted)))
        others = [line for line in rest if line["amount"] not in (None, item.get("total"))]
        return LinesFound(tuple(found), len(others))

    def _is_line(self, found: Line, wanted: Mapping[str, Any]) -> bool:
        amount = wanted.get("amount")
        same = found["amount"] == (None if amount is None else Decimal(amount))
        return same and self._is(found["expense"], wanted.get("expense"))


def counts_alike(found: Line, wanted: Mapping[str, Any]) -> bool:
    """Whether count and unit price agree; a count of one may be left out."""
    alike = (found["count"] or 1) == wanted.get("count", 1)
    return bool(alike and found["per_unit"] == wanted.get("per_unit", False))


def read_lines(entities: Sequence[Mapping[str, Any]]) -> list[Line]:
    """The budget lines that the groups of the entities make; unknown things are of no expense."""
    lines: dict[str, Line] = {}
    for each in entities:
        if "group" not in each:
            continue
        empty = {"expense": None, "amount": None, "count": None, "per_unit": False}
        line = lines.setdefault(each["group"], empty)
        if each["entity"] == "expense":
            line["expense"] = line["expense"] or each["value"]
        elif each["entity"] == "count":
            line["count"] = each["value"]
        elif each["entity"] == "amount":
            exact = each["kind"] in _EXACT and each["value"] is not None
            line["amount"] = Decimal(each["value"]) if exact else None
            line["per_unit"] = bool(each.get("per_unit"))
    return list(lines.values())


def amount_kind(wanted: int | Mapping[str, str]) -> str:
    """The kind of an amount of an item; a plain number is exact."""
    return wanted["kind"] if isinstance(wanted, Mapping) else "exact"


def amounts_right(item: Item, reading: Reading) -> list[bool]:
    """For each amount of the item whether it is read; none when their number differs."""
    found = _amounts(reading)
    if len(found) != len(item["amounts"]):
        return [False] * len(item["amounts"])
    return [_is_amount(*pair) for pair in zip(found, item["amounts"], strict=True)]


def text_right(item: Item, reading: Reading) -> bool:
    """Whether all amounts of the item are read and no other."""
    found = _amounts(reading)
    return len(found) == len(item["amounts"]) and all(amounts_right(item, reading))


def _amounts(reading: Reading) -> list[Mapping[str, Any]]:
    """Each once, though one that is that of several things stands in the line of each."""
    amounts = (each for each in reading["entities"] if each["entity"] == "amount")
    return list({each["start"]: each for each in amounts}.values())


def _is_amount(found: Mapping[str, Any], wanted: int | Mapping[str, str]) -> bool:
    if not isinstance(wanted, Mapping):
        return found["kind"] in _EXACT and Decimal(found["value"]) == wanted
    if wanted["kind"] in _UNSURE:
        return found["kind"] in _UNSURE
    return bool(found["kind"] == wanted["kind"])
