"""A message is cut where it may ask something else."""

from __future__ import annotations

import pytest

from bot.nlu.clauses import split_clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("上限幾多？審批要幾耐？", ["上限幾多", "審批要幾耐"]),
        ("上限幾多，另外截止日期係幾時", ["上限幾多", "截止日期係幾時"]),
        ("What is the ceiling? And how long does it take?", None),
        ("上限幾多\n點申請", ["上限幾多", "點申請"]),
    ],
)
def test_questions_in_a_row_are_told_apart(text: str, clauses: list[str] | None) -> None:
    found = split_clauses(text)

    assert len(found) == 2
    assert clauses is None or found == clauses


@pytest.mark.parametrize("text", ["上限幾多", "上限幾多？", "", "？？", "ceiling"])
def test_a_single_question_is_left_whole(text: str) -> None:
    assert split_clauses(text) == []


def test_a_message_of_very_many_clauses_is_not_read_without_end() -> None:
    assert len(split_clauses("上限，" * 1000)) < 20


def test_two_things_joined_by_one_word_can_be_looked_at_apart() -> None:
    assert split_clauses("上限同期限") == ["上限", "期限"]
    assert split_clauses("上限") == []


def test_a_space_between_han_words_stands_for_a_comma() -> None:
    assert split_clauses("成功率高唔高㗎 要幾耐有回音") == ["成功率高唔高㗎", "要幾耐有回音"]
    assert split_clauses("機 三部") == []
    assert split_clauses("how much rent") == []
