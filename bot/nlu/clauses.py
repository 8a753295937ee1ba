"""Cuts a message into the clauses that may each ask something of their own."""

from __future__ import annotations

import re

_BREAK = re.compile(
    r"[，,。；;？?！!\n]+|\s+-\s+|(?:同埋|另外|仲有|還有|还有|以及|順便|顺便|跟住|再問|再问|然後|然后)"
    r"|\b(?:and also|also|and|plus|as well as|then)\b",
    re.IGNORECASE,
)
_JOIN = re.compile(r"[同和及、/&]|\b(?:and|or)\b", re.IGNORECASE)
_MOST = 8


def split_clauses(text: str) -> list[str]:
    """The clauses of `text` in order, empty when there is only one."""
    clauses = [part.strip() for part in _BREAK.split(text) if len(part.strip()) > 1]
    return clauses[:_MOST] if len(clauses) > 1 else []


def split_joined(text: str) -> tuple[str, str] | None:
    """`text` cut at its only joining word (「上限同期限」), or None."""
    cuts = list(_JOIN.finditer(text))
    if len(cuts) != 1:
        return None
    before, after = text[: cuts[0].start()].strip(), text[cuts[0].end() :].strip()
    return (before, after) if len(before) > 1 and len(after) > 1 else None
