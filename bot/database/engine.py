"""Engines for SQLite (the default) and PostgreSQL, set up so that what is committed stays."""

from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.url import make_url
from sqlalchemy.pool import QueuePool

from bot.database import DatabaseError

SECONDS_FOR_A_LOCK = 10
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
)


def open_engine(url: str) -> Engine:
    """Return an engine for `url`; the folder of an SQLite file is made.

    Connections are opened when first needed, so a database that is down shows then.

    Raises:
        DatabaseError: the folder cannot be made.
    """
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    folder = Path(make_url(url).database or "").parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"The folder {folder} cannot be made: {error.strerror}.") from error
    engine = create_engine(
        url,
        poolclass=QueuePool,
        connect_args={"timeout": SECONDS_FOR_A_LOCK, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    for pragma in _PRAGMAS:
        connection.execute(pragma)
