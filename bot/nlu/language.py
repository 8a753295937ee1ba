"""Which language somebody writes: `zh-HK`, `zh-CN`, `en`, or None when one cannot tell."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}|\b[AaI]\b")


def detect_language(text: str) -> str | None:
    """The language of one message; None leaves the conversation's as it is."""
    han = [character for character in text if _is_han(character)]
    if not han:
        return "en" if len(_LATIN_WORD.findall(text)) > 1 else None
    simplified = sum(_only_in(character, "gb2312", "big5hkscs") for character in han)
    traditional = sum(_only_in(character, "big5hkscs", "gb2312") for character in han)
    if simplified > traditional:
        return "zh-CN"
    return "zh-HK" if traditional else None


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
