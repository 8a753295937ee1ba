"""Which language somebody writes: `zh-HK`, `zh-CN`, `zh` for either, `en`, or None: who knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Optional

CHINESE, SCRIPTS = "zh", ("zh-HK", "zh-CN")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}|\b[AaI]\b")


def detect_language(text: str) -> str | None:
    """The language of one message; None leaves the conversation's as it is.

    `CHINESE` is of characters that both scripts have: it leaves the script of the conversation.
    """
    han = [character for character in text if _is_han(character)]
    if not han:
        return "en" if len(_LATIN_WORD.findall(text)) > 1 else None
    simplified = sum(_only_in(character, "gb2312", "big5hkscs") for character in han)
    traditional = sum(_only_in(character, "big5hkscs", "gb2312") for character in han)
    if simplified > traditional:
        return "zh-CN"
    if traditional:
        return "zh-HK"
    return CHINESE if len(han) >= len(_LATIN_WORD.findall(text)) else None


def language_of(text: str, before: Any) -> Any:
    """The language to answer a message in, when the conversation was in `before`."""
    said = detect_language(text)
    return in_script(said, [before] if before else []) or before


def in_script(said: Optional[str], before: Iterable[str]) -> Any:
    """`said`, with the script of the last Chinese of `before` when it says none of its own."""
    if said != CHINESE:
        return said
    return next((each for each in before if each in SCRIPTS), SCRIPTS[0])


@lru_cache(maxsize=20_000)
def _is_han(character: str) -> bool:
    return unicodedata.name(character, "").startswith("CJK UNIFIED")


@lru_cache(maxsize=40_000)
def _only_in(character: str, charset: str, other: str) -> bool:
    return _encodes(character, charset) and not _encodes(character, other)


def _encodes(character: str, charset: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
