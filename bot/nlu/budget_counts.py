"""Which line of a budget a count belongs to, and whether its amount is the price of one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from bot.nlu.budget_events import Event
from bot.nlu.budget_words import AT_BEFORE, EACH_OF_BEFORE, OF_AFTER, ONE_AFTER, distance
from bot.nlu.counts_text import Count

_FARTHEST = 3.0
_SAME = 1.0  # how much nearer the count of what has a price of one is
_TOUCHING = re.compile(r"\s?(?:就|係|要|都係|賣)?\s?")


@dataclass
class Draft:
    """A line in the making, by places of events; `count` is an index."""

    item: int | None = None
    amount: int | None = None
    count: int | None = None
    per_unit: bool = False
    one: bool = False  # its count is the 一部 of a price
    parted: bool = False  # the things have an amount each: 「一部300萬一部450萬」


def add_counts(
    text: str, events: Sequence[Event], drafts: Sequence[Draft], counts: Sequence[Count]
) -> None:
    """Give each count to the line that it stands nearest to, and mark prices of one."""
    lines = {
        place: draft
        for draft in reversed(drafts)
        for place in (draft.item, draft.amount)
        if place is not None
    }
    _add_repeated(events, drafts, lines)
    starts = [event.start for event in events]
    for index in range(len(counts)):
        place = _nearest(text, events, starts, lines, counts, index)
        if place is not None:
            _give(text, events, lines[place], counts, index)
    for draft in drafts:
        if draft.amount is not None:
            _mark_price(events, events[draft.amount], draft, counts)


def _add_repeated(
    events: Sequence[Event], drafts: Sequence[Draft], lines: dict[int, Draft]
) -> None:
    """Let a thing that is named again stand for its line, if it has but one."""
    named: dict[object, list[Draft]] = {}
    for draft in drafts:
        if draft.item is not None:
            named.setdefault(events[draft.item].key, []).append(draft)
    for place, event in enumerate(events):
        own = named.get(event.key, []) if event.is_item else []
        if place not in lines and len(own) == 1:
            lines[place] = own[0]


def _nearest(
    text: str,
    events: Sequence[Event],
    starts: Sequence[int],
    lines: dict[int, Draft],
    counts: Sequence[Count],
    index: int,
) -> int | None:
    count = counts[index]
    after = bisect_left(starts, count.start)
    choices: list[tuple[float, float, int]] = []
    if after:
        gap = text[events[after - 1].end : count.start]
        told = _SAME if _prices_one_of(events, lines.get(after - 1), counts, count) else 0.0
        rank = 0 if count.unit in ("次", "times", "x") else 1
        choices.append((distance(gap) - told, rank, after - 1))
    gap = text[count.end : events[after].start] if after < len(events) else "="
    if gap.strip() != "=":  # 「3M × 3 = 9M」
        choices.append((distance(gap), 0.5, after))
    choices = [choice for choice in choices if choice[0] < _FARTHEST and choice[2] in lines]
    return min(choices)[2] if choices else None


def _prices_one_of(
    events: Sequence[Event], draft: Draft | None, counts: Sequence[Count], count: Count
) -> bool:
    """Whether a line has the price of one of what is counted: 「25k一次,要做兩次」."""
    if draft is None or draft.amount is None:
        return False
    if draft.count is None:  # 「每部機300萬,要三部」
        each = draft.item is not None and events[draft.item].each_thing
        return count.value > 1 and (each or events[draft.amount].each)
    if not draft.one:
        return False
    return bool(count.unit) and counts[draft.count].unit == count.unit and count.value > 1


def _give(
    text: str, events: Sequence[Event], draft: Draft, counts: Sequence[Count], index: int
) -> None:
    count = counts[index]
    amount = events[draft.amount] if draft.amount is not None else None
    one = count.value == 1 and amount is not None and _touches(text, amount, count)
    if draft.parted and not one:
        return
    if count.unit == "x" and amount is not None and _touches(text, amount, count):
        draft.per_unit = True
    if draft.count is None:
        draft.count, draft.one = index, one and not draft.parted
    elif draft.one and count.value > 1:
        draft.count, draft.one, draft.per_unit = index, False, True
    elif one:
        draft.per_unit = draft.per_unit or counts[draft.count].value > 1


def _touches(text: str, amount: Event, count: Count) -> bool:
    gap = (
        text[count.end : amount.start]
        if count.end <= amount.start
        else text[amount.end : count.start]
    )
    return bool(_TOUCHING.fullmatch(gap))


def _mark_price(
    events: Sequence[Event], amount: Event, draft: Draft, counts: Sequence[Count]
) -> None:
    several = draft.count is not None and counts[draft.count].value > 1
    at_price = several and bool(
        AT_BEFORE.search(amount.before) or EACH_OF_BEFORE.search(amount.before)
    )
    at_price = at_price or (several and _describes(amount, draft, counts))
    one_after = bool(ONE_AFTER.match(amount.after)) or _names_unit(amount, draft, counts)
    each = draft.item is not None and events[draft.item].each_thing and not amount.together
    each = each or amount.each or at_price or one_after
    draft.per_unit = not draft.parted and (draft.per_unit or each)


def _describes(amount: Event, draft: Draft, counts: Sequence[Count]) -> bool:
    """「四隻35萬嘅機械臂」: between a count and its thing an amount is the price of one."""
    if draft.count is None or draft.item is None:
        return False
    count = counts[draft.count]
    touching = amount.before.rstrip().endswith(count.text.lower())
    of_thing = OF_AFTER.match(amount.after) or (not count.unit and count.text.isascii())
    return touching and bool(of_thing) and draft.item > (draft.amount or 0)


def _names_unit(amount: Event, draft: Draft, counts: Sequence[Count]) -> bool:
    """「兩隻八十萬隻」: the measure word of the count after the amount says that it is that of one."""
    unit = counts[draft.count].unit if draft.count is not None else ""
    return len(unit) == 1 and not unit.isascii() and amount.after.lstrip().startswith(unit)
