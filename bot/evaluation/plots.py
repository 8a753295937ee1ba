"""The drawings of the report: small SVG files, the same bytes for the same figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from bot.evaluation.scope import KEPT, Cut

_STYLE = {"svg.hashsalt": "rfs-advisor", "svg.fonttype": "none", "font.size": 8}
_NO_DATE = {"Date": None, "Creator": None}
_INCHES_A_CELL = 0.21


Pairs = Sequence[tuple[tuple[str, str], int]]


def draw_curves(curves: Mapping[str, Sequence[Cut]], path: Path) -> None:
    """Messages out of scope that are found against those in scope that are lost for it."""
    with mpl.rc_context(_STYLE):
        _save(_curves(curves), path)


def draw_confusions(pairs: Pairs, path: Path) -> None:
    """A square for each pair of wanted and decided intent, with how many messages it has."""
    with mpl.rc_context(_STYLE):
        _save(_confusions(pairs), path)


def _curves(curves: Mapping[str, Sequence[Cut]]) -> Figure:
    figure = Figure(figsize=(5.5, 4.5))
    axes = figure.subplots()
    for label, cuts in curves.items():
        lost = [1 - cut.kept for cut in cuts]
        axes.plot(lost, [cut.found for cut in cuts], label=label, drawstyle="steps-post", lw=1.2)
    for kept in KEPT:
        axes.axvline(1 - kept, color="0.6", lw=0.6, ls=":")
    axes.set(
        xlabel="in scope, below the threshold",
        ylabel="out of scope, below the threshold",
        xlim=(0, 0.3),
        ylim=(0.5, 1.005),
    )
    axes.grid(color="0.92", lw=0.5)
    axes.legend(loc="lower right")
    return figure


def _confusions(pairs: Pairs) -> Figure:
    wanted = sorted({pair[0] for pair, _ in pairs})
    decided = sorted({pair[1] for pair, _ in pairs})
    size = (2.5 + _INCHES_A_CELL * len(decided), 2 + _INCHES_A_CELL * len(wanted))
    figure = Figure(figsize=size)
    axes = figure.subplots()
    across = [decided.index(pair[1]) for pair, _ in pairs]
    down = [wanted.index(pair[0]) for pair, _ in pairs]
    counts = [count for _, count in pairs]
    darkest = 1.7 * max(counts, default=1)
    axes.scatter(across, down, c=counts, cmap="YlOrRd", marker="s", s=130, vmin=0, vmax=darkest)
    for place_across, place_down, count in zip(across, down, counts, strict=True):
        axes.text(place_across, place_down, str(count), ha="center", va="center", fontsize=7)
    axes.set_xticks(range(len(decided)), decided, rotation=90)
    axes.set_yticks(range(len(wanted)), wanted)
    axes.set(xlim=(-0.7, len(decided) - 0.3), ylim=(len(wanted) - 0.3, -0.7))
    axes.set(xlabel="decided", ylabel="wanted")
    axes.grid(color="0.92", lw=0.5)
    axes.set_axisbelow(True)
    return figure


def _save(figure: Figure, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata=_NO_DATE, bbox_inches="tight")
