"""A sheet of paper that is written on from the top down."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from PIL import Image, ImageDraw

from bot.pictures.fonts import font, width_of
from bot.pictures.palette import palette

WIDTH = 1080
_TALLEST = 4000
_SCALE = 2
Colour = str
Box = tuple[float, float, float, float]
Align = Literal["left", "right"]


class Sheet:
    """Draws in pixels of the finished picture, at twice the size for smooth edges.

    `y` is where the next thing stands.
    """

    def __init__(self, paper: Colour) -> None:
        """Begin with an empty sheet."""
        size = (WIDTH * _SCALE, _TALLEST * _SCALE)
        self._image = Image.new("RGB", size, paper)
        self._draw = ImageDraw.Draw(self._image)
        self.y = 0.0

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: int,
        colour: Colour,
        *,
        align: Align = "left",
        bold: bool = False,
    ) -> None:
        """One line: `x` is its left or right end, `y` the top of a box as high as `size`."""
        self._draw.text(
            (x * _SCALE, (y + size / 2) * _SCALE),
            text,
            font=font(size * _SCALE),
            fill=colour,
            anchor="lm" if align == "left" else "rm",
            stroke_width=int(bold),
            stroke_fill=colour,
        )

    def box(self, box: Box, colour: Colour, radius: float = 0) -> None:
        """A filled rectangle: left, top, right, bottom."""
        self._draw.rounded_rectangle(_scaled(box), radius * _SCALE, fill=colour)

    def line(self, points: list[tuple[float, float]], colour: Colour, width: float) -> None:
        """A line through points, with round corners and ends."""
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * _SCALE), joint="curve")
        half = width * _SCALE / 2
        for x, y in (scaled[0], scaled[-1]):
            self._draw.ellipse((x - half, y - half, x + half, y + half), fill=colour)

    def png(self) -> bytes:
        """The sheet down to `y`, the same bytes for the same drawing."""
        height = min(round(self.y), _TALLEST) * _SCALE
        finished = self._image.crop((0, 0, WIDTH * _SCALE, height)).reduce(_SCALE)
        written = BytesIO()
        flat = finished.quantize(palette=palette(), dither=Image.Dither.NONE)
        flat.save(written, "PNG", optimize=True)
        return written.getvalue()


def fits_beside(left: str, left_size: int, right: str, right_size: int, width: float) -> bool:
    """Whether two texts have room in one line of `width`."""
    return width_of(left, left_size) + width_of(right, right_size) + right_size <= width


def _scaled(box: Box) -> Box:
    left, top, right, bottom = box
    return left * _SCALE, top * _SCALE, right * _SCALE, bottom * _SCALE
