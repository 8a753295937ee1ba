"""The intent of a message and of each clause in it, by kernel regression."""

from __future__ import annotations

from typing import Any, Dict, List

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack
from scipy.special import softmax

from bot.nlu.component import with_clauses
from bot.nlu.example_choice import instructive
from bot.nlu.kernel_regression import KernelRegression
from bot.nlu.sentence_vectors import sentence_vectors

SCOPE = "scope"
OUTSIDE = ("out_of_scope", "other_scheme")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class KernelIntentClassifier(GraphComponent, IntentClassifier):
    """Sets `intent`, `intent_ranking` (probabilities) and `scope`.

    `scope` is the best score of an intent that the advisor answers less the best of those
    that it does not: above 0 is inside, far below is outside.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {
            "gamma": 4.0,
            "weight": 5.0,
            "ridge": 0.7,
            "dimensions": 192,
            "sharpness": 10.0,
            "ranking_length": 10,
            "many": 4_000,
            "sure": 0.9,
            "kept": 0.4,
        }

    def __init__(
        self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._config, self._storage, self._resource = config, model_storage, resource
        self._model = self._new_model()

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GraphComponent:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        examples = [each for each in training_data.intent_examples if each.get(TEXT)]
        intents = [each.get(INTENT) for each in examples]
        sparse, dense = _features(examples)
        chosen = self._chosen(sparse, dense, intents)
        self._model.fit(sparse[chosen], dense[chosen], list(np.asarray(intents)[chosen]))
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def _new_model(self) -> KernelRegression:
        settings = ("gamma", "weight", "ridge", "dimensions")
        return KernelRegression(**{name: self._config[name] for name in settings})

    def _chosen(self, sparse: csr_matrix, dense: np.ndarray, intents: List[str]) -> np.ndarray:
        """Of many examples those that teach something."""
        if len(intents) < self._config["many"]:
            return np.ones(len(intents), dtype=bool)
        settings = {name: self._config[name] for name in ("sharpness", "sure", "kept")}
        return instructive(self._new_model, sparse, dense, intents, **settings)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> GraphComponent:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._model.read(folder)
        return component

    def process(self, messages: List[Message]) -> List[Message]:
        spoken = with_clauses(messages)
        if spoken:
            scores = self._model.scores(*_features(spoken))
            for message, row in zip(spoken, scores, strict=True):
                self._set(message, row)
        return messages

    def _set(self, message: Message, scores: np.ndarray) -> None:
        probabilities = softmax(scores.astype(float) * self._config["sharpness"])
        order = np.argsort(-probabilities)[: self._config["ranking_length"]]
        ranking = [
            {"name": str(self._model.intents[i]), "confidence": float(probabilities[i])}
            for i in order
        ]
        outside = np.isin(self._model.intents, OUTSIDE)
        scope = float(scores[~outside].max() - scores[outside].max(initial=0.0))
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
        message.set(SCOPE, round(scope, 4), add_to_output=True)


def _features(messages: List[Message]) -> tuple[csr_matrix, np.ndarray]:
    sparse = [message.get_sparse_features(TEXT)[1].features for message in messages]
    return vstack(sparse).tocsr(), sentence_vectors(messages)
