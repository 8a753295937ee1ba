"""The card of a calculation as a picture: 1,080 pixels wide, as high as it must be."""

from __future__ import annotations

from typing import Any

from bot.pictures.fonts import writable
from bot.pictures.sheet import WIDTH, Sheet, fits_beside
from bot.pictures.table import draw_table, lines
from bot.pictures.theme import (
    BRAND,
    INK,
    LEADING,
    MARGIN,
    MUTED,
    NOTICE,
    NOTICE_EDGE,
    ON_BRAND,
    ON_BRAND_MUTED,
    PAPER,
    SMALL,
    SMALLEST,
    TITLE,
)
from bot.pictures.totals import draw_bar, draw_totals
from bot.pictures.wrapping import wrapped

_GAP = 30
_PADDING = 20
_INNER = WIDTH - 2 * MARGIN
_MOST_NOTES = 8
_DOT = 8


def picture(card: dict[str, Any]) -> bytes:
    """The PNG of a card of the kind `calculation` (docs/website-api.md)."""
    sheet = Sheet(PAPER)
    _header(sheet, card)
    if card["rows"]:
        draw_table(sheet, card["columns"], card["rows"])
    draw_totals(sheet, card["totals"])
    draw_bar(sheet, card["bar"])
    _notes(sheet, card["notes"])
    _disclaimer(sheet, card["disclaimer"])
    _source(sheet, card["source"])
    return sheet.png()


def _header(sheet: Sheet, card: dict[str, Any]) -> None:
    height = TITLE + 2 * _GAP
    sheet.box((0, 0, WIDTH, height), BRAND)
    title, whole = writable(card["title"]), writable(card["bar"]["label"])
    sheet.text(MARGIN, _GAP, title, TITLE, ON_BRAND, bold=True)
    if fits_beside(title, TITLE, whole, SMALL, _INNER):
        middle = (height - SMALL) / 2
        sheet.text(WIDTH - MARGIN, middle, whole, SMALL, ON_BRAND_MUTED, align="right")
    sheet.y = height + _GAP


def _notes(sheet: Sheet, notes: list[str]) -> None:
    for note in notes[:_MOST_NOTES]:
        middle = sheet.y + SMALL * LEADING / 2
        dot = (MARGIN + 4, middle - _DOT / 2, MARGIN + 4 + _DOT, middle + _DOT / 2)
        sheet.box(dot, MUTED, radius=_DOT / 2)
        lines(sheet, MARGIN + SMALL, wrapped(writable(note), SMALL, _INNER - SMALL), SMALL, INK)
        sheet.y += _DOT
    sheet.y += _GAP / 2 if notes else 0


def _disclaimer(sheet: Sheet, disclaimer: str) -> None:
    said = wrapped(writable(disclaimer), SMALL, _INNER - 3 * _PADDING)
    bottom = sheet.y + len(said) * SMALL * LEADING + 2 * _PADDING
    sheet.box((MARGIN, sheet.y, WIDTH - MARGIN, bottom), NOTICE)
    sheet.box((MARGIN, sheet.y, MARGIN + 6, bottom), NOTICE_EDGE)
    sheet.y += _PADDING
    lines(sheet, MARGIN + 2 * _PADDING, said, SMALL, INK)
    sheet.y = bottom + _GAP / 2


def _source(sheet: Sheet, source: str) -> None:
    lines(sheet, MARGIN, wrapped(writable(source), SMALLEST, _INNER), SMALLEST, MUTED)
    sheet.y += _GAP
