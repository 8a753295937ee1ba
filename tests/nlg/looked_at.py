"""A card read aloud: its strings, the amounts in them, and the pieces of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NUMBER = r"\d{1,3}(?:,\d{3})*(?:\.\d+)?"
AMOUNT = re.compile(rf"HK\${_NUMBER}(?: million| billion)?|{_NUMBER}[億亿萬万]?港元")
CODES = {"kind", "state", "role"}
"""Keys whose values are for the program that draws the card."""

HEADINGS = {"title", "label", "columns"}
"""Keys whose values say what stands under them, where a text may need no word for it."""

_MARKS = re.compile(r"[✅❌⚠️🔀❓•◢🔧💰🧮📄⚖🆕🟢🔴🟡\u3000]")
_BETWEEN = re.compile(r"(?<!\d),|,(?!\d)|[：；。、，（）();\n→=＋+「」“”]|[:.](?=\s|$)")


def strings(card: Any, without: frozenset[str] | set[str] = frozenset(CODES)) -> Iterator[str]:
    """Every string of a card that a reader sees, but for those under the keys `without`."""
    if isinstance(card, str):
        yield card
    elif isinstance(card, list):
        for each in card:
            yield from strings(each, without)
    elif isinstance(card, dict):
        for key, value in card.items():
            if key not in without or (key in HEADINGS and isinstance(value, list) and _rich(value)):
                yield from strings(value, without)


def _rich(value: list[Any]) -> bool:
    return any(isinstance(each, dict) for each in value)


def amounts(text: str) -> set[str]:
    return set(AMOUNT.findall(text))


def pieces(text: str) -> set[str]:
    """What stands between the punctuation and the marks of a text."""
    parts = _BETWEEN.split(_MARKS.sub(" ", text))
    return {part.strip() for part in parts if part.strip()}


def aloud(card: dict[str, Any]) -> str:
    return "\n".join(strings(card))
