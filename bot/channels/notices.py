"""What the system says by itself, from `notices.yml`, in a visitor's language."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from opencc import OpenCC
from ruamel.yaml import YAML

from bot.conversations.model import Language, Reply
from bot.nlg.templates import fill

_FILE = Path(__file__).with_name("notices.yml")


def notice(name: str, language: Language | None, **values: str) -> Reply:
    """The notice `name`, filled with `values`, as a message of the system."""
    language = language or "zh-HK"
    written = _notices()[name]["en" if language == "en" else "zh"]
    text = fill(written, values)
    if language == "zh-CN":
        text = _simplified().convert(text)
    return Reply(text, language, speaker="system")


@lru_cache(maxsize=1)
def _notices() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = YAML(typ="safe").load(_FILE.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def _simplified() -> OpenCC:
    return OpenCC("hk2s")
