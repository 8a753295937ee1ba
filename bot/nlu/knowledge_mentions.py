"""Reads the knowledge base's entries out of a message, with spaCy."""

from __future__ import annotations

from typing import Any, Dict

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.component import MessageReader
from bot.nlu.matcher import open_matcher
from bot.nlu.normaliser import READING

MENTIONS = "mentions"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class KnowledgeMentionReader(MessageReader):
    """Sets `mentions`: a tuple of `bot.nlu.matcher.Mention`.

    Reads the knowledge base when the model is loaded, so that a new alias is
    understood after a restart, without training.
    """

    def __init__(self, config: Dict[str, Any]) -> None:
        super().__init__(config)
        self.matcher = open_matcher()

    def read(self, message: Message) -> None:
        message.set(MENTIONS, self.matcher.find(message.get(READING)))
