"""`python -m bot.knowledge check` and `python -m bot.knowledge docs [--check]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.knowledge.checks import problems
from bot.knowledge.facts_table import facts_table
from bot.knowledge.loader import DEFAULT_ROOT, load
from bot.knowledge.schema import KnowledgeError, Library

DOCS = DEFAULT_ROOT.parent / "docs" / "facts.md"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m bot.knowledge", description=__doc__)
    parser.add_argument("--root", type=Path, default=DEFAULT_ROOT, help="the knowledge base")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="print every problem of the knowledge base")
    docs = commands.add_parser("docs", help="write the table of facts")
    docs.add_argument("--check", action="store_true", help="only say whether it is up to date")
    docs.add_argument("--out", type=Path, default=DOCS, help="the file of the table")
    options = parser.parse_args(arguments)
    try:
        library = load(options.root)
        if options.command == "check":
            return _check(library, options.root)
        return _docs(library, options.out, only_check=options.check)
    except KnowledgeError as error:
        sys.stderr.write(f"{str(error).removeprefix(f'{options.root}/')}\n")
        return 1


def _check(library: Library, root: Path) -> int:
    found = problems(library)
    for problem in found:
        sys.stderr.write(f"{problem}\n")
    if found:
        sys.stderr.write(f"{len(found)} problem(s) in {root.name}/\n")
        return 1
    sys.stdout.write(f"{root.name}/ is in order\n")
    return 0


def _docs(library: Library, out: Path, *, only_check: bool) -> int:
    table = facts_table(library)
    stale = not out.exists() or out.read_text(encoding="utf-8") != table
    if only_check and stale:
        sys.stderr.write(f"{out.name} is out of date; run: python -m bot.knowledge docs\n")
        return 1
    if stale:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(table, encoding="utf-8")
    sys.stdout.write(f"{out.name} is up to date\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
