"""One method learns from some examples and is tested: the figures of one row."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from bot.evaluation.comparison.data import HELDOUT, Example, Item, read_items
from bot.evaluation.comparison.scoring import Reading, accuracy, macro_f1, outside_recall

KEPT = (0.95, 0.98)
SCORES = ("inside", "scope")
METHODS = {
    "ours": "ours.Ours",
    "stock": "stock.Stock",
    "characters": "linear.CharacterNgrams",
    "vectors": "linear.SentenceVectors",
}
TITLES = {
    "ours": "this project",
    "stock": "stock Rasa, DIET",
    "characters": "character n-grams",
    "vectors": "sentence vectors",
}


@dataclass(frozen=True)
class Asked:
    """What every method is tested on."""

    inside: tuple[Item, ...]
    outside: tuple[Item, ...]

    @classmethod
    def held_out(cls) -> Asked:
        """The held-out sets."""
        names = ("in_scope.yml", "out_of_scope.yml")
        return cls(*(tuple(read_items(HELDOUT / name)) for name in names))

    @property
    def items(self) -> tuple[Item, ...]:
        return self.inside + self.outside


@dataclass(frozen=True)
class Order:
    """A method, how many examples of each intent it learns from, these, and the tests."""

    method: str
    size: str
    examples: tuple[Example, ...]
    asked: Asked


@dataclass(frozen=True)
class Figures:
    """What one run found; recalls by `recall_name`, `load` as the machine says it at the end."""

    method: str
    size: str
    examples: int
    accuracy: float
    macro_f1: float
    recalls: dict[str, float]
    training_seconds: float
    reading_seconds: float
    load: float
    note: str


def recall_name(score: str, kept: float) -> str:
    """What the recall by a score with a share of the in-scope kept is called."""
    return f"{score} {kept}"


def recalls_of(inside: Sequence[Reading], outside: Sequence[Reading]) -> dict[str, float]:
    """The share of `outside` found, by each score and with each share of the in-scope kept."""
    found: dict[str, float] = {}
    for score in SCORES:
        ours, others = ([getattr(each, score) for each in part] for part in (inside, outside))
        found |= {recall_name(score, kept): outside_recall(ours, others, kept) for kept in KEPT}
    return found


def run(order: Order) -> Figures:
    """Train the method and test it."""
    module, kind = METHODS[order.method].split(".")
    method = getattr(import_module(f"bot.evaluation.comparison.{module}"), kind)()
    started = time.monotonic()
    method.fit(order.examples)
    trained = time.monotonic()
    readings = method.read([item.text for item in order.asked.items])
    ended = time.monotonic()
    count = len(order.asked.inside)
    answers = [reading.intent for reading in readings[:count]]
    return Figures(
        method=order.method,
        size=order.size,
        examples=len(order.examples),
        accuracy=accuracy(order.asked.inside, answers),
        macro_f1=macro_f1(order.asked.inside, answers),
        recalls=recalls_of(readings[:count], readings[count:]),
        training_seconds=trained - started,
        reading_seconds=ended - trained,
        load=os.getloadavg()[1],
        note=method.note,
    )
