"""Kernel ridge regression of intents, on sparse n-grams and sentence vectors together.

The kernel of two messages is the dot product of their sparse features plus
`weight * exp(-gamma / 2 * squared distance of their sentence vectors)`. A text unlike every
example scores near zero for every intent, so that the score also tells what is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve
from scipy.sparse import csr_matrix

Matrix = NDArray[np.float32]
_FILE = "regression.npz"
_ROWS = 2_000


class KernelRegression:
    """Scores per intent; about 1 for an example of the intent, about 0 for anything else.

    The sentence vectors are first turned to their `dimensions` principal axes: what is left
    out tells nothing of intents, and the axes are read once for every message.
    """

    def __init__(self, gamma: float, weight: float, ridge: float, dimensions: int) -> None:
        self._gamma, self._weight, self._ridge = gamma, weight, ridge
        self._dimensions = dimensions

    def fit(self, sparse: csr_matrix, dense: Matrix, intents: Sequence[str]) -> None:
        """Learn from n rows of sparse features, n unit vectors and n intents.

        An example of a rare intent weighs more, by the square root of the rarity.
        """
        self.intents, places = np.unique(np.asarray(intents), return_inverse=True)
        self._centre = dense.mean(axis=0, dtype=np.float32)
        self._axes = _principal_axes(dense - self._centre, self._dimensions)
        self._place((dense - self._centre) @ self._axes)
        counts = np.bincount(places)
        rarity = np.sqrt(len(places) / (len(counts) * counts[places]))
        targets = np.eye(len(counts), dtype=np.float32)[places]
        self._mean = targets.mean(axis=0)
        kernel = self._kernel(sparse.astype(np.float32))
        kernel[np.diag_indices_from(kernel)] += (self._ridge / rarity).astype(np.float32)
        self._duals = solve(
            kernel, targets - self._mean, assume_a="pos", overwrite_a=True, check_finite=False
        )
        self._linear = np.ascontiguousarray(sparse.T @ self._duals, np.float32)

    def scores(self, sparse: csr_matrix, dense: Matrix) -> Matrix:
        """Rows of scores, one column per intent of `intents`."""
        near = self._near((dense - self._centre) @ self._axes)
        found: Matrix = near @ self._duals + sparse @ self._linear + self._mean
        return found

    def _place(self, examples: Matrix) -> None:
        self._examples = examples
        self._half_squares = np.square(examples).sum(axis=1) / 2

    def _kernel(self, sparse: csr_matrix) -> Matrix:
        kernel = np.empty((sparse.shape[0], sparse.shape[0]), np.float32)
        columns = sparse.T.tocsr()
        for start in range(0, len(kernel), _ROWS):
            rows = slice(start, start + _ROWS)
            kernel[rows] = self._near(self._examples[rows])
            kernel[rows] += (sparse[rows] @ columns).toarray()
        return kernel

    def _near(self, points: Matrix) -> Matrix:
        near = np.asarray(points @ self._examples.T, np.float32)
        near -= np.square(points).sum(axis=1, keepdims=True) / 2
        near -= self._half_squares
        near *= self._gamma
        np.exp(near, out=near)
        near *= self._weight
        return near

    def save(self, folder: Path) -> None:
        """Write plain arrays: nothing that runs code when it is read."""
        np.savez(
            folder / _FILE,
            linear=self._linear,
            examples=self._examples,
            duals=self._duals,
            centre=self._centre,
            axes=self._axes,
            mean=self._mean,
            intents=self.intents.astype(str),
        )

    def read(self, folder: Path) -> None:
        with np.load(folder / _FILE, allow_pickle=False) as arrays:
            self._linear = arrays["linear"]
            self._place(arrays["examples"])
            self._duals, self._mean = arrays["duals"], arrays["mean"]
            self._centre, self._axes = arrays["centre"], arrays["axes"]
            self.intents = arrays["intents"]


def _principal_axes(centred: Matrix, most: int) -> Matrix:
    """The directions in which the rows differ most, as columns."""
    _, axes = np.linalg.eigh(centred.T @ centred)
    found: Matrix = np.ascontiguousarray(axes[:, ::-1][:, :most], np.float32)
    return found
