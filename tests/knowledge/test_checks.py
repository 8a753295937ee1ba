"""Each check of the knowledge base fails on a copy in which one thing is broken."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.knowledge import load
from bot.knowledge.__main__ import main
from bot.knowledge.checks import problems
from bot.knowledge.schema import KnowledgeError
from tests.knowledge.broken_copy import (
    ELIGIBILITY,
    EXPENSES,
    FACTS,
    SERVICES,
    SHARED,
    SILENT,
    SOURCES,
    UPDATES,
    WORDS,
    Copy,
    Entries,
    of,
)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "knowledge_base")


def test_our_knowledge_base_is_in_order() -> None:
    assert [str(problem) for problem in problems(load())] == []


def test_a_problem_is_printed_as_file_entry_and_what_to_do(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    copy.set(EXPENSES, "patent", cap="no_such_cap")

    assert main(["--root", str(copy.root), "check"]) == 1
    printed = capsys.readouterr().err
    assert printed.startswith(f"{EXPENSES}: patent: cap names 'no_such_cap'")
    assert "add it to parameters.yml" in printed


def test_an_entry_that_breaks_the_schema_is_told_by_file_and_key(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    copy.set(EXPENSES, "rent", verdict="perhaps")

    assert main(["--root", str(copy.root), "check"]) == 1
    assert capsys.readouterr().err.startswith(f"{EXPENSES}: rent > verdict: ")


def test_a_missing_file_is_told(copy: Copy) -> None:
    (copy.root / FACTS).unlink()

    with pytest.raises(KnowledgeError, match=r"facts\.yml: the file is missing"):
        load(copy.root)


def test_an_id_that_stands_twice_in_a_type_is_told(copy: Copy) -> None:
    copy.edit(SILENT, lambda entries: entries.append(dict(entries[0], id="ceiling", aliases=[])))

    assert copy.has_problem(f"{FACTS}: ceiling: ", "another topic with this id")
    assert copy.has_problem(f"{SILENT}: ceiling: ", "another topic with this id")


def test_a_second_scheme_may_stand_beside_the_first(copy: Copy) -> None:
    shutil.copytree(copy.root / "schemes/rfs", copy.root / "schemes/other")

    assert problems(load(copy.root)) == ()


def test_a_source_that_is_not_registered_is_told(copy: Copy) -> None:
    copy.set(FACTS, "launch", cite={"source": "hearsay"})

    assert copy.has_problem(f"{FACTS}: launch: ", "'hearsay'", "sources.yml")


@pytest.mark.parametrize(("key", "value"), [("date", "last spring"), ("url", "somewhere")])
def test_a_source_needs_a_date_and_an_address_that_can_be_read(
    copy: Copy, key: str, value: str
) -> None:
    copy.edit(SOURCES, lambda entries: entries[0].update({key: value}))

    assert copy.has_problem(f"{SOURCES}: ", key)


@pytest.mark.parametrize(
    ("file", "entry", "key", "value"),
    [
        (UPDATES, "estates", "touches", ["nothing"]),
        (SILENT, "appeal", "related", ["nothing"]),
        (ELIGIBILITY, "months", "see_also", ["nothing"]),
        (WORDS, "consultancy", "assume", "nothing"),
        (WORDS, "computer", "cases", [{"when": {"zh": "甲", "en": "a"}, "expense": "nothing"}]),
        (EXPENSES, "training", "note", {"text": {"zh": "甲", "en": "a"}, "expenses": ["nothing"]}),
        (EXPENSES, "fit_out", "note", {"text": {"zh": "甲", "en": "a"}, "services": ["nothing"]}),
    ],
)
def test_a_link_to_an_entry_that_does_not_exist_is_told(
    copy: Copy, file: str, entry: str, key: str, value: Any
) -> None:
    copy.set(file, entry, **{key: value})

    assert copy.has_problem(f"{file}: {entry}: {key}", "'nothing'")


@pytest.mark.parametrize(
    ("condition", "what"),
    [
        ({"fact": "no_such_fact", "is": True}, "'no_such_fact'"),
        ({"fact": "smart_share", "in": ["gold"]}, "'gold'"),
        ({"fact": "smart_share", "about": 3}, "about"),
    ],
)
def test_a_requirement_tests_facts_and_answers_that_exist(
    copy: Copy, condition: dict[str, Any], what: str
) -> None:
    copy.set(ELIGIBILITY, "smart_share", condition=condition)

    assert copy.has_problem(f"{ELIGIBILITY}: smart_share: ", what)


def test_two_answers_of_a_question_do_not_share_an_alias(copy: Copy) -> None:
    def share(entries: Entries) -> None:
        for option in of(entries, "smart_share")["options"][:2]:
            option["aliases"].append("同一個講法")

    copy.edit(ELIGIBILITY, share)

    assert copy.has_problem(f"{ELIGIBILITY}: smart_share: ", "alias or name of 2 answers")


@pytest.mark.parametrize(("fact", "what"), [("weather", "'weather'"), ("products", "'rain'")])
def test_a_recommendation_tests_known_facts_for_ids_that_exist(
    copy: Copy, fact: str, what: str
) -> None:
    copy.set(SERVICES, "cleanroom", recommend_when={"fact": fact, "has": "rain"})

    assert copy.has_problem(f"{SERVICES}: cleanroom: recommend_when ", what)


def test_services_in_a_circle_cannot_be_reached(copy: Copy) -> None:
    copy.set(SERVICES, "ppe", parent="cleanroom")

    assert copy.has_problem(f"{SERVICES}: cleanroom: ", "circle")


def test_a_service_needs_a_parent_that_exists_and_aliases(copy: Copy) -> None:
    copy.set(SERVICES, "cleanroom", parent="nothing", aliases=[])

    assert copy.has_problem(f"{SERVICES}: cleanroom: parent 'nothing'")
    assert copy.has_problem(f"{SERVICES}: cleanroom: nobody can ask for it")


def test_an_alias_of_two_expenses_is_told_with_both(copy: Copy) -> None:
    copy.edit(EXPENSES, lambda entries: of(entries, "rent")["aliases"].append("人 工"))

    assert copy.has_problem(EXPENSES, "expense/salaries", "leave it with one of the two")


def test_an_alias_of_two_types_must_be_announced(copy: Copy) -> None:
    copy.edit(EXPENSES, lambda entries: of(entries, "rent")["aliases"].append("物聯網"))

    assert copy.has_problem("物聯網", SHARED, "means: [expense/rent, ")


def test_an_announced_alias_must_have_the_meanings_announced(copy: Copy) -> None:
    copy.edit(
        SHARED,
        lambda entries: entries.append(
            {"alias": "人工", "means": ["expense/salaries", "service/ppe"], "why": "test"}
        ),
    )

    assert copy.has_problem(f"{SHARED}: 人工: means service/ppe", "no such alias")


@pytest.mark.parametrize(
    ("file", "entry"),
    [(FACTS, "matching"), (UPDATES, "estates"), (EXPENSES, "financing"), (SILENT, "instalments")],
)
def test_what_the_material_says_must_have_its_entry(copy: Copy, file: str, entry: str) -> None:
    copy.edit(file, lambda entries: entries.remove(of(entries, entry)))

    assert copy.has_problem(f"{file}: {entry}: ", "missing")


def test_the_table_of_facts_is_written_and_found_stale(copy: Copy, tmp_path: Path) -> None:
    command = ["--root", str(copy.root), "docs", "--out", str(tmp_path / "facts.md")]
    assert main(command) == 0
    assert main([*command, "--check"]) == 0

    copy.set(FACTS, "launch", statement={"zh": "改咗", "en": "Changed."})
    assert main([*command, "--check"]) == 1


def test_the_table_of_facts_in_docs_is_up_to_date() -> None:
    assert main(["docs", "--check"]) == 0
