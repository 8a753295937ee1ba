"""Reads amounts of money and counts out of a message."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.component import MessageReader
from bot.nlu.counts_text import find_counts
from bot.nlu.money_text import find_amounts
from bot.nlu.normaliser import READING

AMOUNTS = "amounts"
COUNTS = "counts"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class MoneyReader(MessageReader):
    """Sets `amounts` and `counts`, as found by the grammars of Hong Kong money."""

    def read(self, message: Message) -> None:
        message.set(AMOUNTS, find_amounts(message.get(READING)))
        message.set(COUNTS, find_counts(message.get(READING)))
