"""What the compared classifiers learn from and are tested on, read from the YAML files."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.evaluation.sets import read_yaml, written_examples
from bot.nlu.folding import fold
from bot.settings import ROOT

SEED = 20
WRITTEN = ROOT / "data" / "nlu"
HELDOUT = ROOT / "tests" / "nlu" / "heldout"
DEVELOPMENT = ROOT / "tests" / "nlu" / "development"


@dataclass(frozen=True)
class Example:
    """A text to learn from and its intent."""

    text: str
    intent: str


@dataclass(frozen=True)
class Item:
    """A text to be tested on; each of `right` is an answer as good as `wanted`."""

    text: str
    wanted: str
    right: tuple[str, ...]
    register: str


def read_items(path: Path) -> list[Item]:
    """The items of a file of tests."""
    return [
        Item(
            text=str(each["text"]),
            wanted=each["intent"],
            right=(each["intent"], *each.get("also", ())),
            register=each["register"],
        )
        for each in read_yaml(path)
    ]


def read_examples(tested: Iterable[Item] = (), folder: Path = WRITTEN) -> list[Example]:
    """The written examples in the order of the files, each folded text once.

    What stands in `tested` as well is left out: short phrases that two pens wrote.
    """
    known = {fold(item.text).text for item in tested}
    found = []
    for text, intent in written_examples(folder):
        folded = fold(text).text
        if folded not in known:
            known.add(folded)
            found.append(Example(text, intent))
    return found


def draw(examples: Sequence[Example], per_intent: int, seed: int = SEED) -> list[Example]:
    """`per_intent` examples of each intent, or all that it has; a smaller draw is part of a larger.

    What is drawn for one intent does not depend on the examples of the others.
    """
    drawn: list[Example] = []
    for intent, own in _by_intent(examples):
        drawn += [own[place] for place in _shuffled(intent, len(own), seed)[:per_intent]]
    return drawn


def draw_share(examples: Sequence[Example], share: float, seed: int = SEED) -> list[Example]:
    """The same share of the examples of each intent, at least one."""
    drawn: list[Example] = []
    for intent, own in _by_intent(examples):
        count = max(1, round(len(own) * share))
        drawn += [own[place] for place in _shuffled(intent, len(own), seed)[:count]]
    return drawn


def _by_intent(examples: Iterable[Example]) -> list[tuple[str, list[Example]]]:
    found: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        found[example.intent].append(example)
    return sorted(found.items())


def _shuffled(intent: str, count: int, seed: int) -> Sequence[int]:
    random = np.random.default_rng([seed, zlib.crc32(intent.encode())])
    return [int(place) for place in random.permutation(count)]
