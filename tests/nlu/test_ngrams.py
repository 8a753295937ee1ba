"""The rows of n-grams are those of scikit-learn, side by side."""

from __future__ import annotations

import json

import numpy as np
import pytest
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.ngrams import View, side_by_side

CHARACTERS = {"analyzer": "char", "ngram_range": (1, 3), "sublinear_tf": True}
WORDS = {"token_pattern": r"\S+", "ngram_range": (1, 2)}
LEARNT = ["租金計唔計", "人工計唔計呀", "how much rent", "rent rent rent", "上限係幾多"]
NEW = ["租金租金呢", "how much how much", "㗎", ""]


def learnt_views() -> list[View]:
    views = [View(0.5, **CHARACTERS), View(2.0, **WORDS)]
    for view in views:
        view.fit(LEARNT)
    return views


@pytest.mark.parametrize("text", [*LEARNT, *NEW])
def test_a_row_is_what_scikit_learn_would_write(text: str) -> None:
    by_sklearn = [TfidfVectorizer(**each).fit(LEARNT) for each in (CHARACTERS, WORDS)]
    wanted = hstack([w * v.transform([text]) for w, v in zip((0.5, 2.0), by_sklearn, strict=True)])

    row = side_by_side(learnt_views(), (text, text))

    np.testing.assert_allclose(row.toarray(), wanted.toarray(), rtol=1e-5)


def test_views_that_were_stored_write_the_same_rows() -> None:
    views = learnt_views()
    again = [View(0.5, **CHARACTERS), View(2.0, **WORDS)]
    for view, one in zip(again, views, strict=True):
        view.set_state(json.loads(json.dumps(one.state())))

    first, second = (side_by_side(each, ("租金rent", "rent")) for each in (views, again))
    np.testing.assert_allclose(first.toarray(), second.toarray())
