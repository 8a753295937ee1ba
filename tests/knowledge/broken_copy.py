"""A copy of the knowledge base in which a test breaks one thing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.knowledge import load
from bot.knowledge.checks import problems
from bot.knowledge.loader import DEFAULT_ROOT

FACTS, UPDATES = "schemes/rfs/facts.yml", "schemes/rfs/updates.yml"
EXPENSES, WORDS = "schemes/rfs/expenses.yml", "schemes/rfs/general_words.yml"
PARAMETERS, ELIGIBILITY = "schemes/rfs/parameters.yml", "schemes/rfs/eligibility.yml"
SILENT, SERVICES = "schemes/rfs/not_covered.yml", "services/catalogue.yml"
SHARED, SOURCES = "vocabulary/shared_aliases.yml", "sources.yml"
Entries = list[dict[str, Any]]


class Copy:
    """A copy of the knowledge base that a test may break."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(DEFAULT_ROOT, root)

    def edit(self, file: str, change: Callable[[Entries], Any]) -> None:
        yaml = YAML(typ="safe")
        yaml.sort_base_mapping_type_on_output = False  # the order of dates is checked
        entries = yaml.load((self.root / file).read_text(encoding="utf-8"))
        change(entries)
        with (self.root / file).open("w", encoding="utf-8") as stream:
            yaml.dump(entries, stream)

    def set(self, file: str, entry: str, **keys: Any) -> None:
        self.edit(file, lambda entries: of(entries, entry).update(keys))

    def has_problem(self, *words: str) -> bool:
        """Whether one problem of the copy has all the words."""
        lines = [str(problem) for problem in problems(load(self.root))]
        return any(all(word in line for word in words) for line in lines)


def of(entries: Entries, entry: str) -> dict[str, Any]:
    return next(each for each in entries if each["id"] == entry)
