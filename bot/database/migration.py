"""Bringing a database to the tables that this version of the advisor needs."""

from functools import lru_cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.database import DatabaseError
from bot.database.engine import open_engine

MIGRATIONS = Path(__file__).with_name("migrations")


@lru_cache(maxsize=8)
def open_current(url: str) -> Engine:
    """Return the one engine of this process for `url`.

    Raises:
        DatabaseError: the database has not the tables of this version.
    """
    engine = open_engine(url)
    require_current(engine)
    return engine


def migrate(engine: Engine) -> None:
    """Apply the migrations that are missing; does nothing when there are none.

    Raises:
        DatabaseError: the database cannot be reached or written.
    """
    try:
        with engine.begin() as connection:
            command.upgrade(_config(connection), "head")
    except SQLAlchemyError as error:
        raise DatabaseError(_one_line(engine, error)) from error


def require_current(engine: Engine) -> None:
    """Check that the database has the tables of this version.

    Raises:
        DatabaseError: it cannot be reached, or `python -m bot.database` was not run.
    """
    try:
        with engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError as error:
        raise DatabaseError(_one_line(engine, error)) from error
    if found != ScriptDirectory(str(MIGRATIONS)).get_current_head():
        raise DatabaseError(
            f"The database {_shown(engine)} has not the tables of this version:"
            " run `python -m bot.database`."
        )


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _one_line(engine: Engine, error: SQLAlchemyError) -> str:
    cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    return f"The database {_shown(engine)} cannot be used: {cause}."


def _shown(engine: Engine) -> str:
    return str(engine.url.render_as_string(hide_password=True))
