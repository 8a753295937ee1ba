"""Kernel ridge regression of intents, on sparse n-grams and sentence vectors together.

The kernel of two messages is the dot product of their sparse features plus
`weight * exp(gamma * (cosine of their sentence vectors - 1))`. A text unlike every
example scores near zero for every intent, so that the score also tells what is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve
from scipy.sparse import csr_matrix, load_npz, save_npz

Matrix = NDArray[np.float32]


class KernelRegression:
    """Scores per intent; about 1 for an example of the intent, about 0 for anything else."""

    def __init__(self, gamma: float, weight: float, ridge: float) -> None:
        self._gamma, self._weight, self._ridge = gamma, weight, ridge

    def fit(self, sparse: csr_matrix, dense: Matrix, intents: Sequence[str]) -> None:
        """Learn from n rows of sparse features, n unit vectors and n intents.

        Rare intents weigh as much as frequent ones (scikit-learn's `balanced`).
        """
        self.intents, places = np.unique(np.asarray(intents), return_inverse=True)
        self._columns = sparse.astype(np.float32).T.tocsr()
        self._dense = dense.astype(np.float32)
        counts = np.bincount(places)
        weights = np.sqrt(len(places) / (len(counts) * counts[places]))
        targets = np.eye(len(counts), dtype=np.float32)[places]
        self._mean = targets.mean(axis=0)
        kernel = self._kernel(sparse, self._dense)
        kernel[np.diag_indices_from(kernel)] += (self._ridge / weights).astype(np.float32)
        self._duals = solve(
            kernel, targets - self._mean, assume_a="pos", overwrite_a=True, check_finite=False
        )

    def scores(self, sparse: csr_matrix, dense: Matrix) -> Matrix:
        """Rows of scores, one column per intent of `intents`."""
        found: Matrix = self._kernel(sparse, dense) @ self._duals + self._mean
        return found

    def _kernel(self, sparse: csr_matrix, dense: Matrix) -> Matrix:
        near = np.asarray(dense @ self._dense.T, np.float32)
        near -= 1
        near *= self._gamma
        np.exp(near, out=near)
        near *= self._weight
        near += (sparse.astype(np.float32) @ self._columns).toarray()
        return near

    def save(self, folder: Path) -> None:
        """Write plain arrays: nothing that runs code when it is read."""
        save_npz(folder / "sparse.npz", self._columns)
        np.savez(
            folder / "dense.npz",
            vectors=self._dense,
            duals=self._duals,
            mean=self._mean,
            intents=self.intents.astype(str),
        )

    def read(self, folder: Path) -> None:
        self._columns = load_npz(folder / "sparse.npz").tocsr()
        with np.load(folder / "dense.npz", allow_pickle=False) as arrays:
            self._dense, self._duals = arrays["vectors"], arrays["duals"]
            self._mean, self.intents = arrays["mean"], arrays["intents"]
