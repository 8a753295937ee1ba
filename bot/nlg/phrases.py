"""The words that the text of an answer and its card share, and one answer in the making."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.nlg.templates import fill
from bot.nlg.words import Words

_FILE = Path(__file__).with_name("phrases.yml")


@lru_cache(maxsize=1)
def _phrases() -> dict[str, dict[str, Any]]:
    read: dict[str, dict[str, Any]] = YAML(typ="safe").load(_FILE.read_text(encoding="utf-8"))
    return read


class Answer:
    """What one answer is made from: the data of the action, the knowledge base, the phrases.

    Templates see the data by name, `kb` (the `words`) and `phrase`.
    """

    def __init__(self, words: Words, data: dict[str, Any]) -> None:
        self.words = words
        self.data = data
        self._context = {"kb": words, "phrase": self.phrase, **data}

    def fill(self, template: str, /, **more: Any) -> str:
        """A template in the terms of this answer; `more` are further names for it."""
        return fill(template, {**self._context, **more})

    def phrase(self, name: str, /, **more: Any) -> str:
        """The phrase `section.name` of phrases.yml in the language of the answer."""
        section, key = name.split(".")
        found = _phrases()[section][key]
        template = found if isinstance(found, str) else found[self.words.language]
        return self.fill(template, **more)
