"""`python -m tests.conversations.coverage [--check]`: the table in `docs/coverage.md`.

It is made from the lines of the slides (`deck_lines.yml`) and from what is said of each
in `coverage.yml`; the tests beside this file hold it to both, and to the running advisor.
"""

import sys
from collections.abc import Iterator

from pydantic.tools import parse_obj_as

from bot.settings import ROOT
from tests.conversations.scenario import HERE, Strict, read

DOCUMENT = ROOT / "docs" / "coverage.md"
_HEAD = """\
# 簡報逐行對照 · Coverage of the slides

由 `tests/conversations/` 自動產生，唔好手改；改完 `coverage.yml` 之後行
`python -m tests.conversations.coverage`。每一行都有測試會問嗰條問題，再對返知識庫嘅答案。
Generated from `tests/conversations/`: do not edit; after a change to `coverage.yml` run the command
above. A test asks the question of each row and compares the answer with the entry.
"""
_COLUMNS = (
    "簡報 · Line",
    "問題 · Question",
    "知識庫 · Entry",
    "情景 · Scenario",
)


class Slide(Strict):
    slide: str
    lines: tuple[str, ...]


class Row(Strict):
    """A line, the question that asks for it, `type/id` entries, the name of a scenario."""

    line: str
    question: str
    entries: tuple[str, ...]
    scenario: str


def slides() -> tuple[Slide, ...]:
    return parse_obj_as(tuple[Slide, ...], read(HERE / "deck_lines.yml"))


def rows() -> tuple[Row, ...]:
    return parse_obj_as(tuple[Row, ...], read(HERE / "coverage.yml"))


def document() -> str:
    """The whole table, slide by slide."""
    return "\n".join([_HEAD, *_tables()])


def _tables() -> Iterator[str]:
    row_of = {row.line: row for row in rows()}
    for slide in slides():
        yield f"## {slide.slide}\n"
        yield _written(_COLUMNS)
        yield _written(["---"] * len(_COLUMNS))
        for line in slide.lines:
            row = row_of[line]
            entries = ", ".join(f"`{entry}`" for entry in row.entries)
            yield _written((line, row.question, entries, row.scenario))
        yield ""


def _written(cells) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main(arguments: list[str]) -> int:
    """Write the table, or with `--check` only tell whether it is up to date."""
    made = document()
    stale = not DOCUMENT.exists() or DOCUMENT.read_text(encoding="utf-8") != made
    if stale and "--check" in arguments:
        sys.stderr.write(
            f"{DOCUMENT.name} is out of date; run: python -m tests.conversations.coverage\n"
        )
        return 1
    DOCUMENT.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
