"""Every line of the slides is asked for, held by an entry and proved by a scenario."""

from collections import Counter

import pytest

from bot.knowledge.base import open_base
from tests.conversations.coverage import DOCUMENT, Row, document, rows, slides
from tests.conversations.facts import Facts
from tests.conversations.scenario import topics

ROWS = [pytest.param(row, id=row.line) for row in rows()]


def test_every_line_of_the_slides_has_its_row_and_every_row_its_line():
    lines = {line for slide in slides() for line in slide.lines}
    assert {row.line for row in rows()} == lines


def test_no_line_has_two_rows():
    assert [line for line, times in Counter(row.line for row in rows()).items() if times > 1] == []


def test_the_scenario_of_every_row_exists():
    names = {scenario.name for scenarios in topics().values() for scenario in scenarios}
    assert {row.scenario for row in rows()} - names == set()


def test_the_document_is_up_to_date():
    assert DOCUMENT.read_text(encoding="utf-8") == document()


@pytest.mark.parametrize("row", ROWS)
def test_the_question_of_a_line_is_answered_with_its_entries(row: Row, converse):
    said = converse().say(row.question).text
    facts = Facts(open_base(), "zh-HK")
    for entry in row.entries:
        wanted = facts.of_entry(entry)
        assert any(words in said for words in wanted), f"none of {wanted} is in\n{said}"
