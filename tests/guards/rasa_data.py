"""The training data as plain data: examples, rules and responses by file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.settings import ROOT
from tests.guards.files import is_under, python_files, text_of

RASAS_KEY = "utter_action"
"""Where Rasa keeps the name of a response in a message: no response itself."""

_RESPONSE = re.compile(r"utter_\w*[a-z]")


@lru_cache(maxsize=64)
def read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def stems(layer: str) -> set[str]:
    """The file stems of `data/<layer>`."""
    return {path.stem for path in (ROOT / "data" / layer).glob("*.yml")}


def examples() -> Iterator[tuple[str, str, str]]:
    """File stem, intent and text of each written example."""
    for path in sorted((ROOT / "data" / "nlu").rglob("*.yml")):
        for block in read(path)["nlu"]:
            for line in block.get("examples", "").splitlines():
                text = line.strip().removeprefix("-").strip()
                if text:
                    yield path.stem, block.get("intent", ""), text


def steps() -> Iterator[dict[str, Any]]:
    """Each step of each rule, those of an `or` one by one."""
    for path in sorted((ROOT / "data" / "rules").glob("*.yml")):
        for rule in read(path)["rules"]:
            for step in rule["steps"]:
                yield from step.get("or", [step])


def responses() -> dict[str, list[dict[str, Any]]]:
    """Every response with its variations."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((ROOT / "data" / "responses").glob("*.yml")):
        found |= read(path)["responses"]
    return found


def responses_in_code() -> set[str]:
    """The names of responses that stand in the code, whole."""
    constants = (
        node.value
        for path in python_files()
        if is_under(path, ("actions", "bot"))
        for node in ast.walk(ast.parse(text_of(path)))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {name for name in constants if _RESPONSE.fullmatch(name)} - {RASAS_KEY}
