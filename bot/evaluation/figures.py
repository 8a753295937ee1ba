"""The headline figures by name, for continuous integration: the more the better, all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bot.evaluation.intents import Judged, macro_f1, recalls
from bot.evaluation.measure import Measured
from bot.evaluation.scope import KEPT, area, cut_keeping
from bot.evaluation.sets import REGISTERS
from bot.evaluation.shares import Share

_DIGITS = 4


def figures(measured: Measured) -> dict[str, float]:
    """Name and value, between 0 and 1, of each figure that has a floor in floors.yml."""
    named = [
        *_in_scope(measured.inside),
        *_out_of_scope(measured),
        *_scope(measured),
        *_messages(measured),
        *_things(measured),
    ]
    return {name: round(value, _DIGITS) for name, value in sorted(named)}


def details(measured: Measured) -> dict[str, Any]:
    """Figures that have no floor of their own: numbers of items, each kind, each intent."""
    return {
        "items": dict(sorted(measured.sizes.items())),
        "out_of_scope_declined": {
            kind: _round(Share.of(each.declined for each in found))
            for kind, found in sorted(by_kind(measured.outside).items())
        },
        "recall": {
            row.intent: {
                "messages": row.answered.all,
                "strict": _round(row.strict),
                "answered": _round(row.answered),
            }
            for row in sorted(recalls(measured.inside), key=lambda row: row.intent)
        },
        "amounts": {kind: _round(found) for kind, found in sorted(measured.amounts.kinds.items())},
    }


def by_kind(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    """Messages out of scope by the intent that is wanted and their kind."""
    groups: dict[str, list[Judged]] = {}
    for each in judged:
        groups.setdefault(f"{each.wanted}/{each.kind}", []).append(each)
    return groups


def _in_scope(judged: tuple[Judged, ...]) -> Iterator[tuple[str, float]]:
    yield "in_scope.strict", Share.of(each.strict for each in judged).value
    yield "in_scope.macro_f1", macro_f1(judged)
    yield "in_scope.not_declined", Share.of(not each.declined for each in judged).value
    yield "in_scope.one_answer", Share.of(not each.second for each in judged).value
    yield "in_scope.lowest_intent", min((row.answered.value for row in recalls(judged)), default=0)
    for name in ("", *REGISTERS):
        found = [each for each in judged if name in ("", each.register)]
        label = f"in_scope.answered.{name}" if name else "in_scope.answered"
        yield label, Share.of(each.answered for each in found).value


def _out_of_scope(measured: Measured) -> Iterator[tuple[str, float]]:
    yield "out_of_scope.declined", Share.of(each.declined for each in measured.outside).value
    if measured.speech:
        yield "hkcancor.not_answered", 1 - measured.speech.answered.value


def _scope(measured: Measured) -> Iterator[tuple[str, float]]:
    for kept in KEPT:
        yield f"scope.found_keeping_{kept * 100:.0f}", cut_keeping(kept, *scopes(measured)).found
    yield "scope.area", area(*scopes(measured))


def scopes(measured: Measured) -> tuple[list[float], list[float]]:
    """The scope scores of messages in scope and out of scope."""
    inside, outside = measured.inside, measured.outside
    return [each.scope for each in inside], [each.scope for each in outside]


def found_by(threshold: float, scores: Iterable[float]) -> Share:
    """How many scores are below a threshold."""
    return Share.of(score < threshold for score in scores)


def _messages(measured: Measured) -> Iterator[tuple[str, float]]:
    several = [found for _, found in measured.several]
    yield "several.every_question", Share.of(found.hits == found.all for found in several).value
    yield "several.questions", total(several).value
    yield "follow_ups.strict", Share.of(each.strict for each in measured.follow_ups).value
    yield "follow_ups.answered", Share.of(each.answered for each in measured.follow_ups).value


def _things(measured: Measured) -> Iterator[tuple[str, float]]:
    yield "expenses.exact", Share.of(each.exact for each in measured.expenses).value
    yield "expenses.covered", Share.of(each.covered for each in measured.expenses).value
    yield "amounts.texts", measured.amounts.texts.value
    lines = [line for each in measured.lines for line in each.lines]
    yield "lines.paired", Share.of(paired for paired, _ in lines).value
    yield "lines.whole", Share.of(whole for _, whole in lines).value
    yield "budgets.paired", Share.of(each.paired for each in measured.lines).value
    yield "budgets.whole", Share.of(each.whole for each in measured.lines).value


def total(shares: Iterable[Share]) -> Share:
    """Hits and numbers added up."""
    found = list(shares)
    return Share(sum(each.hits for each in found), sum(each.all for each in found))


def _round(share: Share) -> float:
    return round(share.value, _DIGITS)
