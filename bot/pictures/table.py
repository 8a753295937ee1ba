"""The rows of a calculation: what each item costs, and what of it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.pictures.fonts import width_of, writable
from bot.pictures.marks import SIZE, draw_mark
from bot.pictures.sheet import WIDTH, Sheet
from bot.pictures.theme import BODY, INK, LEADING, MARGIN, MUTED, RULE, SMALL, STATES
from bot.pictures.wrapping import wrapped

_MOST_ROWS = 16
_GAP = 32
_PADDING = 18
_NAME = MARGIN + SIZE + 18


@dataclass(frozen=True)
class _Columns:
    """The right ends of the amounts, and how wide a name may be."""

    amount: float
    counted: float
    name_width: float


def draw_table(sheet: Sheet, columns: list[str], rows: list[dict[str, Any]]) -> None:
    """All rows, or as many as a picture bears and how many more there are."""
    shown = rows[:_MOST_ROWS]
    ends = _columns(columns, shown)
    _headings(sheet, columns, ends)
    for row in shown:
        _row(sheet, row, ends)
    if len(rows) > len(shown):
        sheet.text(_NAME, sheet.y + _PADDING, f"＋ {len(rows) - len(shown)} …", SMALL, MUTED)
        sheet.y += 2 * _PADDING + SMALL
    sheet.y += _PADDING


def _columns(columns: list[str], rows: list[dict[str, Any]]) -> _Columns:
    amount, counted = (
        max([width_of(columns[at], SMALL), *(width_of(row[key], BODY) for row in rows)])
        for at, key in ((1, "amount"), (2, "counted"))
    )
    right = WIDTH - MARGIN
    middle = right - counted - _GAP
    return _Columns(middle, right, middle - amount - _GAP - _NAME)


def _headings(sheet: Sheet, columns: list[str], ends: _Columns) -> None:
    name, amount, counted = columns
    sheet.text(_NAME, sheet.y, name, SMALL, MUTED)
    sheet.text(ends.amount, sheet.y, amount, SMALL, MUTED, align="right")
    sheet.text(ends.counted, sheet.y, counted, SMALL, MUTED, align="right")
    sheet.y += SMALL + _PADDING
    _rule(sheet)


def _row(sheet: Sheet, row: dict[str, Any], ends: _Columns) -> None:
    top = sheet.y + _PADDING
    state = row["state"]
    draw_mark(sheet, MARGIN, top + (BODY * LEADING - SIZE) / 2, state)
    middle = top + BODY * (LEADING - 1) / 2
    colour = INK if state == "full" else STATES[state]
    sheet.text(ends.amount, middle, row["amount"], BODY, INK, align="right")
    sheet.text(ends.counted, middle, row["counted"], BODY, colour, align="right", bold=True)
    sheet.y = top
    name = writable(row["name"]) or "…"
    lines(sheet, _NAME, wrapped(name, BODY, ends.name_width), BODY, INK)
    note = wrapped(writable(row["note"]), SMALL, ends.name_width)
    lines(sheet, _NAME, note, SMALL, MUTED)
    sheet.y += _PADDING
    _rule(sheet)


def lines(sheet: Sheet, x: float, texts: list[str], size: int, colour: str) -> None:
    """Lines below one another, from where the sheet is."""
    for text in texts:
        sheet.text(x, sheet.y + size * (LEADING - 1) / 2, text, size, colour)
        sheet.y += size * LEADING


def _rule(sheet: Sheet) -> None:
    sheet.box((MARGIN, sheet.y, WIDTH - MARGIN, sheet.y + 1), RULE)
