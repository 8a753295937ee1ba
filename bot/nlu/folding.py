"""One folded form of text for comparing: full/half width, case, Simplified, spaces.

The user's own text is never changed; `Folded.origin` leads each folded character
back to its place in it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from opencc import OpenCC

_TO_SIMPLIFIED = OpenCC("t2s")
_SPACES_KEPT_BETWEEN = "abcdefghijklmnopqrstuvwxyz0123456789"


@dataclass(frozen=True)
class Folded:
    """Folded text, and for each of its characters the index in the original text."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span in the original text of folded characters [start, end)."""
        return self.origin[start], self.origin[end - 1] + 1


@lru_cache(maxsize=50_000)
def fold_character(character: str) -> str:
    """NFKC, lower case and Simplified form of one character (0 or more characters)."""
    plain = unicodedata.normalize("NFKC", character).lower()
    if unicodedata.category(character) in ("Cf", "Mn"):
        return ""
    return str(_TO_SIMPLIFIED.convert(plain)) if plain > "\u2e80" else plain


@lru_cache(maxsize=64)
def fold(text: str) -> Folded:
    """Fold `text`; spaces stay only between two Latin letters or digits, single."""
    characters: list[str] = []
    origin: list[int] = []
    space: int | None = None
    for index, character in enumerate(text):
        folded = fold_character(character)
        if not folded.strip():
            space = index if space is None else space
            continue
        if space is not None and characters and _keeps_space(characters[-1], folded[0]):
            characters.append(" ")
            origin.append(space)
        space = None
        characters.extend(folded)
        origin.extend([index] * len(folded))
    return Folded("".join(characters), tuple(origin))


def _keeps_space(before: str, after: str) -> bool:
    return before in _SPACES_KEPT_BETWEEN and after in _SPACES_KEPT_BETWEEN
