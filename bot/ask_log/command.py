"""The options of `make ask-log`, and its three outputs."""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import sys
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

from bot.ask_log import AskLogError, Exit
from bot.ask_log.examples import write_examples
from bot.ask_log.questions import AskLog, ask_log
from bot.ask_log.reading import Doubtful
from bot.ask_log.table import table
from bot.knowledge.base import HONG_KONG
from bot.settings import SettingsError, settings

_MOST = 50
_TOO_MANY = 10_000


def main(arguments: list[str] | None = None) -> int:
    """Show the list, or write it; the exit codes are those of `Exit`."""
    options = _parser().parse_args(arguments)
    doubtful = Doubtful(
        options.confidence, options.scope, options.outside, all_outside=options.all_outside
    )
    try:
        since = datetime.now(HONG_KONG) - options.since if options.since else None
        database = options.database or str(settings().var_dir / "rasa.db")
        log = ask_log(database, doubtful, since, options.limit)
        _say(_output(log, options))
    except AskLogError as error:
        sys.stderr.write(f"{error}\n")
        return error.code
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return Exit.REFUSED
    return Exit.SHOWN


def as_json(log: AskLog) -> str:
    """The list as JSON, times in ISO 8601."""
    return json.dumps(asdict(log), default=datetime.isoformat, ensure_ascii=False, indent=2) + "\n"


def _output(log: AskLog, options: argparse.Namespace) -> str:
    if options.json:
        return as_json(log)
    if options.examples and log.questions:
        write_examples(log, options.examples)
        number, path = len(log.questions), options.examples
        return f"{number} 條問題寫咗落 {path} · {number} questions written to {path}\n"
    return table(log, shutil.get_terminal_size((100, 24)).columns)


def _say(text: str) -> None:
    """Write `text`; a terminal without Chinese, or a reader that has gone away, is no fault."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make ask-log",
        description="顧問唔肯定嘅問題。 Questions that the advisor was not sure of.",
        epilog="Exit codes: " + ", ".join(f"{code} {code.name.lower()}" for code in Exit),
    )
    default, add = Doubtful(), parser.add_argument
    add("--since", type=_days, metavar="DAYS", help="only the last DAYS days")
    add("--limit", type=_count, default=_MOST, metavar="N", help="at most N (default: %(default)s)")
    add("--all-outside", action="store_true", help="also what is surely beyond the scheme")
    add(
        "--database", metavar="URL", help="path or SQLAlchemy URL (default: rasa.db in RFS_VAR_DIR)"
    )
    for name, value, what in (
        ("confidence", default.confidence, "list readings with a confidence below this"),
        ("scope", default.scope, "list readings whose scope is below this"),
        ("outside", default.outside, "list what is beyond the scheme up to this confidence"),
    ):
        add(f"--{name}", type=float, default=value, metavar="X", help=f"{what} (%(default)s)")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="as JSON, for another program")
    output.add_argument(
        "--examples", type=Path, metavar="FILE", help="write a new file of examples to be sorted"
    )
    return parser


def _days(typed: str) -> timedelta:
    return timedelta(days=_count(typed))


def _count(typed: str) -> int:
    if not typed.isdecimal() or not 0 < int(typed) < _TOO_MANY:
        raise argparse.ArgumentTypeError(f"{typed!r} is no whole number from 1 on")
    return int(typed)
