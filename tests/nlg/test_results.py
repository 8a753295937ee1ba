"""Results of the actions in words: each branch of the templates renders, in both languages."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from actions import funding_view, wiring
from bot.knowledge.base import open_base
from bot.knowledge.schema import Expense
from bot.knowledge.values import format_money
from bot.scheme.expenses import UNSPECIFIED
from bot.scheme.funding import (
    from_total,
    investment_for_grant,
    project_for_own_share,
)
from bot.scheme.money import Money
from tests.nlg import examples
from tests.nlg.replies import reply, text

BASE = open_base()
LANGUAGES = pytest.mark.parametrize("language", ["zh-HK", "en"])


def money(amount: str | int, language: str) -> str:
    return format_money(Decimal(amount), "en" if language == "en" else "zh")


def budget(*lines: tuple[str, int, int | None]) -> dict[str, Any]:
    return examples.budget(*((*line, "") for line in lines))[1]


@LANGUAGES
def test_a_calculation_shows_each_line_the_grant_and_the_company_share(language: str) -> None:
    found = budget(("machinery", 8_000_000, None), ("rent", 300_000, None))
    answer = text("utter_funding", language, **found)

    for amount in ("8000000", "300000", found["grant"], found["company_pays"]):
        assert money(amount, language) in answer
    for expense in ("machinery", "rent"):
        assert BASE.expenses[expense].names.get("en" if language == "en" else "zh") in answer


@LANGUAGES
@pytest.mark.parametrize(
    "lines",
    [
        [("rent", 300_000, None)],
        [("patent", 90_000_000, None)],
        [("audit", 90_000_000, None)],
        [("audit", 90_000_000, 9)],
        [("audit", 90, 9)],
        [("delivery", 90_000, None)],
        [("machinery", 900_000_000, 3)],
        [("mould", 90_000, None)],
    ],
)
def test_every_reason_why_a_line_counts_or_not_has_its_words(
    lines: list[tuple[str, int, int | None]], language: str
) -> None:
    found = budget(*lines)
    answer = text("utter_funding", language, **found)

    assert money(found["lines"][0]["amount"], language) in answer
    assert found["lines"][0]["reason"] not in answer


@LANGUAGES
def test_a_total_says_that_it_is_taken_as_wholly_eligible(language: str) -> None:
    found = from_total(Money.of(9_000_000), wiring.funding_terms())
    view = funding_view.result(found)  # type: ignore[arg-type]
    answer = text("utter_funding_total", language, **view)

    assert money(view["grant"], language) in answer
    assert UNSPECIFIED not in answer


@LANGUAGES
@pytest.mark.parametrize("asked", [3_000_000, 900_000_000])
def test_an_investment_names_what_to_invest_and_the_ceiling_when_it_binds(
    asked: int, language: str
) -> None:
    found = investment_for_grant(Money.of(asked), wiring.funding_terms())
    view = funding_view.investment(found)  # type: ignore[arg-type]
    answer = text("utter_investment", language, **view)

    assert money(view["eligible_total"], language) in answer
    assert money(view["grant"], language) in answer
    assert (money(asked, language) in answer) is (view["exceeds"] or str(asked) == view["grant"])


@LANGUAGES
def test_own_money_is_told_with_the_grant_on_top(language: str) -> None:
    found = project_for_own_share(Money.of(8_000_000), wiring.funding_terms())
    view = funding_view.project(found)  # type: ignore[arg-type]

    assert money(view["total"], language) in text("utter_project", language, **view)


@LANGUAGES
@pytest.mark.parametrize("code", ["negative", "zero", "absurd_large", "bad_count"])
def test_each_refusal_says_what_is_wrong_in_its_own_words(code: str, language: str) -> None:
    codes = ["negative", "zero", "absurd_large", "bad_count"]
    said = {
        each: text("utter_amount_refused", language, code=each, amount="-7", expense="")
        for each in codes
    }

    assert said[code]
    assert len(set(said.values())) == len(codes)


@LANGUAGES
@pytest.mark.parametrize("kind", ["vague", "range", "foreign", "bare"])
def test_an_unclear_amount_is_asked_back_as_it_was_said(kind: str, language: str) -> None:
    item = {"kind": kind, "said": "咁上下", "value": None, "currency": "USD", "expense": "rent"}

    assert "咁上下" in text("utter_amount_unclear", language, items=[item])


@LANGUAGES
def test_a_change_that_changed_nothing_is_told(language: str) -> None:
    data = {"change": "remove", "items": [{"id": "rent", "said": "租金"}], "amounts": []}

    assert text("utter_budget_unchanged", language, **data, count=None)


@LANGUAGES
@pytest.mark.parametrize("expense", list(BASE.expenses))
def test_every_expense_has_a_verdict_with_its_cap_condition_and_source(
    expense: str, language: str
) -> None:
    entry, words = BASE.expenses[expense], BASE.today()
    spoken = "en" if language == "en" else "zh"
    items = [{"id": expense, "said": ""}]
    answer = text("utter_expense_verdicts", language, items=items, unknown=[], silent=False)

    assert entry.names.get(spoken) in answer
    if isinstance(entry, Expense):
        assert words.citation([entry], spoken) in answer
        assert entry.cap is None or words.figure(entry.cap, spoken) in answer
        assert entry.condition is None or words.text(entry.condition, spoken) in answer


@LANGUAGES
def test_a_thing_that_nobody_lists_is_named_and_not_judged(language: str) -> None:
    answer = text("utter_expense_verdicts", language, items=[], unknown=["拜神燒豬"], silent=True)

    assert "拜神燒豬" in answer
    assert "❓" in answer
    assert "❌" not in answer


@LANGUAGES
@pytest.mark.parametrize("service", list(BASE.services))
def test_every_service_can_be_described_and_recommended(service: str, language: str) -> None:
    name = BASE.services[service].names.get("en" if language == "en" else "zh")

    assert name in text("utter_service", language, services=[service])
    assert name in text("utter_recommendation", language, services=[service], named=[])


@LANGUAGES
@pytest.mark.parametrize("technology", [each.id for each in BASE.scheme.technologies])
def test_every_technology_of_the_criteria_counts(technology: str, language: str) -> None:
    items = [{"id": technology, "said": "呢樣"}]
    answer = text("utter_technologies", language, items=items)

    assert "✅ 呢樣" in answer


@LANGUAGES
def test_a_technology_that_is_not_named_gets_the_list_of_those_that_are(language: str) -> None:
    answer = text("utter_technologies", language, items=[])

    assert "❓" in answer
    assert "✅" not in answer


@LANGUAGES
@pytest.mark.parametrize("verdict", ["likely_eligible", "not_eligible", "needs_talk", "incomplete"])
@pytest.mark.parametrize("outcome", ["met", "not_met", "unknown", "soft_miss"])
def test_every_verdict_of_the_check_has_its_words(
    verdict: str, outcome: str, language: str
) -> None:
    results = [{"id": each.id, "outcome": outcome} for each in BASE.scheme.requirements]
    answer = text("utter_check_result", language, verdict=verdict, results=results)

    assert verdict not in answer
    assert outcome not in answer.split()


@LANGUAGES
@pytest.mark.parametrize("silence", [each.id for each in BASE.scheme.not_covered])
def test_every_silence_of_the_material_is_named_and_a_person_offered(
    silence: str, language: str
) -> None:
    entity = {"entity": "topic", "value": silence, "start": 0, "end": 1}
    message = reply("utter_not_covered", language, "ask_not_covered", entities=[entity])

    name = BASE.topics[silence].names.get("en" if language == "en" else "zh")
    assert name in message["text"]
    assert "📞" in message["text"]
