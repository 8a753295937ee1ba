"""A real store for the parts of the channels."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.conversations.store import ConversationStore
from bot.database.engine import open_engine
from bot.database.migration import migrate


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ConversationStore]:
    engine = open_engine(f"sqlite:///{tmp_path / 'advisor.db'}")
    migrate(engine)
    yield ConversationStore(engine)
    engine.dispose()
