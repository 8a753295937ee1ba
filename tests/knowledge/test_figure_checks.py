"""Figures stand once, with dates and units that make sense, and texts name them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.knowledge.broken_copy import EXPENSES, FACTS, PARAMETERS, UPDATES, Copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "knowledge_base")


@pytest.mark.parametrize("key", ["cap", "max_count"])
def test_a_cap_or_count_must_be_a_parameter_of_its_unit(copy: Copy, key: str) -> None:
    copy.set(EXPENSES, "audit", **{key: "matching"})

    assert copy.has_problem(f"{EXPENSES}: audit: {key}", "'matching'")


@pytest.mark.parametrize(
    ("parameter", "values", "what"),
    [
        ("ceiling", {}, "no first value"),
        ("ceiling", {"2020-07-27": -1}, "above zero"),
        ("ceiling", {"1066-01-01": 1}, "correct the year"),
        ("ceiling", {"2022-01-01": 2, "2020-07-27": 1}, "not in order"),
        ("matching", {"2020-07-27": "one to two"}, "a ratio"),
        ("audit_count", {"2020-07-27": 1.5}, "whole number"),
        ("launch_date", {"2020-07-27": "soon"}, "a date"),
    ],
)
def test_values_of_a_parameter_must_make_sense(
    copy: Copy, parameter: str, values: dict[str, Any], what: str
) -> None:
    copy.set(PARAMETERS, parameter, values=values)

    assert copy.has_problem(f"{PARAMETERS}: {parameter}: ", what)


def test_a_fact_older_than_its_figure_is_told(copy: Copy) -> None:
    copy.set(PARAMETERS, "period", values={"2024-01-01": 1})

    assert copy.has_problem(f"{FACTS}: period: holds from ", "period has no value then")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ({"zh": "上限{no_such}", "en": "{no_such}"}, "no figure of that name"),
        ({"zh": "上限{ceiling}", "en": "a ceiling"}, "in one language only"),
        ({"zh": "上限{Ceiling}", "en": "a ceiling"}, "brace"),
        ({"zh": "上限900萬港元", "en": "a ceiling"}, "typed in it"),
        ({"zh": "上限九百萬", "en": "a ceiling"}, "typed in it"),
        ({"zh": "有上限", "en": "up to HK$9 million"}, "typed in it"),
        ({"zh": "要9個月", "en": "some time"}, "typed in it"),
    ],
)
def test_a_statement_has_figures_by_name_only(copy: Copy, text: dict[str, str], what: str) -> None:
    copy.set(FACTS, "ceiling", statement=text)

    assert copy.has_problem(f"{FACTS}: ceiling: statement ", what)


def test_an_update_may_use_its_own_figures_only_by_name(copy: Copy) -> None:
    copy.set(UPDATES, "processing_time", figures={})

    assert copy.has_problem(f"{UPDATES}: processing_time: statement ", "{days}")
