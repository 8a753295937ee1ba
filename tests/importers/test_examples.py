"""Names and aliases of the knowledge base become training examples."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.importers.examples import alias_examples
from bot.knowledge import load
from bot.knowledge.base import KnowledgeBase
from tests.knowledge.broken_copy import EXPENSES, SERVICES, SHARED, SILENT, Copy, of


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "knowledge_base")


def examples(copy: Copy) -> dict[str, str]:
    return dict(alias_examples(KnowledgeBase(load(copy.root))))


@pytest.mark.parametrize(
    ("file", "entry", "intent"),
    [
        (EXPENSES, "rent", "ask_expense"),
        (SERVICES, "cleanroom", "ask_service"),
        (SILENT, "appeal", "ask_not_covered"),
        ("schemes/rfs/facts.yml", "ceiling", "ask_ceiling"),
        ("schemes/rfs/technologies.yml", "iot", "ask_technology"),
        ("vocabulary/other_schemes.yml", None, "other_scheme"),
    ],
)
def test_a_new_alias_is_an_example_of_being_asked(
    copy: Copy, file: str, entry: str | None, intent: str
) -> None:
    def put(entries: list[dict[str, object]]) -> None:
        found = of(entries, entry) if entry else entries[0]
        found["aliases"] = ["!第一個新講法"]

    copy.edit(file, put)

    assert examples(copy).get("!第一個新講法") == intent


def test_an_alias_of_things_of_two_kinds_teaches_neither(copy: Copy) -> None:
    copy.edit(EXPENSES, lambda entries: of(entries, "rent").update(aliases=["!兩樣嘢"]))
    copy.edit(SERVICES, lambda entries: of(entries, "cleanroom").update(aliases=["!兩樣嘢"]))
    copy.edit(
        SHARED,
        lambda entries: entries.append(
            {"alias": "!兩樣嘢", "means": ["expense/rent", "service/cleanroom"], "why": "test"}
        ),
    )

    assert "!兩樣嘢" not in examples(copy)


def test_one_entry_with_very_many_aliases_does_not_drown_the_others(copy: Copy) -> None:
    many = [f"講法{number}號" for number in range(500)]
    copy.edit(EXPENSES, lambda entries: of(entries, "rent").update(aliases=many))

    found = Counter(text.startswith("講法") for text in examples(copy))
    assert 0 < found[True] < 20
