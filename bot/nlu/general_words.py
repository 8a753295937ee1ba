"""Which side of a general word is meant, told by the words around it."""

from __future__ import annotations

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import GeneralWord
from bot.nlu.folding import fold


def meant(base: KnowledgeBase, expense: str, text: str) -> str:
    """The expense that `expense` stands for in `text`; itself when the text does not tell."""
    word = base.expenses.get(expense)
    if not isinstance(word, GeneralWord):
        return expense
    said = fold(text).text
    told = [
        case.expense
        for case in word.cases
        if case.expense and any(fold(alias).text in said for alias in case.aliases)
    ]
    return told[0] if len(set(told)) == 1 else expense
