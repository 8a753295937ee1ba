"""Logistic regression on one kind of features alone, read from the text as it was typed."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.evaluation.comparison.data import Example
from bot.evaluation.comparison.scoring import Reading, reading_of
from bot.nlu.sentence_vectors import open_encoder

ITERATIONS = 200
STRENGTH = 10.0
_MANY = 5_000
_BATCH = 32


class _Logistic:
    """Learns from the features of the texts; a subclass says what these are."""

    note = ""

    def learn(self, texts: Sequence[str]) -> Any:
        """Features of the texts that are trained on."""
        raise NotImplementedError

    def features(self, texts: Sequence[str]) -> Any:
        """Features of any texts."""
        raise NotImplementedError

    def fit(self, examples: Sequence[Example]) -> None:
        self._model = LogisticRegression(
            C=STRENGTH, class_weight="balanced", max_iter=ITERATIONS, random_state=0
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            self._model.fit(
                self.learn([each.text for each in examples]), [each.intent for each in examples]
            )
        if self._model.n_iter_.max() >= ITERATIONS:
            self.note = f"stopped after {ITERATIONS} iterations, not converged"

    def read(self, texts: Sequence[str]) -> list[Reading]:
        rows = self._model.predict_proba(self.features(texts))
        names = [str(name) for name in self._model.classes_]
        return [reading_of(dict(zip(names, map(float, row), strict=True))) for row in rows]


class CharacterNgrams(_Logistic):
    """TF-IDF of one to four characters; from many examples only what stands in two of them."""

    def learn(self, texts: Sequence[str]) -> Any:
        rarest = 2 if len(texts) > _MANY else 1
        self._vectorizer = TfidfVectorizer(
            analyzer="char", ngram_range=(1, 4), sublinear_tf=True, min_df=rarest, dtype=np.float32
        )
        return self._vectorizer.fit_transform(texts)

    def features(self, texts: Sequence[str]) -> Any:
        return self._vectorizer.transform(texts)


class SentenceVectors(_Logistic):
    """The multilingual Universal Sentence Encoder, 512 numbers a text."""

    def learn(self, texts: Sequence[str]) -> Any:
        return self.features(texts)

    def features(self, texts: Sequence[str]) -> Any:
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        vectors = np.zeros((len(texts), 512), np.float32)
        for start in range(0, len(order), _BATCH):
            places = order[start : start + _BATCH]
            vectors[places] = open_encoder().encode([texts[place] for place in places])
        return vectors
