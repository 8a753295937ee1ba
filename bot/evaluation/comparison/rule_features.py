"""Features of texts with and without a rule: what a rule does not touch is kept as it is."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix, hstack

from bot.evaluation.comparison.ours import component, config_of, pipeline
from bot.evaluation.comparison.rule_words import Rule, without
from bot.nlu.folding import fold
from bot.nlu.kernel_regression import KernelRegression, Matrix
from bot.nlu.normaliser import READING
from bot.nlu.sentence_vectors import encode, vector_text
from bot.nlu.text_features import views

_TEXTS = "bot.nlu.text_features.TextFeaturizer"
_VECTORS = "bot.nlu.sentence_vectors.SentenceVectorFeaturizer"
_BATCH = 32
WIDTH = 512


@dataclass(frozen=True)
class Seen:
    """What the featurizers see of each text: its views, and what is encoded as a vector."""

    views: list[tuple[str, ...]]
    spoken: list[str]
    vectors: Matrix

    def changed_from(self, other: Seen) -> list[int]:
        """The places of the texts that are seen in another way."""
        pairs = enumerate(zip(self.views, self.spoken, other.views, other.spoken, strict=True))
        return [place for place, (views, said, *others) in pairs if [views, said] != others]


class Eyes:
    """Reads texts once, and sees them as the pipeline does with all rules or without one."""

    def __init__(self, texts: Sequence[str]) -> None:
        made = parts()
        self._messages = [Message({TEXT: text}) for text in texts]
        for name, part in made.items():
            if name not in (_TEXTS, _VECTORS):
                part.process(self._messages)
        self._readings = [message.get(READING) for message in self._messages]
        self._folded = [fold(reading).text for reading in self._readings]

    def see(self) -> Seen:
        """With every rule in force."""
        spoken = [vector_text(message.get(READING)) for message in self._messages]
        return Seen([views(each) for each in self._messages], spoken, self._encode(self._readings))

    def see_without(self, rule: Rule, seen: Seen) -> Seen:
        """The same without a rule; only what it may touch is looked at again."""
        found = Seen(list(seen.views), list(seen.spoken), seen.vectors.copy())
        with without(rule):
            for place, message in enumerate(self._messages):
                if rule.may_touch(self._folded[place]):
                    found.views[place] = views(message)
                    found.spoken[place] = vector_text(message.get(READING))
            changed = found.changed_from(seen)
            if changed:
                found.vectors[changed] = self._encode([self._readings[each] for each in changed])
        return found

    def _encode(self, texts: Sequence[str]) -> Matrix:
        order = np.argsort([len(text) for text in texts], kind="stable")
        found = np.empty((len(texts), WIDTH), np.float32)
        for start in range(0, len(order), _BATCH):
            places = order[start : start + _BATCH]
            found[places] = encode([texts[place] for place in places])
        return found


class Classifier:
    """The n-grams and the kernel regression with the settings of `config.yml`."""

    def __init__(self) -> None:
        featurizer = parts()[_TEXTS]
        self._views = [(view._vectorizer, view._weight) for view in featurizer._views]
        config = config_of(pipeline()[-1])
        self._model = KernelRegression(
            **{name: config[name] for name in signature(KernelRegression).parameters}
        )

    def fit(self, seen: Seen, intents: Sequence[str]) -> None:
        """Learn from the first texts, as many as there are intents."""
        count = len(intents)
        columns = zip(*seen.views[:count], strict=True)
        pairs = zip(self._views, columns, strict=True)
        rows = hstack([ngrams.fit_transform(texts) * weight for (ngrams, weight), texts in pairs])
        self._model.fit(rows.tocsr(), seen.vectors[:count], intents)

    def rows(self, views_of_texts: Sequence[tuple[str, ...]]) -> csr_matrix:
        """The n-grams of some texts, as they were learnt."""
        pairs = zip(self._views, zip(*views_of_texts, strict=True), strict=True)
        return hstack([n.transform(texts) * weight for (n, weight), texts in pairs]).tocsr()

    def scores(self, seen: Seen, start: int) -> list[dict[str, float]]:
        """The score of each intent for the texts from `start` on."""
        found = self._model.scores(self.rows(seen.views[start:]), seen.vectors[start:])
        names = [str(name) for name in self._model.intents]
        return [dict(zip(names, map(float, row), strict=True)) for row in found]


def parts() -> dict[str, Any]:
    """The components before the classifier by their names in `config.yml`; none is stored."""
    with tempfile.TemporaryDirectory() as folder:
        storage = LocalModelStorage(Path(folder))
        return {settings["name"]: component(settings, storage) for settings in pipeline()[:-1]}
