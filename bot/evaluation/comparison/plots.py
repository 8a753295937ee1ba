"""The comparison of methods as drawings, the same bytes from the same figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

import matplotlib as mpl

from bot.evaluation.comparison.one_run import KEPT, TITLES, Figures, recall_name
from bot.settings import ROOT

mpl.use("Agg")
from matplotlib import pyplot as plt

CURVES = "nlu-comparison/few_shot.svg"
OUTSIDE = "nlu-comparison/out_of_scope.svg"
_STYLES = {"ours": "o-", "stock": "s--", "characters": "^:", "vectors": "d-."}
_INTENTS_AXIS = "examples of each intent (mean)"
Value = Callable[[Figures], float]
_ACCURACY, _MACRO_F1 = attrgetter("accuracy"), attrgetter("macro_f1")


def draw_all(figures: Sequence[Figures], intents: int, folder: Path = ROOT / "docs") -> None:
    """Write every drawing below `folder`; `intents` is how many there are."""
    with mpl.rc_context({"svg.hashsalt": "nlu-comparison", "font.size": 9}):
        panels: dict[str, Value] = {"accuracy": _ACCURACY, "macro-F1": _MACRO_F1}
        _draw(folder / CURVES, figures, intents, panels)
        panels = {f"out of scope found, {kept:.0%} kept": _recall(kept) for kept in KEPT}
        _draw(folder / OUTSIDE, figures, intents, panels)


def _recall(kept: float) -> Value:
    return lambda each: each.recalls[recall_name("scope", kept)]


def _draw(path: Path, figures: Sequence[Figures], intents: int, panels: dict[str, Value]) -> None:
    drawing, axes = plt.subplots(1, len(panels), figsize=(9, 3.8), sharey=True)
    for axis, (title, value) in zip(axes, panels.items(), strict=True):
        _panel(axis, figures, intents, value)
        axis.set_title(title)
    axes[0].legend(loc="lower right")
    drawing.tight_layout()
    path.parent.mkdir(parents=True, exist_ok=True)
    drawing.savefig(path, metadata={"Date": None})
    plt.close(drawing)


def _panel(axis: Any, figures: Sequence[Figures], intents: int, value: Value) -> None:
    for method, style in _STYLES.items():
        own = [each for each in figures if each.method == method]
        across = [each.examples / intents for each in own]
        axis.plot(across, [value(each) for each in own], style, label=TITLES[method], markersize=4)
    places = sorted({round(each.examples / intents) for each in figures})
    axis.set_xscale("log")
    axis.set_xticks(places, labels=[str(place) for place in places])
    axis.minorticks_off()
    axis.set_ylim(0, 1)
    axis.set_xlabel(_INTENTS_AXIS)
    axis.grid(alpha=0.3)
