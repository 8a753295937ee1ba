"""The messages in the tracker store's database, read without locking or changing it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.engine.url import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from bot.ask_log import AskLogError, Exit
from bot.run.ready import TRIAL

WAIT_SECONDS = 5.0
"""How long a database that is being written is waited for."""

_AT_ONCE = 500
_EVENTS = sa.table("events", *map(sa.column, ("id", "sender_id", "type_name", "timestamp", "data")))


def user_events(database: str, since: datetime | None = None) -> Iterator[str | None]:
    """The stored JSON of each message of a user, oldest first.

    `database` is a path of an SQLite file or any address that SQLAlchemy knows. The
    messages are read a few hundred at a time, so that whoever writes hardly waits.

    Raises:
        AskLogError: the database is absent, locked or broken.
    """
    with _errors_in_one_line():
        engine = _open(database)
        try:
            if not sa.inspect(engine).has_table(_EVENTS.name):
                raise AskLogError(
                    "資料庫入面未有對話。 The database holds no conversations: it has no table"
                    f" `{_EVENTS.name}`.",
                    Exit.ABSENT,
                )
            yield from _pages(engine, since)
        finally:
            engine.dispose()


def _pages(engine: Engine, since: datetime | None) -> Iterator[str | None]:
    column = _EVENTS.c
    query = sa.select(column.id, column.data).order_by(column.id).limit(_AT_ONCE)
    query = query.where(column.type_name == "user", ~column.sender_id.startswith(TRIAL))
    if since is not None:
        query = query.where(column.timestamp >= since.timestamp())
    page = query
    while True:
        with engine.connect() as connection:
            rows: list[Any] = connection.execute(page).all()
        yield from (row.data for row in rows)
        if len(rows) < _AT_ONCE:
            return
        page = query.where(column.id > rows[-1].id)


def _open(database: str) -> Engine:
    if "://" not in database:
        return _open_file(Path(database))
    url = make_url(database)
    if url.get_backend_name() == "sqlite":
        return _open_file(Path(url.database or ""))
    return sa.create_engine(url, execution_options={"postgresql_readonly": True})


def _open_file(path: Path) -> Engine:
    """SQLite's own read-only mode: nothing is written, not even an empty file."""
    if not path.is_file():
        raise AskLogError(
            f"搵唔到對話資料庫 {path}：未有人同顧問傾過？ There is no database at {path}:"
            " has nobody talked with the advisor yet?",
            Exit.ABSENT,
        )
    address = f"{path.absolute().as_uri()}?mode=ro"
    return sa.create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS),
        poolclass=NullPool,
    )


@contextmanager
def _errors_in_one_line() -> Iterator[None]:
    """Say what is wrong in one line; an address is never repeated, for its password."""
    try:
        yield
    except DBAPIError as error:
        said = next(iter(str(error.orig).splitlines()), "")
        if "locked" in said:
            raise AskLogError(
                f"資料庫而家用緊，陣間再試。 The database is in use, try again later ({said}).",
                Exit.LOCKED,
            ) from error
        raise AskLogError(
            f"讀唔到對話資料庫。 The database cannot be read ({said}).", Exit.BROKEN
        ) from error
    except (ArgumentError, ValueError) as error:
        raise AskLogError(
            "資料庫地址唔啱。 The address of the database is not one, like"
            " postgresql://user:password@host/name or a path.",
            Exit.BROKEN,
        ) from error
    except (SQLAlchemyError, ImportError) as error:
        raise AskLogError(
            f"開唔到對話資料庫。 The database cannot be opened ({type(error).__name__}: {error}).",
            Exit.BROKEN,
        ) from error
