"""The check asks what matters, stops when it is settled, and never over-promises."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.scheme.conditions import UNSURE, FactValue, parse
from bot.scheme.eligibility import Assessment, Requirement, assess, progress

REQUIREMENTS = [
    Requirement("local", "town", parse({"fact": "town", "is": "here"})),
    Requirement("fresh", "is_new", parse({"fact": "is_new", "is": True})),
    Requirement("short", "weeks", parse({"fact": "weeks", "at_most": 50}), hard=False),
    Requirement(
        "clever",
        "tools",
        parse({"any": [{"fact": "wise", "is": True}, {"fact": "tools", "has_any": ["saw"]}]}),
    ),
    Requirement("calm", "noise", parse({"not": {"fact": "noise", "is": True}}), hard=False),
]
GOOD: dict[str, FactValue] = {
    "town": "here",
    "is_new": True,
    "weeks": 40,
    "tools": frozenset({"saw"}),
    "noise": False,
}


def outcomes(assessment: Assessment) -> dict[str, str]:
    return {result.requirement: result.outcome for result in assessment.results}


def test_a_company_that_meets_everything_is_likely_eligible() -> None:
    assessment = assess(REQUIREMENTS, GOOD)
    assert assessment.verdict == "likely_eligible"
    assert assessment.next_question is None
    assert set(outcomes(assessment).values()) == {"met"}


def test_the_first_question_is_the_first_requirement() -> None:
    assessment = assess(REQUIREMENTS, {})
    assert (assessment.verdict, assessment.next_question) == ("incomplete", "town")


def test_questions_come_in_order_and_skip_what_was_already_said() -> None:
    asked = []
    profile: dict[str, FactValue] = {"is_new": True, "noise": False}
    while question := assess(REQUIREMENTS, profile).next_question:
        asked.append(question)
        profile[question] = GOOD[question]
    assert asked == ["town", "weeks", "tools"]
    assert assess(REQUIREMENTS, profile).verdict == "likely_eligible"


def test_after_a_hard_failure_nothing_more_is_asked() -> None:
    assessment = assess(REQUIREMENTS, {"is_new": False})
    assert (assessment.verdict, assessment.next_question) == ("not_eligible", None)
    assert assessment.having("not_met") == ("fresh",)
    assert outcomes(assessment)["local"] == "unknown"


def test_a_soft_miss_needs_a_talk_and_does_not_fail() -> None:
    assessment = assess(REQUIREMENTS, {**GOOD, "weeks": 51})
    assert assessment.verdict == "needs_talk"
    assert assessment.having("soft_miss") == ("short",)


def test_a_hard_failure_outweighs_a_soft_miss() -> None:
    assert assess(REQUIREMENTS, {**GOOD, "weeks": 51, "town": "away"}).verdict == "not_eligible"


def test_an_unsure_answer_counts_as_asked_and_ends_in_a_talk() -> None:
    assert assess(REQUIREMENTS, {"town": UNSURE}).next_question == "is_new"
    assessment = assess(REQUIREMENTS, {**GOOD, "town": UNSURE})
    assert (assessment.verdict, assessment.next_question) == ("needs_talk", None)
    assert outcomes(assessment)["local"] == "unknown"


def test_an_unsure_answer_does_not_hide_a_later_hard_failure() -> None:
    assert assess(REQUIREMENTS, {"town": UNSURE, "is_new": False}).verdict == "not_eligible"


def test_once_a_talk_is_needed_only_hard_requirements_are_asked() -> None:
    profile: dict[str, FactValue] = {**GOOD, "town": UNSURE, "weeks": None, "tools": None}
    assert assess(REQUIREMENTS, profile).next_question == "tools"
    assert assess(REQUIREMENTS, {**profile, "tools": frozenset({"saw"})}).verdict == "needs_talk"


def test_another_fact_of_the_condition_is_asked_when_its_own_is_unsure() -> None:
    assessment = assess(REQUIREMENTS, {**GOOD, "tools": UNSURE})
    assert (assessment.verdict, assessment.next_question) == ("incomplete", "wise")
    assert assess(REQUIREMENTS, {**GOOD, "tools": UNSURE, "wise": True}).verdict == (
        "likely_eligible"
    )
    assert assess(REQUIREMENTS, {**GOOD, "tools": UNSURE, "wise": False}).verdict == "needs_talk"


def test_a_requirement_met_another_way_is_not_asked() -> None:
    profile: dict[str, FactValue] = {**GOOD, "tools": None, "wise": True}
    assert assess(REQUIREMENTS, profile).next_question is None


def test_an_answer_of_the_wrong_kind_is_not_asked_for_ever() -> None:
    assessment = assess(REQUIREMENTS, {**GOOD, "weeks": "soon"})
    assert (assessment.verdict, assessment.next_question) == ("needs_talk", None)


def test_without_requirements_no_one_is_eligible_by_accident() -> None:
    with pytest.raises(ValueError, match="no requirements"):
        assess([], GOOD)


def full_verdict(hard: list[bool], truths: tuple[bool | None, ...]) -> str:
    """The verdict once everything was asked, None standing for unsure."""
    pairs = list(zip(hard, truths, strict=True))
    if (True, False) in pairs:
        return "not_eligible"
    return "likely_eligible" if all(truth for _, truth in pairs) else "needs_talk"


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["yes", "no", "unsure", "open"]))))
def test_a_question_is_asked_exactly_when_an_answer_can_change_the_verdict(
    given_facts: list[tuple[bool, str]],
) -> None:
    if not given_facts:
        return
    given_facts = given_facts[:5]
    hard = [is_hard for is_hard, _ in given_facts]
    requirements = [
        Requirement(f"r{i}", f"f{i}", parse({"fact": f"f{i}", "is": True}), is_hard)
        for i, is_hard in enumerate(hard)
    ]
    values: dict[str, Any] = {"yes": True, "no": False, "unsure": UNSURE, "open": None}
    profile = {f"f{i}": values[answer] for i, (_, answer) in enumerate(given_facts)}
    truths: dict[str, list[bool | None]] = {
        "yes": [True],
        "no": [False],
        "unsure": [None],
        "open": [True, False, None],
    }
    endings = {
        full_verdict(hard, ending)
        for ending in product(*(truths[answer] for _, answer in given_facts))
    }
    assessment = assess(requirements, profile)
    assert (assessment.next_question is not None) == (len(endings) > 1)
    if len(endings) == 1:
        assert assessment.verdict == endings.pop()
    else:
        assert assessment.verdict == "incomplete"


def test_what_can_still_be_asked_is_open_and_what_was_asked_in_vain_is_unknown() -> None:
    found = progress(REQUIREMENTS, {"town": UNSURE, "is_new": False, "weeks": 90, "noise": False})

    assert found == {
        "local": "unknown",
        "fresh": "not_met",
        "short": "soft_miss",
        "clever": "open",
        "calm": "met",
    }


def test_half_an_answer_leaves_a_requirement_open() -> None:
    assert progress(REQUIREMENTS, {"wise": UNSURE})["clever"] == "open"
