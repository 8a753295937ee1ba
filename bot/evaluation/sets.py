"""The evaluation sets as they stand in their files, and which texts are trained on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.importers.examples import alias_examples
from bot.knowledge.base import open_base
from bot.nlu.folding import fold
from bot.settings import ROOT

Item = Mapping[str, Any]
Sets = Mapping[str, Sequence[Item]]
Reading = Mapping[str, Any]
Readings = Mapping[str, Reading]
"""What the model read, by message."""

HELDOUT, DEVELOPMENT = "heldout", "development"
FOLDERS = (HELDOUT, DEVELOPMENT)
"""Judged only, and those that settings were chosen on."""

REGISTERS = ("cantonese", "written", "simplified", "english", "mixed")


def read_sets(folder: str, root: Path = ROOT) -> dict[str, list[Item]]:
    """The items of each set of `folder` by the stem of its file."""
    files = sorted((root / "tests" / "nlu" / folder).glob("*.yml"))
    return {path.stem: read_yaml(path) for path in files}


def texts_to_read(sets: Sets) -> list[str]:
    """Each message once; of a conversation only the last one."""
    messages = (message_of(item) for items in sets.values() for item in items)
    return list(dict.fromkeys(messages))


def message_of(item: Item) -> str:
    """The message of an item that is judged."""
    return str(item["turns"][-1] if "turns" in item else item["text"])


def trained_texts() -> frozenset[str]:
    """The folded text of every example that the model is trained on."""
    examples = chain(written_examples(), alias_examples(open_base()))
    return frozenset(fold(text).text for text, _ in examples)


def written_examples(folder: Path = ROOT / "data" / "nlu") -> Iterator[tuple[str, str]]:
    """Text and intent of each written example, in the order of the files."""
    for path in sorted(folder.rglob("*.yml")):
        for block in read_yaml(path)["nlu"]:
            for line in block.get("examples", "").splitlines():
                text = line.strip().removeprefix("-").strip()
                if text and "intent" in block:
                    yield text, block["intent"]


def read_yaml(path: Path) -> Any:
    """What a file of training data or of tests holds."""
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))
