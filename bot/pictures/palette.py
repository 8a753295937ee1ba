"""The colours of a picture: those of the theme, exactly, and the shades of their edges."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PIL import Image, ImageColor

from bot.pictures.theme import PAIRS

_STEPS = 12
_APART = 12
"""How far two shades are apart at least: Pillow takes nearer ones for one another."""


@lru_cache(maxsize=1)
def palette() -> Image.Image:
    """An image that carries the palette, as Pillow wants it: of at most 256 colours."""
    pairs = [(ImageColor.getrgb(front), ImageColor.getrgb(back)) for front, back in PAIRS]
    shades = sorted({shade for front, back in pairs for shade in _between(front, back)})
    carrier = Image.new("P", (1, 1))
    carrier.putpalette([channel for shade in shades for channel in shade])
    return carrier


def _between(front: tuple[int, ...], back: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Both colours and the shades that lead from one to the other."""
    distance = max(abs(a - b) for a, b in zip(front, back, strict=True))
    steps = max(1, min(_STEPS, distance // _APART))
    for step in range(steps + 1):
        yield tuple(round(a + (b - a) * step / steps) for a, b in zip(front, back, strict=True))
