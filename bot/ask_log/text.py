"""What people typed, made fit to be shown: one line, without what identifies them."""

from __future__ import annotations

import re
import unicodedata

_DIGITS_KEPT = 2
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+(?=\s?[@＠]\s?[A-Za-z0-9-]+\.[A-Za-z])")
_DIGIT = r"[\d零〇一二三四五六七八九]"
_LONG_NUMBER = re.compile(rf"{_DIGIT}(?:[ .()（）\-–—]{{0,2}}{_DIGIT}){{7,}}")


def one_line(text: str) -> str:
    """`text` without line breaks and characters that steer a terminal or break YAML."""
    kept = (
        each if each.isprintable() else "" if unicodedata.category(each) == "Cf" else " "
        for each in text
    )
    return " ".join("".join(kept).split())


def masked(text: str) -> str:
    """`text` with the name in an e-mail address and all but the end of long numbers hidden.

    A number of eight digits or more may be a telephone number, whatever stands between
    its digits; that an amount written out in full is hidden too is the smaller harm.
    """
    return _LONG_NUMBER.sub(_hide, _EMAIL.sub("***", text))


def _hide(number: re.Match[str]) -> str:
    digits = [each for each in number.group() if re.match(_DIGIT, each)]
    return "*" * (len(digits) - _DIGITS_KEPT) + "".join(digits[-_DIGITS_KEPT:])
