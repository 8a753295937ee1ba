"""From invented sets and readings to the headline figures, the report and its drawings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.evaluation.corpus import judge_speech
from bot.evaluation.figures import details, figures
from bot.evaluation.measure import Measured, measure
from bot.evaluation.pages import draw, report
from bot.evaluation.sets import DEVELOPMENT, HELDOUT
from bot.evaluation.shares import Share
from bot.evaluation.speed import Speed, Times
from bot.evaluation.tables import table
from tests.evaluation.readings import amount, expense, item, reading

SETS: dict[str, list[dict[str, Any]]] = {
    "in_scope": [
        item("ask_a", "one", register="english"),
        item("ask_a", "two"),
        item("ask_b", "three"),
        item("ask_b", "four"),
    ],
    "out_of_scope": [
        item("out_of_scope", "five", kind="smalltalk"),
        item("other_scheme", "six", kind="near_miss"),
    ],
    "multi": [{"text": "seven", "intents": ["ask_a", "ask_b"], "register": "mixed"}],
    "follow_ups": [{"turns": ["one", "eight"], "last_intent": "ask_b", "register": "mixed"}],
    "expenses": [{"text": "nine", "expenses": ["rent"], "unknown": [], "register": "mixed"}],
    "amounts": [{"text": "ten", "amounts": [700]}, {"text": "eleven", "amounts": []}],
    "budgets": [{"text": "twelve", "lines": [{"expense": "rent", "amount": 700}]}],
    "hkcancor": [{"text": "thirteen"}, {"text": "fourteen"}],
}
READINGS = {
    "one": reading("ask_a", scope=0.9),
    "two": reading("ask_several", "ask_a", "ask_b", scope=0.8),
    "three": reading("ask_b", scope=0.7),
    "four": reading("nlu_fallback", scope=0.2),
    "five": reading("nlu_fallback", scope=0.1),
    "six": reading("ask_a", scope=0.3),
    "seven": reading("ask_b"),
    "eight": reading("ask_several", "ask_a", "ask_b"),
    "nine": reading("ask_expense", entities=[expense("rent"), expense("audit")]),
    "ten": reading("calculate_grant", entities=[amount("exact", "700")]),
    "eleven": reading("greet", entities=[amount("bare", "7")]),
    "twelve": reading(
        "calculate_grant", entities=[expense("rent"), amount("exact", "700", group="1")]
    ),
    "thirteen": reading("thank"),
    "fourteen": reading("ask_a"),
}


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(SETS, READINGS)


def test_each_headline_figure_counts_what_its_name_says(measured: Measured) -> None:
    found = figures(measured)

    assert found["in_scope.strict"] == 0.5
    assert found["in_scope.answered"] == 0.75
    assert found["in_scope.answered.english"] == 1
    assert found["in_scope.answered.mixed"] == 0.6667
    assert found["in_scope.lowest_intent"] == 0.5
    assert found["in_scope.not_declined"] == 0.75
    assert found["in_scope.one_answer"] == 0.75
    assert found["out_of_scope.declined"] == 0.5
    assert found["scope.found_keeping_95"] == 0.5
    assert found["scope.area"] == 0.875
    assert found["hkcancor.not_answered"] == 0.5
    assert (found["several.every_question"], found["several.questions"]) == (0, 0.5)
    assert (found["follow_ups.strict"], found["follow_ups.answered"]) == (0, 1)
    assert (found["expenses.exact"], found["expenses.covered"]) == (0, 1)
    assert found["amounts.texts"] == 0.5
    assert (found["lines.whole"], found["budgets.whole"]) == (1, 1)


def test_details_are_by_kind_and_by_intent(measured: Measured) -> None:
    found = details(measured)

    assert found["out_of_scope_declined"] == {
        "other_scheme/near_miss": 0,
        "out_of_scope/smalltalk": 1,
    }
    assert found["recall"]["ask_a"] == {"messages": 2, "strict": 0.5, "answered": 1}
    assert found["items"]["in_scope"] == 4


def test_of_everyday_speech_only_answers_to_questions_are_wrong() -> None:
    intents = ["out_of_scope", "nlu_fallback", "other_scheme", "affirm", "cancel", "ask_why"]
    found = judge_speech(reading(intent) for intent in [*intents, "ask_several"])

    assert (found.declined, found.chat, found.answered) == (Share(3, 7), Share(2, 7), Share(2, 7))
    assert found.answers == (("ask_several", 1), ("ask_why", 1))


def test_a_quantile_is_a_time_that_so_many_messages_do_not_exceed() -> None:
    times = Times.of([number * 1_000_000 for number in range(100, 0, -1)])

    assert [times.quantile(share) for share in (0.5, 0.99, 1.0)] == [50, 99, 100]
    assert Speed(times, Times.of([2_000_000])).ratio(0.5) == 25


def test_the_report_names_only_drawings_that_are_drawn(measured: Measured, tmp_path: Path) -> None:
    both = {HELDOUT: measured, DEVELOPMENT: measured}
    speed = Speed(Times.of([3_000_000]), Times.of([2_000_000]))
    text = report(both, speed, "drawings")
    draw(both, tmp_path)

    drawn = sorted(path.name for path in tmp_path.iterdir())
    assert [name for name in drawn if f"(drawings/{name})" not in text] == []
    assert text.count("(drawings/") == len(drawn)


def test_the_same_figures_are_drawn_as_the_same_bytes(measured: Measured, tmp_path: Path) -> None:
    for folder in ("once", "twice"):
        draw({HELDOUT: measured}, tmp_path / folder)

    once = {path.name: path.read_bytes() for path in (tmp_path / "once").iterdir()}
    assert once == {path.name: path.read_bytes() for path in (tmp_path / "twice").iterdir()}


def test_a_table_has_its_figures_to_the_right() -> None:
    assert table(("intent", "n"), [("ask_a", 3)]).splitlines() == [
        "| intent | n |",
        "| --- | ---: |",
        "| ask_a | 3 |",
    ]
