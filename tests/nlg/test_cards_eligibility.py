"""The checklist of the eligibility check fills as the visitor answers."""

from __future__ import annotations

from typing import Any

import pytest

from actions import wiring
from bot.scheme.eligibility import assess
from tests.nlg.examples import BASE, GOOD, checked
from tests.nlg.replies import reply

FACTS = [each.fact for each in BASE.scheme.requirements]


def asked(fact: str, language: str = "en", **slots: Any) -> dict[str, Any]:
    card: dict[str, Any] = reply(f"utter_ask_{fact}", language, slots=slots)["card"]
    return card


def ended(language: str = "en", **slots: Any) -> dict[str, Any]:
    response, data = checked(**slots)
    card: dict[str, Any] = reply(response, language, **data)["card"]
    return card


def states(card: dict[str, Any]) -> list[str]:
    return [item["state"] for item in card["items"]]


def test_the_checklist_fills_answer_by_answer() -> None:
    slots: dict[str, Any] = {}
    seen = []
    while question := assess(wiring.requirements(), wiring.profile(slots)).next_question:
        card = asked(question, **slots)
        seen.append((states(card), card["done"], card["of"]))
        slots[question] = GOOD[question]

    count = len(FACTS)
    assert seen == [
        (["met"] * done + ["asked"] + ["open"] * (count - done - 1), done, count)
        for done in range(count)
    ]
    assert (states(ended(**slots)), ended(**slots)["done"]) == (["met"] * count, count)


@pytest.mark.parametrize(
    ("slots", "state"),
    [
        ({"incorporated": True}, "met"),
        ({"incorporated": "unsure"}, "unknown"),
        ({"incorporated": None}, "open"),
        ({}, "open"),
    ],
)
def test_an_item_shows_what_came_of_the_answer(slots: dict[str, Any], state: str) -> None:
    assert states(asked("new_line", **slots))[0] == state


def test_what_was_said_before_its_question_is_on_the_list_already() -> None:
    card = asked("incorporated", months=10_000, technologies=["ai"])
    by_fact = dict(zip(FACTS, states(card), strict=True))

    assert by_fact["incorporated"] == "asked"
    assert by_fact["technologies"] == "met"
    assert by_fact["months"] == "soft_miss"
    assert card["done"] == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_item_is_called_by_its_name_and_answered_in_the_words_of_the_verdict(
    language: str,
) -> None:
    card = asked("new_line", language, incorporated=True, months="unsure")
    words = BASE.today()
    first, last = BASE.scheme.requirements[0], BASE.scheme.requirements[-1]

    assert [item["label"] for item in card["items"]] == [
        each.names.get(language) for each in BASE.scheme.requirements
    ]
    notes = [item["note"] for item in card["items"]]
    assert notes[0] == words.text(first.met, language)
    assert notes[-1] == words.text(last.unknown, language)
    assert set(notes[1:-1]) == {""}


def test_a_hard_miss_ends_the_check_and_leaves_the_rest_open_and_untold() -> None:
    card = ended(incorporated=False)

    assert states(card) == ["not_met"] + ["open"] * (len(FACTS) - 1)
    assert [bool(item["note"]) for item in card["items"]] == [True] + [False] * (len(FACTS) - 1)
    assert card["done"] == 1


def test_what_nobody_knows_is_told_apart_from_what_nobody_asked() -> None:
    card = ended(**{**GOOD, "smart_share": "unsure", "months": None})
    by_fact = dict(zip(FACTS, states(card), strict=True))

    assert (by_fact["smart_share"], by_fact["months"]) == ("unknown", "open")


def test_a_miss_on_which_there_is_news_has_the_news_beside_it() -> None:
    card = ended(incorporated=True, new_line=False)

    assert any(note.startswith("🆕") for note in card["notes"])
