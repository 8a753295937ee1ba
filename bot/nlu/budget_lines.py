"""Which amount of a message belongs to which thing, and how many of it there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.nlu.budget_counts import Draft, add_counts
from bot.nlu.budget_events import Event, Spanned, merge_same, read_events
from bot.nlu.budget_inside import without_inside
from bot.nlu.budget_pairs import Matching, match
from bot.nlu.budget_unknown import leftover_after, leftover_before
from bot.nlu.budget_words import distance
from bot.nlu.counts_text import Count
from bot.nlu.money_plain import plain
from bot.nlu.money_section import EXACT
from bot.nlu.money_text import Amount

_SAME_CLAUSE, _REACH = 4.0, 40
_LEAST_SUMMED = 3  # two things and their sum
_SENTENCE_END = re.compile(r"[\n。;!?！？]")
_SAYS_MORE = re.compile(r"[^\s,，。.!！?？、:;()\x00\-呀啦喇吖㗎嘅用買要係]")


@dataclass(frozen=True)
class Line:
    """A line of a budget; `item`, `amount` and `count` are indexes into the lists given.

    `per_unit`: the amount is the price of one of several, so that it is to be multiplied by
    the count; a rent a month without a number of months is none. `total`: the amount is said to be that of
    everything. `unknown_item` names what the amount is for when no item does.
    """

    item: int | None = None
    amount: int | None = None
    count: int | None = None
    per_unit: bool = False
    unknown_item: str | None = None
    total: bool = False


def pair(
    items: Sequence[Spanned], amounts: Sequence[Amount], counts: Sequence[Count], text: str
) -> list[Line]:
    """The budget lines of `text`, by place; the mentions of one thing make one line.

    An amount that only repeats another one, a row number or a quantity in a table has no line.
    """
    written = plain(text).text
    events = merge_same(written, without_inside(written, read_events(written, items, amounts)))
    matching = match(written, events)
    drafts = _drafts(written, events, matching)
    add_counts(written, events, drafts, counts)
    drafts = _without_factors(written, events, drafts, amounts, counts)
    names = _names(written, events, drafts, item_first=matching.item_first)
    lines = [_line(text, events, draft, names, counts) for draft in drafts]
    return _with_sum(lines, amounts, counts)


def _drafts(text: str, events: Sequence[Event], matching: Matching) -> list[Draft]:
    starts: dict[int, list[Draft]] = {}
    for item, amount in matching.pairs:
        starts.setdefault(min(item, amount), []).append(Draft(item, amount))
    paired = {place for pair_ in matching.pairs for place in pair_}
    priced = {events[item].key for item, _ in matching.pairs}
    drafts: list[Draft] = []
    for place, event in enumerate(events):
        drafts += starts.get(place, [])
        if place in paired or (event.is_item and event.key in priced):
            continue
        if event.is_item:
            priced.add(event.key)
            drafts.append(Draft(item=place))
        else:
            drafts.append(_same_again(text, events, drafts, place))
    return drafts


def _same_again(text: str, events: Sequence[Event], drafts: Sequence[Draft], place: int) -> Draft:
    """A line without a thing, unless it is another one of the last (「一部300萬一部450萬」)."""
    last = drafts[-1] if drafts else None
    if last is None or last.amount is None or last.item is None:
        return Draft(amount=place)
    both = events[place].one and events[last.amount].one
    if not both or distance(text[events[last.amount].end : events[place].start]) >= _SAME_CLAUSE:
        return Draft(amount=place)
    last.parted = True
    return Draft(last.item, place, parted=True)


def _without_factors(
    text: str,
    events: Sequence[Event],
    drafts: list[Draft],
    amounts: Sequence[Amount],
    counts: Sequence[Count],
) -> list[Draft]:
    """Of 「三部機每部400萬共1200萬」 only the product stays, if it is the product."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if last and draft.item is None and _is_product(text, events, last, draft, amounts, counts):
            if not draft.per_unit:
                last.amount, last.per_unit = draft.amount, False
            continue
        kept.append(draft)
    return kept


