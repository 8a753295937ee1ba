"""Leaves out of training most of what the other examples already teach.

The examples are dealt into two halves and each half is read by a model of the other. What
is read right with certainty there would add next to nothing: of these a share is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.special import softmax

from bot.nlu.kernel_regression import KernelRegression, Matrix

_SEED = 20


def instructive(
    new_model: Callable[[], KernelRegression],
    sparse: csr_matrix,
    dense: Matrix,
    intents: Sequence[str],
    *,
    sharpness: float,
    sure: float,
    kept: float,
) -> NDArray[np.bool_]:
    """Which of n examples to train on; the same examples give the same choice.

    Those read with a probability below `sure`, and a share `kept` of the others.
    """
    random = np.random.default_rng(_SEED)
    first = random.random(len(intents)) < 1 / 2
    names = np.asarray(intents)
    probability = np.zeros(len(intents))
    for learnt, read in ((first, ~first), (~first, first)):
        model = new_model()
        model.fit(sparse[learnt], dense[learnt], list(names[learnt]))
        likely = softmax(model.scores(sparse[read], dense[read]).astype(float) * sharpness, axis=1)
        probability[read] = _of_own_intent(likely, model.intents, names[read])
    chosen: NDArray[np.bool_] = (probability < sure) | (random.random(len(intents)) < kept)
    return chosen


def _of_own_intent(
    likely: NDArray[np.float64], known: NDArray[np.str_], wanted: NDArray[np.str_]
) -> NDArray[np.float64]:
    """The probability of the wanted intent in each row; 0 for one that is not known."""
    places = np.searchsorted(known, wanted).clip(max=len(known) - 1)
    found: NDArray[np.float64] = likely[np.arange(len(wanted)), places]
    return np.where(known[places] == wanted, found, 0.0)
