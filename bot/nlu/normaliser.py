"""First reader of the pipeline: what of a message is read, and its clauses."""

from __future__ import annotations

import re
from typing import List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.clauses import split_clauses
from bot.nlu.component import CLAUSES, MessageReader

READING = "reading"
READING_LIMIT = 4_000
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class MessageNormaliser(MessageReader):
    """Sets `reading` (the part of the text that is read) and, when talking, `clauses`."""

    def read(self, message: Message) -> None:
        message.set(READING, readable(message.get(TEXT)))

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            if message.get(TEXT):
                text = readable(message.get(TEXT))
                message.set(CLAUSES, [Message({TEXT: part}) for part in split_clauses(text)])
        return super().process(messages)


def readable(text: str) -> str:
    """The part of `text` that is read, with markup as spaces, each character in its place."""
    return _MARKUP.sub(lambda tag: " " * len(tag.group()), text[:READING_LIMIT])