def _is_product(
    text: str,
    events: Sequence[Event],
    first: Draft,
    second: Draft,
    amounts: Sequence[Amount],
    counts: Sequence[Count],
) -> bool:
    if first.amount is None or second.amount is None:
        return False
    if first.per_unit == second.per_unit and not _touch(text, events, first, second):
        return False
    numbers = first.count if first.count is not None else second.count
    near = distance(text[events[first.amount].end : events[second.amount].start]) < _SAME_CLAUSE
    one, all_ = (amounts[events[place].index].value for place in (first.amount, second.amount))
    if second.per_unit:
        one, all_ = all_, one
    return near and numbers is not None and one is not None and one * counts[numbers].value == all_


def _touch(text: str, events: Sequence[Event], first: Draft, second: Draft) -> bool:
    """Whether nothing stands between two amounts, as in a row 「注塑機 2台 3,200,000 6,400,000」."""
    if first.per_unit or first.amount is None or second.amount is None:
        return False
    return not text[events[first.amount].end : events[second.amount].start].strip(" \t=")


def _with_sum(lines: list[Line], amounts: Sequence[Amount], counts: Sequence[Count]) -> list[Line]:
    """The lines, one without a thing as that of everything when it is the sum of all others."""
    values = [_value(line, amounts, counts) for line in lines]
    priced = [value for line, value in zip(lines, values, strict=True) if line.amount is not None]
    if len(priced) < _LEAST_SUMMED or not all(priced):
        return lines
    all_ = Decimal(0)
    for value in priced:
        all_ = EXACT.add(all_, value)
    return [
        replace(line, total=True, unknown_item=None)
        if line.item is None
        and line.amount is not None
        and EXACT.multiply(value, Decimal(2)) == all_
        else line
        for line, value in zip(lines, values, strict=True)
    ]


def _value(line: Line, amounts: Sequence[Amount], counts: Sequence[Count]) -> Decimal:
    value = None if line.amount is None else amounts[line.amount].value
    several = line.per_unit and line.count is not None
    number = counts[line.count].value if several and line.count is not None else 1
    return EXACT.multiply(value or Decimal(0), Decimal(number))


def _names(
    text: str, events: Sequence[Event], drafts: Sequence[Draft], *, item_first: bool
) -> dict[int, tuple[int, int]]:
    """Places of amounts without a thing, and where the name of one stands beside them.

    Only in a budget: with another line whose thing is known, with several such names, or
    when the sentence has nothing else.
    """
    lone = [draft.amount for draft in drafts if draft.item is None and draft.amount is not None]
    lone = [place for place in lone if not events[place].whole]
    found = {place: _name(events[place], item_first=item_first) for place in lone}
    names = {place: span for place, span in found.items() if span}
    known = any(draft.item is not None and draft.amount is not None for draft in drafts)
    if known or len(names) == len(lone) > 1:
        return names
    return {place: span for place, span in names.items() if _is_all(text, events[place], span)}


def _is_all(text: str, amount: Event, name: tuple[int, int]) -> bool:
    """Whether a sentence has nothing but an amount and a name."""
    first, last = min(amount.start, name[0]), max(amount.end, name[1])
    head = _SENTENCE_END.split(text[max(0, first - _REACH) : first])[-1]
    tail = _SENTENCE_END.split(text[last : last + _REACH])[0]
    between = text[min(amount.end, name[1]) : max(amount.start, name[0])]
    return not _SAYS_MORE.search(head + between + tail)


def _name(amount: Event, *, item_first: bool) -> tuple[int, int] | None:
    before, after = leftover_before(amount.before), leftover_after(amount.after)
    if before and (item_first or not after):
        start = amount.start - len(amount.before) + amount.before.rindex(before)
        return start, start + len(before)
    if not after:
        return None
    start = amount.end + amount.after.index(after)
    return start, start + len(after)


def _line(
    text: str,
    events: Sequence[Event],
    draft: Draft,
    names: dict[int, tuple[int, int]],
    counts: Sequence[Count],
) -> Line:
    item = None if draft.item is None else events[draft.item].index
    amount = None if draft.amount is None else events[draft.amount]
    name = names.get(draft.amount) if item is None and draft.amount is not None else None
    return Line(
        item=item,
        amount=None if amount is None else amount.index,
        count=draft.count,
        per_unit=draft.per_unit and draft.count is not None and counts[draft.count].value > 1,
        unknown_item=text[slice(*name)].strip() if name else None,
        total=item is None and amount is not None and (amount.whole or amount.together),
    )
