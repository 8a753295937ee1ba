"""Tables pasted into a message: which cells hold quantities, unit prices and sums."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CELL = re.compile(r"[^\t|\n]*")
_ROLES = (
    (
        "quantity",
        re.compile(
            r"數量|件數|台數|(?<![a-z])(?:qty|quantity|q'ty|no\.? of|units?)(?![a-z]|\s*(?:price|cost))"
        ),
    ),
    (
        "price",
        re.compile(r"單價|每[部台套件個]|單位價|(?<![a-z])(?:unit|price each|rate)(?![a-z])"),
    ),
    ("number", re.compile(r"^\s*(?:編號|序號|項次|no\.?|#|item no\.?)\s*$")),
    (
        "sum",
        re.compile(
            r"金額|總額|總價|小計|合計|費用|預算|價錢|報價|(?<![a-z])(?:amount|total|sub-?total|cost|budget|sum|hkd|hk\$)|\$"
        ),
    ),
)
_WHOLE = re.compile(r"\s*([0-9]{1,5})\s*$")


@dataclass(frozen=True)
class Cell:
    """One cell of a table row; `role` is that of its column: quantity, price, number, sum or none."""

    start: int
    end: int
    row: int
    role: str


def table_cells(text: str) -> list[Cell]:
    """The cells of all table rows (lines with tabs or bars) of normalised text, header rows left out."""
    cells: list[Cell] = []
    roles: list[str] = []
    start = 0
    for row, line in enumerate(text.split("\n")):
        spans = (
            [found.span() for found in _CELL.finditer(line)] if "\t" in line or "|" in line else []
        )
        spans = (
            [span for span in spans if span[0] < span[1]] if "|" in line else _by_tabs(line, spans)
        )
        if spans and _is_header(line):
            roles = [_role(line[first:last]) for first, last in spans]
        else:
            for column, (first, last) in enumerate(spans):
                role = roles[column] if column < len(roles) else ""
                cells.append(Cell(start + first, start + last, row, role))
        roles = roles if spans else []
        start += len(line) + 1
    return cells


def quantity_cells(text: str) -> list[tuple[int, int, int, str]]:
    """Start, end, value and an empty unit of the whole numbers in columns of quantities."""
    if "\t" not in text and "|" not in text:
        return []
    found = []
    for cell in table_cells(text):
        number = _WHOLE.match(text[cell.start : cell.end]) if cell.role == "quantity" else None
        if number:
            found.append(
                (cell.start + number.start(1), cell.start + number.end(1), int(number[1]), "")
            )
    return found


def _by_tabs(line: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Every cell between tabs, empty ones too."""
    cells, start = [], 0
    for part in line.split("\t") if spans else []:
        cells.append((start, start + len(part)))
        start += len(part) + 1
    return cells


def _is_header(line: str) -> bool:
    return (
        not re.search(r"[1-9]", line)
        and sum(bool(_role(part)) for part in re.split(r"[\t|]", line)) > 0
        and not re.search(r"總數|總計|^\s*total", line)
    )


def _role(heading: str) -> str:
    return next((role for role, pattern in _ROLES if pattern.search(heading)), "")
