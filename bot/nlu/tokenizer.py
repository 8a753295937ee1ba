"""jieba's words, with the knowledge base's terms in its dictionary."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.component import with_clauses
from bot.nlu.folding import fold
from bot.nlu.matcher import open_matcher
from bot.nlu.normaliser import READING_LIMIT


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class KnowledgeJiebaTokenizer(Tokenizer):
    """Words of the folded text with their places in the original one; no blank tokens."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_"}

    def __init__(self, config: Dict[str, Any]) -> None:
        super().__init__(config)
        self._matcher = open_matcher()

    def tokenize(self, message: Message, attribute: str) -> List[Token]:
        folded = fold(message.get(attribute)[:READING_LIMIT])
        return [
            Token(word, folded.span(start, end)[0], folded.span(start, end)[1])
            for word, start, end in self._matcher.cut(folded.text)
        ]

    def process(self, messages: List[Message]) -> List[Message]:
        super().process(with_clauses(messages))
        return messages
