"""Durations as people say them, in months."""

from __future__ import annotations

import pytest

from bot.nlu.durations import months_in


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("十八個月", 18),
        ("大約18個月搞掂", 18),
        ("３６個月", 36),
        ("18月左右", 18),
        ("廿四個月", 24),
        ("卅個月", 30),
        ("三個半月", 4),
        ("個半月", 2),
        ("半年", 6),
        ("年半", 18),
        ("一年半", 18),
        ("1.5年", 18),
        ("兩年", 24),
        ("两年半", 30),
        ("一年零兩個月", 14),
        ("1年3個月", 15),
        ("三個季度", 9),
        ("四十個星期", 10),
        ("年半到兩年", 24),
        ("6-9個月", 9),
        ("18 months", 18),
        ("an 18-month project", 18),
        ("eighteen months", 18),
        ("twenty-four months", 24),
        ("a year", 12),
        ("half a year", 6),
        ("a year and a half", 18),
        ("one and a half years", 18),
        ("1 year and 6 months", 18),
        ("about 40 weeks", 10),
    ],
)
def test_a_duration_is_read_in_months_rounded_up(text: str, months: int) -> None:
    assert months_in(text) == months


@pytest.mark.parametrize(
    "text",
    ["2026年開工", "二零二六年", "第三季度", "第二年", "今年", "3月", "20部機", "未知", "soon", ""],
)
def test_a_date_or_a_number_is_no_duration(text: str) -> None:
    assert months_in(text) is None


@pytest.mark.parametrize(
    "text",
    ["做咗三十年", "公司成立咗五年", "百年老店，租約三十年", "founded 12 years ago", "五年經驗"],
)
def test_the_age_of_a_company_is_no_project_period(text: str) -> None:
    assert months_in(text) is None


def test_the_plan_is_told_from_the_history_in_one_message() -> None:
    assert months_in("公司成立咗兩年，條線要十四個月") == 14
    assert months_in("做咗三十年，個項目大概年半", asked=True) == 18


def test_an_answer_to_the_question_counts_however_long_it_is() -> None:
    assert months_in("三十年", asked=True) == 360
