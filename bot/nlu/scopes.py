"""How far the words around a mention can speak of it: its place in a list, its clause, its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right

_CLAUSE_END = r"(?<![0-9])[,]|,(?![0-9])|[，;；|\t\n。!！?？]|\.(?=\s|$)|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])"
_JOIN = (
    r"同埋|仲有|另外|還有|还有|以及|連埋|[、/&+及]|[和與与](?!其)|同(?!一|樣|样|時|时|事|銀行|银行)"
    r"|(?<![a-z])(?:and|plus|or|also|as\swell\sas)(?![a-z])"
)
_LIST = re.compile(rf"{_CLAUSE_END}|{_JOIN}", re.IGNORECASE)
_CLAUSE = re.compile(_CLAUSE_END)
_SENTENCE = re.compile(r"[\n。!！?？;；]|\.(?=\s|$)")
_LEVELS = (_LIST, _CLAUSE, _SENTENCE)

Scope = tuple[int, int]


class Scopes:
    """The scopes of one text, from the narrowest to the widest."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._breaks = [[found.span() for found in level.finditer(text)] for level in _LEVELS]
        self._starts = [[start for start, _ in breaks] for breaks in self._breaks]

    def around(self, start: int, end: int) -> tuple[Scope, ...]:
        """The place in a list, the clause and the sentence of text[start:end]."""
        return tuple(self._around(level, start, end) for level in range(len(_LEVELS)))

    def together(self, first_end: int, second_start: int) -> bool:
        """Whether nothing that separates the parts of a list stands between two places."""
        return not _LIST.search(self.text, first_end, second_start + 1)

    def _around(self, level: int, start: int, end: int) -> Scope:
        breaks, starts = self._breaks[level], self._starts[level]
        before = bisect_right(starts, start) - 1
        while before >= 0 and breaks[before][1] > start:
            before -= 1
        after = bisect_right(starts, end - 1)
        first = breaks[before][1] if before >= 0 else 0
        return first, starts[after] if after < len(starts) else len(self.text)
