"""Real databases: SQLite in a file, and PostgreSQL as the package `pgserver` brings it."""

import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.conversations.store import ConversationStore
from bot.database.engine import open_engine
from bot.database.migration import migrate


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a PostgreSQL server that runs for the whole test session."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pgserver  # noqa: PLC0415 - it warns when it is imported

        server = pgserver.get_server(tmp_path_factory.mktemp("postgresql"))
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'advisor.db'}"
    server = request.getfixturevalue("postgresql")
    name = f"test_{uuid.uuid4().hex}"
    maintenance = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with maintenance.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    maintenance.dispose()
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Return an engine of a migrated database."""
    opened = open_engine(database_url)
    migrate(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def store(engine: Engine) -> ConversationStore:
    return ConversationStore(engine)
