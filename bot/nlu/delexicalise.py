"""Writes a message with one sign for each kind of thing it names.

「舖租可唔可以claim」 and 「啤機可唔可以claim」 become the same sentence, so that what
is learnt about one expense holds for all of them, also for those added later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.nlu.cantonese import feature_text
from bot.nlu.folding import fold
from bot.nlu.matcher import Mention

AMOUNT_SIGN = "\ue000"
_SCHEME_WORD = " 計劃 "
SIGNS = {
    "expense": "\ue001",
    "service": "\ue002",
    "technology": "\ue003",
    "product": "\ue004",
    "industry": "\ue005",
    "other_scheme": "\ue006",
}


class Span(Protocol):
    """A stretch of text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def delexicalise(text: str, mentions: Sequence[Mention], amounts: Sequence[Span]) -> str:
    """The feature text of `text` with amounts and mentions as signs; topics stay words."""
    places = [(span.start, span.end, AMOUNT_SIGN) for span in amounts]
    places += [(m.start, m.end, sign(m)) for m in mentions if sign(m)]
    places += [(m.start, m.end, _SCHEME_WORD) for m in mentions if m.of("scheme")]
    written, last = "", 0
    for start, end, mark in sorted(places):
        if start >= last:
            written += text[last:start] + mark
            last = end
    return feature_text(fold(written + text[last:]).text)


def sign(mention: Mention) -> str:
    """The sign of the first kind in `SIGNS` that the mention has; a topic has none."""
    if mention.of("topic"):
        return ""
    return next((mark for kind, mark in SIGNS.items() if mention.of(kind)), "")


def without_scheme_name(text: str, mentions: Sequence[Mention]) -> str:
    """`text` with the scheme's own names as one short word: they say nothing of what is asked."""
    for mention in reversed([each for each in mentions if each.of("scheme")]):
        text = f"{text[: mention.start]}{_SCHEME_WORD}{text[mention.end :]}"
    return text
