"""The things and amounts of a budget in the order in which a message has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from bot.nlu import budget_words as words
from bot.nlu.budget_table import Cell, may_have_table, table_cells
from bot.nlu.money_section import EXACT, ONE
from bot.nlu.money_text import Amount

_REACH = 40


class Spanned(Protocol):
    """A mention: it stands at [start, end) of the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True)
class Event:
    """An item or an amount: its index in its list, where it stands, and what the words around it say.

    `key` is the same for two mentions of one thing. Of an amount: `whole` (總共), `together`
    (共), `each` (每部), `one` (「一部400萬」), and the texts up to its neighbours.
    """

    is_item: bool
    index: int
    start: int
    end: int
    key: Any = None
    before: str = ""
    after: str = ""
    priced: bool = False  # it stands in a column of unit prices
    left_out: bool = False  # a thing named only to be left out
    row: int | None = None  # of a table
    each_after: bool = False  # "per audit" follows an amount
    each_thing: bool = False  # 每部 stands before a thing

    @property
    def whole(self) -> bool:
        whole = words.WHOLE_BEFORE.search(self.before) or words.WHOLE_AFTER.match(self.after)
        return bool(whole) and not self.each

    @property
    def together(self) -> bool:
        return bool(
            words.TOGETHER_BEFORE.search(self.before) or words.TOGETHER_AFTER.match(self.after)
        )

    @property
    def each(self) -> bool:
        each = self.priced or bool(words.EACH_BEFORE.search(self.before))
        return (each and not words.TOGETHER_BEFORE.search(self.before)) or self.each_after

    @property
    def each_of_them(self) -> bool:
        """Whether it is so much for each thing that was named (「各10萬」)."""
        return bool(words.EACH_OF_BEFORE.search(self.before)) or self.each_after

    @property
    def one(self) -> bool:
        return bool(words.ONE_BEFORE.search(self.before))


def read_events(text: str, items: Sequence[Spanned], amounts: Sequence[Amount]) -> list[Event]:
    """All events of normalised text by place, without amounts that only repeat another one."""
    cells = table_cells(text) if may_have_table(text) else []
    unwanted = _repeated(text, amounts) | _unwanted_in_table(text, cells, amounts)
    unwanted |= _granted(text, amounts) if items else set()
    events = [
        Event(True, index, item.start, item.end, _key(item)) for index, item in enumerate(items)
    ]
    events += [
        Event(False, index, amount.start, amount.end)
        for index, amount in enumerate(amounts)
        if index not in unwanted
    ]
    events.sort(key=lambda event: (event.start, event.end))
    return _in_context(text, _in_cells(cells, events))


def _in_cells(cells: Sequence[Cell], events: Sequence[Event]) -> list[Event]:
    """The events with the rows in which they stand, and whether those are unit prices."""
    placed, at = list(events), 0
    for place, event in enumerate(events):
        while at < len(cells) and cells[at].end <= event.start:
            at += 1
        if at < len(cells) and cells[at].start <= event.start:
            priced = cells[at].role == "price" and not event.is_item
            placed[place] = replace(event, row=cells[at].row, priced=priced)
    return placed


def merge_same(text: str, events: Iterable[Event]) -> list[Event]:
    """Without the second of two touching mentions of one thing (「機械設備」)."""
    merged: list[Event] = []
    for event in events:
        last = merged[-1] if merged else None
        same = last is not None and last.is_item and event.is_item and last.key == event.key
        if last and same and words.distance(text[last.end : event.start]) < 1:
            merged[-1] = replace(last, end=max(last.end, event.end))
        else:
            merged.append(event)
    return merged


def _key(item: Any) -> Any:
    """What the mention names: its `value`, or what it is `of` the expenses, or its text."""
    value = getattr(item, "value", None)
    if value is None and hasattr(item, "of"):
        value = item.of("expense")
    return item.text if value is None else value


