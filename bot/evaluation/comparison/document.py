"""docs/nlu-comparison.md: a head and one part of each measurement, written apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from string import Template

from bot.settings import ROOT

NAME = "docs/nlu-comparison.md"
PARTS = ("methods", "rules")
_MARK = "<!-- part: {} -->\n"
_TEXTS = Path(__file__).parent / "texts"


def write_part(name: str, text: str) -> None:
    """Put `text` in the place of a part and leave the other as it stands."""
    path = ROOT / NAME
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(with_part(before, name, text), encoding="utf-8")


def with_part(document: str, name: str, text: str) -> str:
    """The document with a part of it replaced; the parts stand in the order of `PARTS`."""
    found = {**_parts(document), name: text.rstrip() + "\n"}
    return (
        filled("head.md")
        + "\n"
        + "\n".join(_MARK.format(each) + found[each] for each in PARTS if each in found)
    )


def filled(name: str, **values: object) -> str:
    """A text of the folder `texts` with the values in their places."""
    return Template((_TEXTS / name).read_text(encoding="utf-8")).substitute(values)


def table(head: Sequence[object], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table; every column but the first stands to the right."""
    marks = ["---", *["---:"] * (len(head) - 1)]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in (head, marks, *rows))


def _parts(document: str) -> dict[str, str]:
    pieces = re.split(_MARK.format(r"(\w+)"), document)
    return {
        name: text.rstrip() + "\n" for name, text in zip(pieces[1::2], pieces[2::2], strict=True)
    }
