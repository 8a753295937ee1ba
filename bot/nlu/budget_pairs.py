"""Brings things and amounts of a budget together, in whichever order the message has them.

Neighbours are paired so that the sum of the distances, and of what is left alone, is least.
That is done once for "thing, then amount" and once for "amount, then thing"; the order that
fits the whole message better wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.nlu.budget_events import Event
from bot.nlu.budget_unknown import leftover_after, leftover_before, skips_a_name
from bot.nlu.budget_words import JOINED, PARTED, distance

_ALONE_AMOUNT, _ALONE_NAMED, _ALONE_WHOLE, _ALONE_ITEM = 4.0, 3.0, 0.3, 2.0
_LISTING = re.compile(r"\s*(?:[、,，]\s*|" + JOINED.pattern + ")")
_WHOLE, _WRONG_WAY = 1.5, 1.5
_COUNT_REACH = 14
_FIRST_TWO = 2
_EQUALS = re.compile(r"=\s?$")  # 「機械/培訓 = 900萬/6萬」 sums nothing up
_TOTAL = re.compile(
    r"(?:總[價值額共]|(?<![a-z])total(?:l?ing|\sprice|\scost)?)\s?[:=]?\s?(?:[係是]|of|is)?\s?$"
)
_COUNT_AFTER = re.compile(
    r"s?\s?[:(]?\s?(?:[2-9]|[1-9][0-9]{1,3}|[兩二三四五六七八九十]{1,3})\s?(?:[部台套條隻件個架輛份次項人位]|units?|sets?|pcs|pieces?|pax)\)?\s?[,，:、]?\s?[^0-9]{0,8}$"
)
_COUNT_BEFORE = re.compile(
    r"(?:[2-9]|[1-9][0-9]{1,3}|[兩二三四五六七八九十])\s?[部台套條隻件個架輛份次項]?\s?$"
    r"|(?<![a-z])(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]+)(?:\s[a-z]+)?\s$"
)


@dataclass(frozen=True)
class Matching:
    """Places of events: pairs of (item, amount); and whether amounts follow their things.

    Two things have the same amount when it was said to be that of each.
    """

    pairs: tuple[tuple[int, int], ...]
    item_first: bool


def match(text: str, events: Sequence[Event]) -> Matching:
    """Pair the events of normalised text."""
    columns = _columns(events)
    if columns:
        return Matching(
            columns, item_first=events[columns[0][0]].start < events[columns[0][1]].start
        )
    rows = _rows(events)
    if rows:
        return _beside(text, events, rows)
    events = _counted(text, _lone(events))
    gaps = [text[first.end : second.start] for first, second in pairwise(events)]
    parted = _shared(text, events, gaps)
    ways = [_least(text, events, gaps, parted, item_first) for item_first in (True, False)]
    cost, pairs = min(ways, key=lambda way: way[0])
    spread = [
        (item, place)
        for place in parted
        if events[place].each_of_them
        for item in _listed(events, gaps, place)
    ]
    return Matching((*pairs, *spread), item_first=cost == ways[0][0])


def _rows(events: Sequence[Event]) -> list[tuple[int, int]]:
    """Of each row of a table with one thing and one amount the places of both."""
    rows: dict[int, list[int]] = {}
    for place, event in enumerate(events):
        if event.row is not None:
            rows.setdefault(event.row, []).append(place)
    pairs = []
    for places in rows.values():
        items = [place for place in places if events[place].is_item]
        amounts = [place for place in places if not events[place].is_item]
        if len(items) == len(amounts) == 1 and not events[items[0]].left_out:
            pairs.append((items[0], amounts[0]))
    return pairs


def _beside(text: str, events: Sequence[Event], rows: list[tuple[int, int]]) -> Matching:
    """The pairs of the rows and those of everything that stands beside them."""
    taken = {place for pair_ in rows for place in pair_}
    left = [place for place in range(len(events)) if place not in taken]
    rest = match(text, [replace(events[place], row=None) for place in left])
    pairs = [(left[item], left[amount]) for item, amount in rest.pairs]
    item, amount = rows[0]
    return Matching((*rows, *pairs), item_first=item < amount)


def _lone(events: Sequence[Event]) -> Sequence[Event]:
    """「三部機,總共1200萬」: with one thing and one amount, 總共 is no sum of several."""
    amounts = [event for event in events if not event.is_item]
    keys = {event.key for event in events if event.is_item}
    if len(amounts) != 1 or len(keys) != 1 or not amounts[0].together:
        return events
    return [event if event.is_item else replace(event, before="", after="") for event in events]


def _counted(text: str, events: Sequence[Event]) -> list[Event]:
    """The events with no sum of all in 「four robots, 2.6m in total」: it is that of the robots."""
    known = list(events)
    for place in range(1, len(events)):
        first, second = events[place - 1], events[place]
        summed = second.together or _TOTAL.search(second.before) is not None
        if not first.is_item or second.is_item or not summed:
            continue
        start = events[place - 2].end if place > 1 else 0
        before = text[max(start, first.start - _COUNT_REACH) : first.start]
        gap = text[first.end : second.start]
        alone = place < _FIRST_TWO or not events[place - 2].is_item  # no list of things before
        counted = _COUNT_BEFORE.search(before) or (alone and _COUNT_AFTER.match(gap))
        if counted and distance(gap) < PARTED:
            known[place] = replace(second, before="", after="")
    return known


def _columns(events: Sequence[Event]) -> tuple[tuple[int, int], ...]:
    """Things first and all amounts after them, or the other way round: paired in order."""
    items = [place for place, event in enumerate(events) if event.is_item and not event.left_out]
    amounts = [
        place
        for place, event in enumerate(events)
        if not event.is_item and (not event.whole or _EQUALS.search(event.before))
    ]
    apart = bool(items and amounts) and (items[-1] < amounts[0] or amounts[-1] < items[0])
    return (
        tuple(zip(items, amounts, strict=True)) if apart and len(items) == len(amounts) > 1 else ()
    )


def _shared(text: str, events: Sequence[Event], gaps: Sequence[str]) -> set[int]:
    """Places of amounts that stand for several things at once (「機械同顧問1200萬」): left alone."""
    shared = set()
    for place, event in enumerate(events):
        if event.is_item:
            continue
        before, after = _group(events, gaps, place, -1), _group(events, gaps, place, 1)
        listed = (
            event.together
            and _distinct(events, place - 1, place - 2)
            and distance(gaps[place - 1]) < PARTED
        )
        each = event.each_of_them and len(_listed(events, gaps, place)) > 1
        if listed or each or (before and not after) or (after and not before):
            shared.add(place)
    return shared


def _listed(events: Sequence[Event], gaps: Sequence[str], place: int) -> list[int]:
    """The things joined right before an amount that is that of each (「專利同法律費各10萬」)."""
    listed: list[int] = []
    at = place - 1
    while at >= 0 and events[at].is_item and (not listed or _LISTING.fullmatch(gaps[at])):
        listed.append(at)
        at -= 1
    return listed[::-1] if len(listed) > 1 else []


def _distinct(events: Sequence[Event], first: int, second: int) -> bool:
    inside = min(first, second) >= 0 and max(first, second) < len(events)
    both = inside and events[first].is_item and events[second].is_item
    return both and events[first].key != events[second].key


def _group(events: Sequence[Event], gaps: Sequence[str], place: int, way: int) -> bool:
    """Whether two things joined by 同 or "and" touch the amount on one side, and no other amount."""
    near, far, other = place + way, place + 2 * way, place + 3 * way
    if not _distinct(events, near, far):
        return False
    if way > 0 and _is_list_of(events, gaps, place):
        return True
    to_amount, between = gaps[min(place, near)], gaps[min(near, far)]
    if distance(to_amount) >= 1 or not JOINED.fullmatch(between):
        return False
    contested = 0 <= other < len(events) and not events[other].is_item
    return not (contested and distance(gaps[min(far, other)]) < 1)


def _is_list_of(events: Sequence[Event], gaps: Sequence[str], place: int) -> bool:
    """Whether an amount is followed by a list to its end: "500k for audits, patents and legal"."""
    last = place + 1
    while last + 1 < len(events) and events[last + 1].is_item and _LISTING.fullmatch(gaps[last]):
        last += 1
    joined = last > place + 1 and JOINED.fullmatch(gaps[last - 1]) is not None
    ends = last + 1 >= len(events) or distance(gaps[last]) >= PARTED
    return joined and ends and distance(gaps[place]) < 1


def _least(
    text: str, events: Sequence[Event], gaps: Sequence[str], parted: set[int], item_first: bool
) -> tuple[float, list[tuple[int, int]]]:
    """The least cost for one order, and its pairs."""
    costs, chosen = [0.0], [False]
    for place, event in enumerate(events):
        alone = costs[place] + _alone(text, event, item_first)
        together = PARTED
        if place and not parted & {place, place - 1}:
            together = costs[place - 1] + _pair(
                events[place - 1], event, gaps[place - 1], item_first
            )
        costs.append(min(alone, together))
        chosen.append(together < alone)
    pairs, place = [], len(events)
    while place > 0:
        if chosen[place]:
            first, second = place - 2, place - 1
            pairs.append((first, second) if events[first].is_item else (second, first))
            place -= 1
        place -= 1
    return costs[-1], pairs[::-1]


def _alone(text: str, event: Event, item_first: bool) -> float:
    if event.is_item:
        return _ALONE_ITEM
    if event.whole:
        return _ALONE_WHOLE
    named = leftover_before(event.before) if item_first else leftover_after(event.after)
    return _ALONE_NAMED if named else _ALONE_AMOUNT


def _pair(first: Event, second: Event, gap: str, item_first: bool) -> float:
    if first.is_item == second.is_item or first.left_out or second.left_out:
        return PARTED
    amount = second if first.is_item else first
    cost = distance(gap) + (0 if first.is_item == item_first else _WRONG_WAY)
    if first.is_item and skips_a_name(gap):
        return PARTED
    if not first.is_item and gap.lstrip().startswith("(") and leftover_before(first.before):
        return PARTED
    if not first.is_item and any(mark in gap for mark in ",，、"):
        return PARTED
    return cost + (_WHOLE if amount.whole else 0)
