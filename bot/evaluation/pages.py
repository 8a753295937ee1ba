"""Puts the report together: docs/nlu-report.md, figures as they are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.evaluation import pages_intents as intents
from bot.evaluation import pages_things as things
from bot.evaluation.figures import scopes
from bot.evaluation.intents import confusions
from bot.evaluation.pages_intents import LABELS, Both
from bot.evaluation.plots import draw_confusions, draw_curves
from bot.evaluation.scope import Cut, curve
from bot.evaluation.sets import HELDOUT
from bot.evaluation.speed import Speed
from bot.evaluation.tables import section, table

_HEAD = """\
# How well messages are understood

Written by `make nlu-report`; do not edit. The trained model read the sets of `tests/nlu/heldout` \
and `tests/nlu/development`, of which no text longer than four characters is trained on. Settings \
were chosen on the development sets; the held-out sets are judged only. How they were written and \
labelled, and what the figures do not tell, stands in `tests/nlu/heldout/README.md`. Each message \
is read alone, without a conversation before it.

An intent under `also` of a message counts as wanted, too. The same figures as numbers: \
[nlu-report.json](nlu-report.json); the floors that a test holds them to: \
`bot/evaluation/floors.yml`.
"""
_CURVES = "scope.svg"


def report(both: Both, found: Speed, folder: str) -> str:
    """The whole report; the drawings are in `folder` beside it."""
    confused = {name: f"{folder}/{_heat_map(name)}" for name in both}
    parts = [
        _HEAD,
        _sizes(both),
        intents.in_scope(both),
        intents.weakest(both),
        intents.out_of_scope(both),
        intents.scope(both, f"{folder}/{_CURVES}"),
        intents.corpus(both),
        things.several(both),
        things.follow_ups(both),
        things.expenses(both),
        things.amounts(both),
        things.lines(both),
        intents.confused(both, confused),
        things.speed(found),
    ]
    return "\n".join(part for part in parts if part)


def draw(both: Both, folder: Path) -> None:
    """Write the drawings that the report shows."""
    draw_curves(_curves(both), folder / _CURVES)
    for name, measured in both.items():
        pairs = confusions([*measured.inside, *measured.outside])
        draw_confusions(pairs, folder / _heat_map(name))


def _heat_map(name: str) -> str:
    return f"confusions-{LABELS[name]}.svg"


def _curves(both: Both) -> Mapping[str, list[Cut]]:
    found = {LABELS[name]: curve(*scopes(measured)) for name, measured in both.items()}
    inside, _ = scopes(both[HELDOUT])
    if both[HELDOUT].speech_scopes:
        found["held-out against HKCanCor"] = curve(inside, both[HELDOUT].speech_scopes)
    return found


def _sizes(both: Both) -> str:
    names = list(dict.fromkeys(name for each in both.values() for name in each.sizes))
    rows = [(name, *(each.sizes.get(name, 0) for each in both.values())) for name in names]
    head = ("file", *(LABELS[name] for name in both))
    return section("Items", table(head, rows))
