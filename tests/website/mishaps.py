"""What happens to processes and files of a running advisor."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tests.run.stack import Stack


@contextmanager
def frozen(stack: Stack, name: str) -> Iterator[Callable[[], None]]:
    """Hold a process still, so that whoever waits for it is in the middle of its work.

    It goes on when the block ends or what is yielded is called.
    """
    process = stack.pid(name)

    def go_on() -> None:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGCONT)

    os.kill(process, signal.SIGSTOP)
    try:
        yield go_on
    finally:
        go_on()


@contextmanager
def held(database: Path) -> Iterator[None]:
    """Have nobody else write into an SQLite file."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")
