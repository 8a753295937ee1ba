"""Text in lines of a width, broken between words and never inside an amount."""

from __future__ import annotations

from bot.channels.splitting import atoms
from bot.pictures.fonts import width_of


def wrapped(text: str, size: int, width: float, most: int = 4) -> list[str]:
    """The text in at most `most` lines of `width` pixels; an ellipsis for what does not fit."""
    lines = _lines(text, size, width)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(last + "…", size) > width:
        last = last[:-1].rstrip()
    return [*lines[: most - 1], last + "…"]


def _lines(text: str, size: int, width: float) -> list[str]:
    lines = [""]
    for atom in atoms(text):
        if width_of((lines[-1] + atom).rstrip(), size) <= width:
            lines[-1] += atom
        elif width_of(atom.strip(), size) <= width:
            lines.append(atom.lstrip())
        else:
            _add_characters(lines, atom, size, width)
    return [stripped for line in lines if (stripped := line.strip())]


def _add_characters(lines: list[str], atom: str, size: int, width: float) -> None:
    for character in atom:
        if lines[-1] and width_of(lines[-1] + character, size) > width:
            lines.append("")
        lines[-1] += character
