"""The knowledge base is read strictly, and what is wrong is told by file and key."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.knowledge import load
from bot.knowledge.loader import DEFAULT_ROOT, LIBRARY_FILES, SCHEME_FILES, load_scheme
from bot.knowledge.schema import KnowledgeError
from bot.settings import ROOT
from tests.knowledge.broken_copy import EXPENSES, FACTS, PARAMETERS, SOURCES, Copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "knowledge_base")


def error(copy: Copy) -> str:
    with pytest.raises(KnowledgeError) as raised:
        load(copy.root)
    return str(raised.value)


@pytest.mark.parametrize("file", [*LIBRARY_FILES.values(), f"schemes/rfs/{SCHEME_FILES['facts']}"])
def test_each_missing_file_is_named(copy: Copy, file: str) -> None:
    (copy.root / file).unlink()

    assert error(copy) == f"{copy.root / file}: the file is missing"


def test_a_slip_in_the_yaml_is_told_by_file_and_line(copy: Copy) -> None:
    (copy.root / FACTS).write_text("- id: launch\n  names: {zh: 甲, en: [\n", encoding="utf-8")

    assert error(copy).startswith(f"{copy.root / FACTS}: line ")


@pytest.mark.parametrize(
    ("file", "entry", "key", "value", "place"),
    [
        (EXPENSES, "rent", "verdict", "perhaps", "rent > verdict"),
        (EXPENSES, "rent", "verdikt", "fundable", "rent > verdikt"),
        (EXPENSES, "rent", "names", {"zh": "租金"}, "rent > names > en"),
        (EXPENSES, "rent", "names", {"zh": "", "en": "Rent"}, "rent > names > zh"),
        (PARAMETERS, "ceiling", "values", {"soon": 1}, "ceiling > values"),
        (PARAMETERS, "ceiling", "unit", "USD", "ceiling > unit"),
        (SOURCES, "hkpc-deck-2020", "grade", "rumour", "hkpc-deck-2020 > grade"),
    ],
)
def test_a_wrong_key_is_told_by_file_entry_and_key(
    copy: Copy, file: str, entry: str, key: str, value: object, place: str
) -> None:
    copy.set(file, entry, **{key: value})

    assert error(copy).startswith(f"{copy.root / file}: {place}")


def test_an_entry_without_a_source_is_refused(copy: Copy) -> None:
    copy.edit(FACTS, lambda entries: entries[0].pop("cite"))

    assert " > cite: field required" in error(copy)


def test_a_knowledge_base_without_a_scheme_is_refused(copy: Copy) -> None:
    (copy.root / "schemes").rename(copy.root / "plans")

    assert "no scheme folder" in error(copy)


def test_what_was_read_cannot_be_changed() -> None:
    scheme = load_scheme(DEFAULT_ROOT / "schemes" / "rfs")

    with pytest.raises(TypeError):
        scheme.facts[0].id = "other"


def test_another_knowledge_base_is_read_where_the_setting_says_so(copy: Copy) -> None:
    copy.set(EXPENSES, "rent", verdict="perhaps")
    result = subprocess.run(
        [sys.executable, "-m", "bot.knowledge", "check"],
        cwd=ROOT,
        env=os.environ | {"RFS_KNOWLEDGE_BASE": str(copy.root)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert "rent > verdict" in result.stderr
