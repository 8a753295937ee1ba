"""Which line of a budget a count belongs to, and whether its amount is the price of one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from bot.nlu.budget_events import Event
from bot.nlu.budget_words import AT_BEFORE, ONE_AFTER, distance
from bot.nlu.counts_text import Count

_FARTHEST = 3.0
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
    starts = [event.start for event in events]
    for index, count in enumerate(counts):
        place = _nearest(text, events, starts, lines, count)
        if place is not None:
            _give(text, events, lines[place], counts, index)
    for draft in drafts:
        if draft.amount is not None:
            _mark_price(events[draft.amount], draft, counts)


def _nearest(
    text: str, events: Sequence[Event], starts: Sequence[int], lines: dict[int, Draft], count: Count
) -> int | None:
    after = bisect_left(starts, count.start)
    choices: list[tuple[float, float, int]] = []
    if after:
        gap = text[events[after - 1].end : count.start]
        choices.append((distance(gap), 0 if count.unit in ("次", "times", "x") else 1, after - 1))
    if after < len(events):
        gap = text[count.end : events[after].start]
        choices.append((distance(gap), 0.5, after))
    choices = [choice for choice in choices if choice[0] < _FARTHEST and choice[2] in lines]
    return min(choices)[2] if choices else None


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


def _mark_price(amount: Event, draft: Draft, counts: Sequence[Count]) -> None:
    several = draft.count is not None and counts[draft.count].value > 1
    at_price = several and bool(AT_BEFORE.search(amount.before))
    one_after = bool(ONE_AFTER.match(amount.after))
    draft.per_unit = not draft.parted and (draft.per_unit or amount.each or at_price or one_after)
