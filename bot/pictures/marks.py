"""Marks beside the rows of a table: whether something counts wholly, in part, or not."""

from __future__ import annotations

from bot.pictures.sheet import Sheet
from bot.pictures.theme import PAPER, STATES

SIZE = 34
_STROKE = 4.5
_LINES = {
    "full": [[(0.27, 0.52), (0.44, 0.69), (0.74, 0.34)]],
    "part": [[(0.28, 0.5), (0.72, 0.5)]],
    "none": [[(0.34, 0.34), (0.66, 0.66)], [(0.66, 0.34), (0.34, 0.66)]],
}


def draw_mark(sheet: Sheet, x: float, y: float, state: str) -> None:
    """A round mark of `SIZE` with its left upper corner at a point."""
    sheet.box((x, y, x + SIZE, y + SIZE), STATES[state], radius=SIZE / 2)
    for points in _LINES[state]:
        sheet.line([(x + SIZE * a, y + SIZE * b) for a, b in points], PAPER, _STROKE)
