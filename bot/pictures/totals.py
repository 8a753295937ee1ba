"""The sums of a calculation, and the bar of who pays which part."""

from __future__ import annotations

from typing import Any

from bot.pictures.fonts import width_of, writable
from bot.pictures.sheet import WIDTH, Sheet
from bot.pictures.table import lines
from bot.pictures.theme import (
    BODY,
    HEADLINE,
    INK,
    LEADING,
    MARGIN,
    MUTED,
    ON_ROLES,
    ROLES,
    SMALL,
    STRONG,
    TINT,
)
from bot.pictures.wrapping import wrapped

_PADDING = 22
_RIGHT = WIDTH - MARGIN
_BAR = 52
_SWATCH = 24
_LEAST = 10
_SEAM = 3


def draw_totals(sheet: Sheet, totals: list[dict[str, Any]]) -> None:
    """Each sum with its label and its note; the one that stands out in a box."""
    for total in totals:
        if total.get("strong"):
            _strong(sheet, total)
        else:
            _plain(sheet, total)
    sheet.y += _PADDING


def _plain(sheet: Sheet, total: dict[str, Any]) -> None:
    sheet.y += _PADDING / 2
    _line(sheet, total, MARGIN + _PADDING, BODY, INK)
    _note(sheet, total, MUTED)
    sheet.y += _PADDING / 2


def _strong(sheet: Sheet, total: dict[str, Any]) -> None:
    note = _note_lines(total)
    sheet.y += _PADDING / 2
    height = HEADLINE * LEADING + len(note) * SMALL * LEADING + 2 * _PADDING
    sheet.box((MARGIN, sheet.y, _RIGHT, sheet.y + height), TINT, radius=16)
    sheet.y += _PADDING
    _line(sheet, total, MARGIN + _PADDING, HEADLINE, STRONG, bold=True)
    _note(sheet, total, STRONG)
    sheet.y += _PADDING * 3 / 2


def _line(
    sheet: Sheet, total: dict[str, Any], x: float, size: int, colour: str, *, bold: bool = False
) -> None:
    """The label, as far as there is room for it, and the amount."""
    right = _RIGHT - _PADDING
    value = total["value"]
    label = wrapped(total["label"], BODY, right - x - width_of(value, size) - size, most=1)
    top = sheet.y + size * (LEADING - 1) / 2
    sheet.text(x, top + (size - BODY) / 2, label[0], BODY, colour, bold=bold)
    sheet.text(right, top, value, size, colour, align="right", bold=True)
    sheet.y += size * LEADING


def _note(sheet: Sheet, total: dict[str, Any], colour: str) -> None:
    lines(sheet, MARGIN + _PADDING, _note_lines(total), SMALL, colour)


def _note_lines(total: dict[str, Any]) -> list[str]:
    width = WIDTH - 2 * (MARGIN + _PADDING)
    return wrapped(writable(total.get("note", "")), SMALL, width)


def draw_bar(sheet: Sheet, bar: dict[str, Any]) -> None:
    """The parts of the whole side by side, and below what each of them is."""
    parts = bar["parts"]
    left = float(MARGIN)
    for part, width in zip(parts, _widths([part["share"] for part in parts]), strict=True):
        _segment(sheet, part, left, left + width)
        left += width
    sheet.y += _BAR + _PADDING
    for part in parts:
        _legend(sheet, part)
    sheet.y += _PADDING


def _widths(shares: list[float]) -> list[float]:
    """As the shares are, but none too small to be seen."""
    whole = WIDTH - 2 * MARGIN + _SEAM
    widths = [max(whole * share, _LEAST) for share in shares]
    widths[widths.index(max(widths))] += whole - sum(widths)
    return widths


def _segment(sheet: Sheet, part: dict[str, Any], left: float, right: float) -> None:
    box = (left, sheet.y, right - _SEAM, sheet.y + _BAR)
    sheet.box(box, ROLES[part["role"]], radius=_SEAM)
    percent = _percent(part["share"])
    room = right - left - width_of(percent, SMALL)
    if room > SMALL:
        top = sheet.y + (_BAR - SMALL) / 2
        sheet.text(left + room / 2, top, percent, SMALL, ON_ROLES[part["role"]], bold=True)


def _legend(sheet: Sheet, part: dict[str, Any]) -> None:
    top = sheet.y + (SMALL * LEADING - _SWATCH) / 2
    swatch = (MARGIN, top, MARGIN + _SWATCH, top + _SWATCH)
    sheet.box(swatch, ROLES[part["role"]], radius=5)
    middle = sheet.y + SMALL * (LEADING - 1) / 2
    x = MARGIN + _SWATCH + 16
    sheet.text(x, middle, part["label"], SMALL, INK)
    said = f"{part['value']}  ·  {_percent(part['share'])}"
    sheet.text(_RIGHT, middle, said, SMALL, INK, align="right")
    sheet.y += SMALL * LEADING + 4


def _percent(share: float) -> str:
    return f"{share * 100:.1f}".removesuffix(".0") + "%"
