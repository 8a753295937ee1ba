"""What the other examples teach already is left out, and nothing else."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from bot.nlu.example_choice import instructive
from bot.nlu.kernel_regression import KernelRegression

_ALIKE = 40


def _model() -> KernelRegression:
    return KernelRegression(gamma=3.0, weight=2.0, ridge=0.1, dimensions=2)


def _examples() -> tuple[csr_matrix, np.ndarray, list[str]]:
    """Many alike of two intents, and one of a third that is like nothing else."""
    sparse = [[1, 0, 0]] * _ALIKE + [[0, 1, 0]] * _ALIKE + [[0, 0, 1]]
    angles = np.array([0.0] * _ALIKE + [1.5] * _ALIKE + [3.0])
    dense = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    return csr_matrix(sparse), dense, ["fire"] * _ALIKE + ["water"] * _ALIKE + ["air"]


def _chosen(kept: float) -> np.ndarray:
    return instructive(_model, *_examples(), sharpness=8.0, sure=0.8, kept=kept)


def test_what_is_like_no_other_example_stays() -> None:
    assert _chosen(kept=0.0)[-1]


def test_of_what_others_teach_only_a_share_stays() -> None:
    assert _chosen(kept=0.0)[:-1].sum() == 0
    assert 0 < _chosen(kept=0.3)[:-1].sum() < _ALIKE


def test_the_same_examples_give_the_same_choice() -> None:
    np.testing.assert_array_equal(_chosen(kept=0.3), _chosen(kept=0.3))