def _in_context(text: str, events: list[Event]) -> list[Event]:
    """The events with the texts around them."""
    known: list[Event] = []
    for place, event in enumerate(events):
        first = events[place - 1].end if place else 0
        before = text[max(first, event.start - _REACH) : event.start]
        if event.is_item:
            listed = (
                bool(known) and known[-1].left_out and words.JOINED.fullmatch(before) is not None
            )
            left_out = listed or bool(words.LEFT_OUT_BEFORE.search(before))
            left_out = left_out and not _comes_on_top(text, events, place, before)
            each_thing = bool(words.EACH_THING_BEFORE.search(before))
            known.append(replace(event, left_out=left_out, each_thing=each_thing))
            continue
        last = events[place + 1].start if place + 1 < len(events) else len(text)
        after = text[event.end : min(last, event.end + _REACH)]
        each = words.EACH_AFTER.match(text, event.end) is not None
        known.append(replace(event, before=before, after=after, each_after=each))
    return known


def _comes_on_top(text: str, events: Sequence[Event], place: int, before: str) -> bool:
    """Whether what is not yet counted has an amount: 「機械1200萬,未計運費12萬」."""
    event, following = events[place], events[place + 1 : place + 2]
    touched = bool(following) and not text[event.end : following[0].start].strip(" :")
    return touched and words.NOT_YET_BEFORE.search(before) is not None


def _repeated(text: str, amounts: Sequence[Amount]) -> set[int]:
    """Amounts that say another one again: 「HK$3M(三百萬)」; of two currencies the dollars stay."""
    repeated = set()
    for index in range(1, len(amounts)):
        first, second = amounts[index - 1], amounts[index]
        gap = text[first.end : second.start]
        if len(gap) <= _REACH and words.DISCOUNTED.search(gap):
            repeated.add(index - 1)
        if not words.RESTATED.search(gap):
            continue
        if "foreign" in (first.kind, second.kind) and first.kind != second.kind:
            repeated.add(index - 1 if first.kind == "foreign" else index)
        elif first.value is not None and first.value == second.value:
            repeated.add(index)
    return repeated


def _granted(text: str, amounts: Sequence[Amount]) -> set[int]:
    """Of several amounts those that somebody hopes to be given: 「機900萬,有冇300萬攞」."""
    found = {
        index
        for index, amount in enumerate(amounts)
        if words.GRANTED_AFTER.match(text, amount.end)
        or words.GRANTED_BEFORE.search(text[max(0, amount.start - _REACH) : amount.start])
    }
    return found if len(found) < len(amounts) else set()


def _unwanted_in_table(text: str, cells: list[Cell], amounts: Sequence[Amount]) -> set[int]:
    """Row numbers, quantities, and prices in a row that has its sum as well."""
    rows: dict[int, list[tuple[int, str]]] = {}
    place = 0
    for cell in cells:
        while place < len(amounts) and amounts[place].start < cell.start:
            place += 1
        if place < len(amounts) and amounts[place].start < cell.end:
            named = re.search(r"[a-z\u4e00-\u9fff]", text[cell.start : amounts[place].start])
            if not named:  # 「機械1200萬|顧問80萬」 is a list and no row
                rows.setdefault(cell.row, []).append((place, cell.role))
    unwanted: set[int] = set()
    for found in rows.values():
        unwanted |= {index for index, role in found if role in ("quantity", "number")}
        left = [(index, role) for index, role in found if role not in ("quantity", "number")]
        if len(left) > 1:
            unwanted |= _all_but_sum(left, amounts)
    return unwanted


def _all_but_sum(row: list[tuple[int, str]], amounts: Sequence[Amount]) -> set[int]:
    last_index, last_role = row[-1]
    last = amounts[last_index].value
    unwanted = set()
    for index, role in row[:-1]:
        value = amounts[index].value
        multiple = bool(value) and last is not None and EXACT.remainder(last, value or ONE) == 0
        number = amounts[index].kind == "bare" and amounts[last_index].kind != "bare"
        if (
            number
            or (role == "price" and last_role != "price")
            or (multiple and role == last_role == "")
        ):
            unwanted.add(index)
    return unwanted
