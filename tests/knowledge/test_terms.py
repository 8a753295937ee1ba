"""The knowledge base reaches the core: a changed line changes what is calculated."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from bot.knowledge import load
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import KnowledgeError
from bot.knowledge.terms import (
    assumed,
    catalogue,
    expense_rules,
    funding_terms,
    profile,
    requirements,
)
from bot.scheme.conditions import UNSURE
from bot.scheme.eligibility import assess
from bot.scheme.funding import ExpenseRule
from bot.scheme.money import Money
from tests.knowledge.broken_copy import EXPENSES, PARAMETERS, WORDS, Copy

DAY = date(2030, 1, 1)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "knowledge_base")


def opened(copy: Copy) -> KnowledgeBase:
    return KnowledgeBase(load(copy.root))


def test_ratio_and_ceiling_are_those_of_the_file(copy: Copy) -> None:
    copy.set(PARAMETERS, "matching", values={"2020-07-27": "3:7"})
    copy.set(PARAMETERS, "ceiling", values={"2020-07-27": 4000, "2029-01-01": 5000})
    base = opened(copy)

    assert funding_terms(base.on(DAY)).share == Fraction(3, 10)
    assert funding_terms(base.on(DAY)).ceiling == Money.of(5000)
    assert funding_terms(base.on(date(2028, 1, 1))).ceiling == Money.of(4000)


def test_caps_and_counts_are_those_of_the_file(copy: Copy) -> None:
    copy.set(PARAMETERS, "audit_cap", values={"2020-07-27": 70})
    copy.set(PARAMETERS, "audit_count", values={"2020-07-27": 9})
    base = opened(copy)

    rule = expense_rules(base, base.on(DAY))["audit"]

    assert rule == ExpenseRule("audit", "fundable", Money.of(70), "occurrence", max_count=9)


def test_a_verdict_turned_around_is_followed(copy: Copy) -> None:
    copy.set(EXPENSES, "rent", verdict="fundable")
    base = opened(copy)

    assert expense_rules(base, base.on(DAY))["rent"].verdict == "fundable"


def test_a_general_word_is_calculated_as_what_it_is_assumed_to_be(copy: Copy) -> None:
    copy.set(WORDS, "consultancy", assume="patent")
    base = opened(copy)

    assert assumed(base, "consultancy") == "patent"
    assert assumed(base, "rent") == "rent"
    assert assumed(base, "never heard of") == "never heard of"
    rules = expense_rules(base, base.on(DAY))
    assert rules["consultancy"] == rules["patent"]


def test_a_general_word_that_is_not_assumed_to_be_anything_has_no_rule(copy: Copy) -> None:
    copy.edit(WORDS, lambda entries: [each.pop("assume", None) for each in entries])
    base = opened(copy)

    assert assumed(base, "computer") == "computer"
    assert "computer" not in expense_rules(base, base.on(DAY))


def test_a_requirement_compares_with_the_figure_of_the_file(copy: Copy) -> None:
    copy.set(PARAMETERS, "period", values={"2020-07-27": 7})
    base = opened(copy)
    asked = requirements(base, base.on(DAY))

    def outcome(months: int) -> str:
        results = assess(asked, {"months": months}).results
        return next(each.outcome for each in results if each.requirement == "months")

    assert outcome(7) == "met"
    assert outcome(8) == "soft_miss"


def test_a_date_where_a_number_is_needed_is_refused(copy: Copy) -> None:
    copy.set(PARAMETERS, "ceiling", values={"2020-07-27": date(2021, 1, 1)})
    base = opened(copy)

    with pytest.raises((TypeError, KnowledgeError)):
        funding_terms(base.on(DAY))


def test_every_service_reaches_the_core_in_the_order_of_the_catalogue(copy: Copy) -> None:
    base = opened(copy)

    assert [entry.id for entry in catalogue(base)] == list(base.services)


def test_slots_become_the_facts_that_the_requirements_ask_for(copy: Copy) -> None:
    said = {"incorporated": True, "months": 9, "technologies": ["ai"], "smart_share": "unsure"}

    assert profile(opened(copy), {**said, "language": "en"}) == {
        "incorporated": True,
        "new_line": None,
        "in_hong_kong": None,
        "technologies": frozenset({"ai"}),
        "smart_share": UNSURE,
        "months": 9,
    }
