"""Sparse sentence features: n-grams of characters and of jieba's words, TF-IDF weighted."""

from __future__ import annotations

import json
from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.cantonese import feature_text
from bot.nlu.component import with_clauses
from bot.nlu.delexicalise import delexicalise, without_scheme_name
from bot.nlu.folding import fold
from bot.nlu.knowledge_mentions import MENTIONS
from bot.nlu.money_reader import AMOUNTS
from bot.nlu.ngrams import View, side_by_side
from bot.nlu.normaliser import READING

_FILE = "vectorizers.json"


def views(message: Message) -> tuple[str, str, str]:
    """Three ways to see a message: its characters, with signs for things, its words."""
    text = message.get(READING)
    mentions = message.get(MENTIONS)
    delexicalised = delexicalise(text, mentions, message.get(AMOUNTS))
    plain = without_scheme_name(text, mentions)
    words = " ".join(token.text.replace(" ", "_") for token in message.get(TOKENS_NAMES[TEXT]))
    return feature_text(fold(plain).text), delexicalised, words


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TextFeaturizer(SparseFeaturizer, GraphComponent):
    """One row per message; each view has unit length times its configured weight."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {
            **SparseFeaturizer.get_default_config(),
            "characters": 4,
            "words": 2,
            "weights": [0.85, 1.2, 0.7],
            "min_df": 2,
        }

    def __init__(
        self, config: Dict[str, Any], name: str, storage: ModelStorage, resource: Resource
    ) -> None:
        super().__init__(name, config)
        self._storage, self._resource = storage, resource
        shared = {"min_df": config["min_df"]}
        by_character = {"analyzer": "char", "ngram_range": (1, config["characters"])}
        by_word = {"token_pattern": r"\S+", "ngram_range": (1, config["words"])}
        characters, delexicalised, words = config["weights"]
        self._views = [
            View(characters, sublinear_tf=True, **shared, **by_character),
            View(delexicalised, sublinear_tf=True, **shared, **by_character),
            View(words, **shared, **by_word),
        ]

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Rasa asks for this; every setting has a default that works."""

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GraphComponent:
        return cls(config, execution_context.node_name, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        seen = [views(message) for message in with_clauses(training_data.intent_examples)]
        for view, texts in zip(self._views, zip(*seen, strict=True), strict=True):
            view.fit(texts)
        with self._storage.write_to(self._resource) as folder:
            learnt = [view.state() for view in self._views]
            (folder / _FILE).write_text(json.dumps(learnt, ensure_ascii=False), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> GraphComponent:
        component = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            learnt = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        for view, state in zip(component._views, learnt, strict=True):
            view.set_state(state)
        return component

    def process(self, messages: List[Message]) -> List[Message]:
        self._featurize(with_clauses(messages))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self._featurize(with_clauses(training_data.training_examples))
        return training_data

    def _featurize(self, messages: List[Message]) -> None:
        for message in messages:
            row = side_by_side(self._views, views(message))
            self.add_features_to_message(None, row, TEXT, message)
