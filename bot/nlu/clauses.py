"""Cuts a message into the clauses that may each ask something of their own."""

from __future__ import annotations

import re

_BREAK = re.compile(
    r"[，,。；;？?！!\n]+|\s+-\s+|(?:同埋|另外|仲有|還有|还有|以及|順便|顺便|跟住|再問|再问|然後|然后)"
    r"|\b(?:and also|also|and|plus|as well as|then)\b",
    re.IGNORECASE,
)
_SPACE = re.compile(r"(?<=[\u3400-\u9fff]{3})\s+(?=\S{3})")
_JOIN = re.compile(r"[同和及、/&]|\b(?:and|or)\b", re.IGNORECASE)
_MOST = 8


def split_clauses(text: str) -> list[str]:
    """The clauses of `text` in order, empty when there is only one.

    A space between Han words stands for a comma; where there is neither, the only joining
    word cuts (「上限同期限」).
    """
    breaks = [part for stretch in _BREAK.split(text) for part in _SPACE.split(stretch)]
    clauses = [part.strip() for part in breaks if len(part.strip()) > 1]
    return clauses[:_MOST] if len(clauses) > 1 else _split_joined(text)


def _split_joined(text: str) -> list[str]:
    cuts = list(_JOIN.finditer(text))
    if len(cuts) != 1:
        return []
    parts = [text[: cuts[0].start()].strip(), text[cuts[0].end() :].strip()]
    return parts if min(map(len, parts)) > 1 else []
