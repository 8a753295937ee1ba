"""TF-IDF rows of several views of a text, side by side: learnt by scikit-learn, written fast.

`TfidfVectorizer.transform` checks and copies more than it counts, and takes a millisecond for
one short text. The rows here are the same, which a test compares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Dict, List

import numpy as np
from scipy.sparse import coo_matrix
from sklearn.feature_extraction.text import TfidfVectorizer


class View:
    """One view: its n-grams, in which column each is and how rare; rows have length `weight`."""

    def __init__(self, weight: float, **settings: Any) -> None:
        self._weight = weight
        self._sublinear = bool(settings.get("sublinear_tf"))
        self._vectorizer = TfidfVectorizer(dtype=np.float32, **settings)
        self._analyse = self._vectorizer.build_analyzer()

    def fit(self, texts: Sequence[str]) -> None:
        self._vectorizer.fit(texts)
        self.set_state({"vocabulary": self._vectorizer.vocabulary_, "idf": self._vectorizer.idf_})

    def state(self) -> Dict[str, Any]:
        """What was learnt, as plain data."""
        vocabulary = {ngram: int(column) for ngram, column in self._vocabulary.items()}
        return {"vocabulary": vocabulary, "idf": self._idf.tolist()}

    def set_state(self, state: Dict[str, Any]) -> None:
        self._vocabulary = state["vocabulary"]
        self._idf = np.asarray(state["idf"], np.float32)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self._idf)

    def row(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """The columns that `text` has something in, and what."""
        counted = Counter(map(self._vocabulary.get, self._analyse(text)))
        counted.pop(None, None)
        columns = np.fromiter(counted.keys(), np.int32, len(counted))
        values = np.fromiter(counted.values(), np.float32, len(counted))
        if self._sublinear:
            values = np.log(values) + 1
        values = values * self._idf[columns]
        length = float(np.sqrt(values @ values))
        return columns, values * np.float32(self._weight / length) if length else values


def side_by_side(views: Sequence[View], texts: Sequence[str]) -> coo_matrix:
    """One row of all views, `texts` being what each of them sees."""
    columns: List[np.ndarray] = []
    values: List[np.ndarray] = []
    width = 0
    for view, text in zip(views, texts, strict=True):
        found, filled = view.row(text)
        columns.append(found + width)
        values.append(filled)
        width += view.width
    places = np.concatenate(columns)
    return coo_matrix((np.concatenate(values), (np.zeros_like(places), places)), shape=(1, width))
