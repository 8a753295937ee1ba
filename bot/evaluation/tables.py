"""Plain Markdown: tables, and how figures are shown in them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.evaluation.shares import Share

Row = Sequence[object]


def table(head: Row, rows: Sequence[Row]) -> str:
    """A Markdown table; columns whose cells begin with a figure stand to the right."""
    marks = ["---:" if _is_figure(cell) else "---" for cell in rows[0]] if rows else []
    lines = [head, marks or ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def _is_figure(cell: object) -> bool:
    return str(cell).lstrip("-")[:1].isdigit()


def section(title: str, *paragraphs: str) -> str:
    """A heading with what stands under it, an empty line between any two."""
    return "\n\n".join([f"## {title}", *(each.strip("\n") for each in paragraphs)]) + "\n"


def share(found: Share) -> str:
    """Hits, number and per cent."""
    return f"{found.hits} of {found.all} ({found.value:.1%})" if found.all else "none"


def per_cent(found: Share) -> str:
    """Per cent alone."""
    return f"{found.value:.1%}" if found.all else "none"


def number(value: float) -> str:
    """A mean or a score."""
    return f"{value:.3f}"
