"""The comparison of methods as Markdown; figures as they are."""

from __future__ import annotations

import os
from collections.abc import Sequence

from bot.evaluation.comparison.data import SEED
from bot.evaluation.comparison.document import filled, table
from bot.evaluation.comparison.linear import ITERATIONS, STRENGTH
from bot.evaluation.comparison.one_run import KEPT, SCORES, TITLES, Asked, Figures, recall_name
from bot.evaluation.comparison.plots import CURVES, OUTSIDE
from bot.evaluation.comparison.stock import EPOCHS

_PATIENCE = 15 * 60


def comparison(figures: Sequence[Figures], tests: Asked, pool: int) -> str:
    """The part of the document on methods; `pool` is how many examples there are in all."""
    return filled(
        "methods.md",
        inside=len(tests.inside),
        outside=len(tests.outside),
        pool=f"{pool:,}",
        table=table(_head(), [_row(each) for each in figures]),
        unrun=_unrun(figures, pool),
        curves=CURVES,
        outside_curves=OUTSIDE,
        epochs=EPOCHS,
        seed=SEED,
        strength=f"{STRENGTH:g}",
        iterations=ITERATIONS,
        cores=os.cpu_count(),
    )


def _head() -> list[str]:
    names = {"inside": "probability", "scope": "inside less outside"}
    recalls = [f"{names[score]}, {kept:.0%} kept" for score in SCORES for kept in KEPT]
    return [
        *("method", "of each intent", "examples", "accuracy", "macro-F1", *recalls),
        *("training, s", "reading, s", "load", "note"),
    ]


def _row(each: Figures) -> list[object]:
    recalls = [each.recalls[recall_name(score, kept)] for score in SCORES for kept in KEPT]
    return [
        *(TITLES[each.method], each.size, f"{each.examples:,}"),
        *(f"{value:.3f}" for value in (each.accuracy, each.macro_f1, *recalls)),
        *(f"{each.training_seconds:.0f}", f"{each.reading_seconds:.0f}", f"{each.load:.1f}"),
        each.note,
    ]


def _unrun(figures: Sequence[Figures], pool: int) -> str:
    """Why DIET was not trained on all examples, from what it took with the most."""
    largest = [each for each in figures if each.method == "stock"][-1]
    epoch = largest.training_seconds / EPOCHS / largest.examples * pool
    return (
        f"Stock Rasa was **not run on all examples**. With {largest.examples:,} its "
        f"{EPOCHS} epochs took {largest.training_seconds:,.0f} s; at the same pace an epoch over "
        f"{pool:,} takes {epoch:,.0f} s, so that {int(_PATIENCE / epoch)} of {EPOCHS} fit into the "
        f"{_PATIENCE // 60} minutes set aside. So few would say what DIET costs and not what it "
        "reaches: see the comparison in `docs/adr/0002-intent-classifier.md`."
    )
