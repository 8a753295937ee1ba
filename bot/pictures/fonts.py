"""The typeface of the pictures, Noto Sans CJK, and what it can write."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex
from cvttf_NotoSansCJK_Regular import get_TTF_path
from PIL import ImageFont

_LOOKED_AT = 24
_SELECTORS = "".join(map(chr, range(0xFE00, 0xFE10)))
_NOT_A_CHARACTER = "\U0010ffff"
_WRITTEN_AS = str.maketrans({"✅": "✓", "✔": "✓", "☑": "✓", "❌": "×", "✖": "×", "✗": "×"})


@lru_cache(maxsize=32)
def font(size: int) -> ImageFont.FreeTypeFont:
    """The typeface in a size in pixels."""
    return ImageFont.truetype(get_TTF_path(), size)


def width_of(text: str, size: int) -> float:
    """How wide a text in one line is, in pixels."""
    return font(size).getlength(text)


def writable(text: str) -> str:
    """The text without what the typeface has no glyph for, such as emoji; on one line."""
    clusters = regex.findall(r"\X", text.translate(_WRITTEN_AS))
    return " ".join("".join(map(_without_boxes, clusters)).split())


def _without_boxes(cluster: str) -> str:
    """What one sees as a character; nothing if there is no glyph for what it is built on."""
    if cluster.isspace():
        return " "
    base, marks = cluster[0], cluster[1:]
    if not _is_in(base) or unicodedata.category(base).startswith("M"):
        return ""
    return base + "".join(mark for mark in marks if _is_in(mark))


@lru_cache(maxsize=8192)
def _is_in(character: str) -> bool:
    """Whether there is a glyph: FreeType draws the same box for every character without one."""
    unseen = unicodedata.category(character).startswith("C") or character in _SELECTORS
    return not unseen and _drawn(character) != _drawn(_NOT_A_CHARACTER)


def _drawn(character: str) -> tuple[tuple[int, int], bytes]:
    mask = _unshaped().getmask(character)
    return mask.size, bytes(mask)


@lru_cache(maxsize=1)
def _unshaped() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(get_TTF_path(), _LOOKED_AT, layout_engine=ImageFont.Layout.BASIC)
