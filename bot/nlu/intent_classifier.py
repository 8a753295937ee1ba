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
from scipy.sparse import csr_matrix
from scipy.special import softmax

from bot.nlu.component import CLAUSES
from bot.nlu.example_choice import instructive
from bot.nlu.kernel_regression import KernelRegression
from bot.nlu.normaliser import READING
from bot.nlu.sentence_vectors import encode, sentence_vectors

SCOPE = "scope"
OUTSIDE = ("out_of_scope", "other_scheme")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class KernelIntentClassifier(GraphComponent, IntentClassifier):
    """Sets `intent`, `intent_ranking` (probabilities) and `scope`.

    An example of up to `short` characters is always learnt: it is a key word said alone.
    `scope` is the best score of an intent that the advisor answers less the best of those
    that it does not: above 0 is inside, far below is outside. A message with a probability
    above `certain` loses its `clauses`: what they ask is asked by the whole.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {
            "gamma": 4.0,
            "weight": 5.0,
            "ridge": 0.7,
            "dimensions": 96,
            "sharpness": 10.0,
            "ranking_length": 10,
            "many": 4_000,
            "sure": 0.9,
            "kept": 0.4,
            "short": 8,
            "certain": 0.997,
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
        sparse, dense = _sparse_rows(examples), sentence_vectors(examples)
        plain = np.array([len(each.get(TEXT)) <= self._config["short"] for each in examples])
        chosen = plain | self._chosen(sparse, dense, intents)
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
        spoken = [message for message in messages if message.get(TEXT)]
        if spoken:
            self._classify(spoken, sentence_vectors(spoken))
        for message in spoken:
            self._classify_clauses(message)
        return messages

    def _classify_clauses(self, message: Message) -> None:
        """Read the clauses, or leave them out of a message that is certain as a whole."""
        certain = message.get(INTENT)["confidence"] > self._config["certain"]
        clauses = [] if certain else message.get(CLAUSES, [])
        message.set(CLAUSES, clauses)
        if clauses:
            self._classify(clauses, encode([clause.get(READING) for clause in clauses]))

    def _classify(self, messages: List[Message], vectors: np.ndarray) -> None:
        scores = self._model.scores(_sparse_rows(messages), vectors)
        outside = np.isin(self._model.intents, OUTSIDE)
        scopes = scores[:, ~outside].max(axis=1) - scores[:, outside].max(axis=1, initial=0.0)
        likely = softmax(scores.astype(float) * self._config["sharpness"], axis=1)
        for message, row, scope in zip(messages, likely, scopes, strict=True):
            ranking = self._ranking(row)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            message.set(SCOPE, round(float(scope), 4), add_to_output=True)

    def _ranking(self, probabilities: np.ndarray) -> List[Dict[str, Any]]:
        order = np.argsort(-probabilities)[: self._config["ranking_length"]]
        names, shares = self._model.intents[order].tolist(), probabilities[order].tolist()
        return [
            {"name": name, "confidence": share} for name, share in zip(names, shares, strict=True)
        ]


def _sparse_rows(messages: List[Message]) -> csr_matrix:
    """The n-grams of `messages`, one row each; scipy's `vstack` checks more than it stacks."""
    rows = [message.get_sparse_features(TEXT)[1].features for message in messages]
    ends = np.cumsum([0, *(row.nnz for row in rows)])
    values = np.concatenate([row.data for row in rows])
    columns = np.concatenate([row.col for row in rows])
    return csr_matrix((values, columns, ends), shape=(len(rows), rows[0].shape[1]))
