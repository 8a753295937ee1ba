"""Names and aliases become terms, and only they decide whether the model is of the present data."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge import load
from bot.knowledge.vocabulary import Term, digest, terms
from tests.knowledge.broken_copy import EXPENSES, PARAMETERS, SERVICES, UPDATES, Copy, of


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "knowledge_base")


def test_names_aliases_and_examples_of_an_entry_are_ways_to_say_it(copy: Copy) -> None:
    example = {"names": {"zh": "月球塵埃", "en": "moon dust"}, "aliases": ["月塵"]}
    copy.set(EXPENSES, "production_cost", examples=[example], aliases=["星塵"])

    said = {term.alias for term in terms(load(copy.root)) if term.id == "production_cost"}

    assert {"月球塵埃", "moon dust", "月塵", "星塵"} <= said


@pytest.mark.parametrize(
    ("type_", "id_"),
    [
        ("expense", "machinery"),
        ("expense", "computer"),
        ("expense", "mould"),
        ("technology", "iot"),
        ("service", "cleanroom"),
        ("topic", "ceiling"),
        ("topic", "estates"),
        ("topic", "instalments"),
    ],
)
def test_every_kind_of_entry_has_its_type(type_: str, id_: str) -> None:
    assert any((term.type, term.id) == (type_, id_) for term in terms(load()))


def test_terms_come_once_and_in_a_stable_order() -> None:
    found = terms(load())

    assert list(found) == sorted(set(found))
    assert all(isinstance(term, Term) and term.alias.strip() for term in found)


def test_a_changed_figure_or_sentence_asks_for_no_training(copy: Copy) -> None:
    before = digest(load(copy.root))
    copy.set(PARAMETERS, "ceiling", values={"2020-07-27": 7})
    copy.set(UPDATES, "estates", statement={"zh": "改咗", "en": "Changed."})

    assert digest(load(copy.root)) == before


def test_a_new_alias_asks_for_training(copy: Copy) -> None:
    before = digest(load(copy.root))
    copy.edit(SERVICES, lambda entries: of(entries, "cleanroom")["aliases"].append("月球房"))

    assert digest(load(copy.root)) != before
