"""What was read in a message, as Rasa entities."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
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

    An expense whose mention is among `asides` only describes another one: `aside`.
    """
    entities = [_entity("language", language, 0, length)] if language else []
    items = [mention for mention in mentions if mention.of("expense")]
    for index, mention in enumerate(mentions):
        group = _group(lines, "item", items.index(mention) if mention in items else None)
        aside = {"aside": True} if index in asides else {}
        entities += _meanings(mention, group | aside)
    for index, amount in enumerate(amounts):
        entities.append(_amount(amount, lines, index))
    for index, count in enumerate(counts):
        entity = _entity("count", count.value, count.start, count.end)
        entities.append(entity | _group(lines, "count", index))
    return entities


def _entity(type_: str, value: Any, start: int, end: int) -> Entity:
    return {"entity": type_, "value": value, "start": start, "end": end, "extractor": EXTRACTOR}


def _meanings(mention: Mention, more: Entity) -> Iterator[Entity]:
    for type_, id_ in mention.meanings:
        if type_ == "scheme":
            continue
        entity = _entity(type_, id_, mention.start, mention.end) | {"text": mention.text}
        yield entity | more if type_ == "expense" else entity


def _amount(amount: Amount, lines: Sequence[Line], index: int) -> Entity:
    value = None if amount.value is None else str(amount.value)
    entity = _entity("amount", value, amount.start, amount.end)
    entity |= {"kind": amount.kind, "text": amount.text, "currency": amount.currency}
    entity |= {
        name: str(bound)
        for name, bound in (("low", amount.low), ("high", amount.high))
        if bound is not None
    }
    for line in lines:
        if line.amount == index:
            entity |= {"per_unit": line.per_unit}
            if line.unknown_item:
                entity |= {"unknown_item": line.unknown_item}
    return entity | _group(lines, "amount", index)


def _group(lines: Sequence[Line], part: str, index: int | None) -> Entity:
    if index is None:
        return {}
    for number, line in enumerate(lines, 1):
        if getattr(line, part) == index:
            return {"group": str(number)}
    return {}
