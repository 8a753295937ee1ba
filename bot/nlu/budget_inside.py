"""Things that are said to be inside the price of another one make no line: 「部機連運費920萬」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.budget_events import Event
from bot.nlu.budget_words import JOINED, PARTED, distance

_BEFORE = re.compile(
    r"(?:(?<![相接牽一])連(?:埋|同|帶)?|包埋|包含|(?<![麵外承])包|(?<![裏裡])含|計埋|incl\.?|inclusive\sof|bundled\swith|together\swith)"
    r"\s?(?:咗|晒|the|its|all|一年|[0-9一二三兩]{1,2}年)?\s?$"
)
# These may also begin a list of parts with prices of their own.
_LIST_BEFORE = re.compile(
    r"(?:包括埋?|including|includes?)\s?(?:咗|the|its|all|one\syear\sof)?\s?$"
)
_AFTER = re.compile(
    r"\s?(?:is\s|are\s|was\s|already\s)*(?:included|incl\.?|inclusive)(?![a-z])|\s?(?:都|已經?|全)?(?:包|計|含|連)(?:埋|咗|括|在內|喺|晒)"
)
_LISTED = re.compile(
    rf"(?:\s*[、,，]|{JOINED.pattern[:-1]})\s*(?:[0-9一二兩三幾]{{1,2}}年嘅?|one\syear\sof)?\s*"
)
_INTO = re.compile(r"\s?(?:都|已經?|全)?(?:包|計|含)(?:埋|咗)?[喺在入](?:個|部)?\s?")
_OWN_AMOUNT = 2.4  # how far an amount of its own may be


def without_inside(text: str, events: Sequence[Event]) -> list[Event]:
    """The events without the things whose cost is said to be in the amount of another."""
    inside = _inside(text, events)
    return [event for place, event in enumerate(events) if place not in inside]


def _inside(text: str, events: Sequence[Event]) -> set[int]:
    inside: set[int] = set()
    for place in range(1, len(events)):
        event = events[place]
        gap = text[events[place - 1].end : event.start]
        if not event.is_item or distance(gap) >= PARTED:
            continue
        listed = place - 1 in inside and _LISTED.fullmatch(gap) is not None
        told = _BEFORE.search(gap) or _AFTER.match(text, event.end)
        parts = _LIST_BEFORE.search(gap) is not None
        if not (listed or told or parts):
            continue
        main = _main(inside, place)
        owns = _has_own_amount(text, events, place)
        if main is None:
            continue
        paid = listed and _has_amount_before(text, events, main)
        if not (owns and (parts or paid or not events[main].is_item)):
            inside.add(place)
    return inside | _before_main(text, events)


def _before_main(text: str, events: Sequence[Event]) -> set[int]:
    """「運費同安裝已經包喺設備1800萬入面」: the parts before the thing that they are in."""
    inside: set[int] = set()
    for place in range(1, len(events)):
        first, second = events[place - 1], events[place]
        both = first.is_item and second.is_item
        if both and _INTO.fullmatch(text[first.end : second.start]):
            at = place - 1
            inside.add(at)
            while (
                at
                and events[at - 1].is_item
                and _LISTED.fullmatch(text[events[at - 1].end : events[at].start])
            ):
                at -= 1
                inside.add(at)
    return inside


def _main(inside: set[int], place: int) -> int | None:
    """The last event before that is no part of another: the price, or the thing that has it."""
    return next((at for at in range(place - 1, -1, -1) if at not in inside), None)


def _has_amount_before(text: str, events: Sequence[Event], place: int) -> bool:
    """「1200萬機械包運費,顧問80萬」: the price of the thing stands before it."""
    if not place or events[place - 1].is_item:
        return False
    return distance(text[events[place - 1].end : events[place].start]) < 1


def _has_own_amount(text: str, events: Sequence[Event], place: int) -> bool:
    if place + 1 >= len(events) or events[place + 1].is_item:
        return False
    return distance(text[events[place].end : events[place + 1].start]) < _OWN_AMOUNT
