"""The classifier on a few invented points."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from bot.nlu.kernel_regression import KernelRegression

INTENTS = ["fire", "fire", "fire", "fire", "water", "water"]
SPARSE = csr_matrix(np.array([[1, 0, 0], [1, 0, 0], [1, 0.2, 0], [1, 0, 0], [0, 1, 0], [0, 1, 0]]))
ANGLES = np.array([0.0, 0.05, 0.1, 0.02, 1.5, 1.55])


def directions(angles: np.ndarray) -> np.ndarray:
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


@pytest.fixture
def model() -> KernelRegression:
    regression = KernelRegression(gamma=3.0, weight=2.0, ridge=0.1, dimensions=2)
    regression.fit(SPARSE, directions(ANGLES), INTENTS)
    return regression


def best(model: KernelRegression, sparse: list[float], angle: float) -> tuple[str, float]:
    (scores,) = model.scores(csr_matrix([sparse]), directions(np.array([angle])))
    return str(model.intents[scores.argmax()]), float(scores.max())


def test_what_is_like_the_examples_of_an_intent_is_of_that_intent(model: KernelRegression) -> None:
    assert best(model, [1, 0, 0], 0.03)[0] == "fire"
    assert best(model, [0, 1, 0], 1.52)[0] == "water"


def test_an_example_scores_near_one_and_a_stranger_far_less(model: KernelRegression) -> None:
    assert best(model, [1, 0, 0], 0.03)[1] > 0.9
    assert best(model, [0, 0, 1], 3.6)[1] < 0.75


def test_each_part_of_the_features_can_decide_alone(model: KernelRegression) -> None:
    assert best(model, [0, 0, 0], 1.52)[0] == "water"
    assert best(model, [0, 1, 0], 3.6)[0] == "water"


def test_a_model_that_was_stored_scores_as_before(model: KernelRegression, tmp_path: Path) -> None:
    model.save(tmp_path)
    again = KernelRegression(gamma=3.0, weight=2.0, ridge=0.1, dimensions=2)
    again.read(tmp_path)

    questions = csr_matrix(np.eye(3)), directions(np.array([0.0, 0.7, 1.5]))
    assert list(again.intents) == list(model.intents)
    np.testing.assert_array_equal(again.scores(*questions), model.scores(*questions))
