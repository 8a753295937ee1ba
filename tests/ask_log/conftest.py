from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import settings


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The place where the advisor of this test keeps its conversations."""
    folder = tmp_path / "var"
    folder.mkdir()
    monkeypatch.setenv("RFS_VAR_DIR", str(folder))
    monkeypatch.setenv("COLUMNS", "100")
    settings.cache_clear()
    yield folder / "rasa.db"
    settings.cache_clear()
