"""Tables pasted into a message: which cells hold quantities, unit prices and sums."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    (
        "number",
        re.compile(
            r"^\s*(?:編號|序號|項次|型號|規格|no\.?|#|item no\.?|model(?: no\.?)?|spec|part no\.?)\s*$"
        ),
    ),
    (
        "sum",
        re.compile(
            r"金額|總額|總價|小計|合計|費用|預算|價錢|報價|(?<![a-z])(?:amount|total|sub-?total|cost|budget|sum|hkd|hk\$)|\$"
        ),
    ),
)
_APART = re.compile(r"[^ ]+(?: [^ ]+)*")
_WHOLE = re.compile(r"\s*([0-9]{1,5})\s*$")


@dataclass(frozen=True)
class Cell:
    """One cell of a table row; `role` is that of its column: quantity, price, number, sum or none."""

    start: int
    end: int
    row: int
    role: str


def table_cells(text: str) -> list[Cell]:
    """The cells of all table rows of normalised text, header rows left out.

    A row is a line with tabs or bars, or one with as many commas, or cells two spaces apart, as
    the header above it.
    """
    cells: list[Cell] = []
    roles: list[str] = []
    start = commas = 0
    lines = text.split("\n")
    for row, line in enumerate(lines):
        following = lines[row + 1] if row + 1 < len(lines) else ""
        if commas != line.count(","):
            commas = _commas(line, following)
        spans = _spans(line, by_commas=bool(commas)) or _columns(line, len(roles), following)
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
    if not may_have_table(text):
        return []
    found = []
    for cell in table_cells(text):
        number = _WHOLE.match(text[cell.start : cell.end]) if cell.role == "quantity" else None
        if number:
            found.append(
                (cell.start + number.start(1), cell.start + number.end(1), int(number[1]), "")
            )
    return found


def may_have_table(text: str) -> bool:
    """Whether it is worth looking for a table."""
    return "\t" in text or "|" in text or ("\n" in text and ("," in text or "  " in text))


def _spans(line: str, *, by_commas: bool) -> list[tuple[int, int]]:
    """The cells of a line: between bars, else between tabs or commas, empty ones too."""
    separator = "|" if "|" in line else "\t" if "\t" in line else "," if by_commas else ""
    spans, start = [], 0
    for part in line.split(separator) if separator else []:
        spans.append((start, start + len(part)))
        start += len(part) + 1
    return [span for span in spans if span[0] < span[1]] if separator == "|" else spans


def _columns(line: str, wanted: int, following: str) -> list[tuple[int, int]]:
    """The cells of a line that stand two spaces apart, below such a header or in one."""
    if "  " not in line:
        return []
    spans = [found.span() for found in _APART.finditer(line)]
    header = _is_header(line) and len(_APART.findall(following)) == len(spans)
    return spans if len(spans) > 1 and (header or len(spans) == wanted) else []


def _commas(line: str, following: str) -> int:
    """How many commas the rows have whose header a line is; 0 when it is none."""
    commas = line.count(",")
    if not commas or following.count(",") != commas or not re.search(r"[0-9]", following):
        return 0
    return commas if _is_header(line) else 0


def _is_header(line: str) -> bool:
    return (
        not re.search(r"[1-9]", line)
        and any(_role(part) for part in re.split(r"[\t|,]|  +", line))
        and not re.search(r"總數|總計|^\s*total", line)
    )


def _role(heading: str) -> str:
    return next((role for role, pattern in _ROLES if pattern.search(heading)), "")
