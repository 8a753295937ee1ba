"""One text made ready for the readers of amounts, of counts and of budgets, once for all three."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bot.nlu.money_chars import normalise
from bot.nlu.money_lexer import Token, tokenise
from bot.nlu.money_number import NumberReader
from bot.nlu.not_money import blank_out


class Plain(NamedTuple):
    """The text in one alphabet, at the same length, with its tokens and their reader."""

    text: str
    tokens: list[Token]
    numbers: NumberReader


@lru_cache(maxsize=1)  # the readers of a message follow each other
def plain(text: str) -> Plain:
    """The text as the grammar of money has it; offsets are those of `text`."""
    written = blank_out(normalise(text))
    tokens = tokenise(written)
    return Plain(written, tokens, NumberReader(written, tokens))
