"""Bringing databases to the tables of today."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from bot.conversations.tables import metadata
from bot.database import DatabaseError
from bot.database.engine import open_engine
from bot.database.migration import migrate, require_current


def test_the_migrations_make_the_tables_that_the_queries_know(engine):
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_migrating_twice_changes_nothing(engine):
    before = sa.inspect(engine).get_table_names()
    migrate(engine)
    require_current(engine)
    assert sa.inspect(engine).get_table_names() == before


def test_an_empty_database_is_refused_in_one_line(database_url):
    empty = open_engine(database_url)
    with pytest.raises(DatabaseError, match=r"python -m bot\.database") as refused:
        require_current(empty)
    empty.dispose()
    assert "\n" not in str(refused.value)


def test_a_database_that_cannot_be_reached_is_refused_in_one_line(tmp_path):
    (tmp_path / "advisor.db").mkdir()
    unreachable = open_engine(f"sqlite:///{tmp_path / 'advisor.db'}")
    with pytest.raises(DatabaseError, match=r"advisor\.db") as refused:
        migrate(unreachable)
    assert "\n" not in str(refused.value)


def test_an_sqlite_database_keeps_what_is_committed(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'sub' / 'advisor.db'}")
    with engine.connect() as connection:
        modes = [
            connection.execute(sa.text(f"PRAGMA {each}")).scalar()
            for each in ("journal_mode", "synchronous", "foreign_keys")
        ]
    engine.dispose()
    assert modes == ["wal", 2, 1]
