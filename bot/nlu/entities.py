"""What was read in a message, as Rasa entities."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import count
from typing import Any

from bot.nlu.budget_lines import Line
from bot.nlu.counts_text import Count
from bot.nlu.matcher import Mention
from bot.nlu.money_text import Amount

Entity = dict[str, Any]
EXTRACTOR = "TurnReader"


def message_entities(
    language: str | None,
    length: int,
    mentions: Sequence[Mention],
    amounts: Sequence[Amount],
    counts: Sequence[Count],
    lines: Sequence[Line],
    asides: Collection[int] = (),
) -> list[Entity]:
    """All entities; those of one budget line share a `group`, as Rasa has it.

    What is part of several lines (「各10萬」, 「一部300萬一部450萬」) stands once for each.
    An expense whose mention is among `asides` only describes another one: `aside`.
    """
    entities = [_entity("language", language, 0, length)] if language else []
    items, groups = count(), {part: _lines_of(lines, part) for part in ("item", "amount", "count")}
    for index, mention in enumerate(mentions):
        own = groups["item"].get(next(items)) if mention.of("expense") else None
        aside = {"aside": True} if index in asides else {}
        entities += _meanings(mention, [group | aside for group, _ in own or [({}, None)]])
    for index, amount in enumerate(amounts):
        for group, line in groups["amount"].get(index, [({}, None)]):
            entities.append(_amount(amount, line) | group)
    for index, number in enumerate(counts):
        entity = _entity("count", number.value, number.start, number.end)
        group, _ = groups["count"].get(index, [({}, None)])[0]
        entities.append(entity | group)
    return entities


def _entity(type_: str, value: Any, start: int, end: int) -> Entity:
    return {"entity": type_, "value": value, "start": start, "end": end, "extractor": EXTRACTOR}


def _meanings(mention: Mention, lines: Sequence[Entity]) -> Iterator[Entity]:
    """An entity for each meaning, and for an expense one for each of its `lines`."""
    for type_, id_ in mention.meanings:
        if type_ == "scheme":
            continue
        entity = _entity(type_, id_, mention.start, mention.end) | {"text": mention.text}
        yield from (entity | line for line in lines) if type_ == "expense" else (entity,)


def _amount(amount: Amount, line: Line | None) -> Entity:
    value = None if amount.value is None else str(amount.value)
    entity = _entity("amount", value, amount.start, amount.end)
    entity |= {"kind": amount.kind, "text": amount.text, "currency": amount.currency}
    entity |= {
        name: str(bound)
        for name, bound in (("low", amount.low), ("high", amount.high))
        if bound is not None
    }
    if line is not None:
        entity |= {"per_unit": line.per_unit}
        if line.unknown_item:
            entity |= {"unknown_item": line.unknown_item}
    return entity


def _lines_of(lines: Sequence[Line], part: str) -> dict[int, list[tuple[Entity, Line | None]]]:
    """The group and the line of each item, amount or count."""
    found: dict[int, list[tuple[Entity, Line | None]]] = {}
    for number, line in enumerate(lines, 1):
        index = getattr(line, part)
        if index is not None:
            found.setdefault(index, []).append(({"group": str(number)}, line))
    return found
