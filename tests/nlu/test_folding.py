"""One folded form for comparing, with a way back to the user's own text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ＩＯＴ", "iot"),
        ("IoT", "iot"),
        ("機器", "机器"),
        ("机器", "机器"),
        ("機 器", "机器"),
        ("機器 人", "机器人"),
        ("robot  arm", "robot arm"),
        ("AI 檢測", "ai检测"),
        ("50 萬", "50万"),
        ("測\u200b試", "测试"),
        ("", ""),
        (" \n\t", ""),
    ],
)
def test_what_looks_the_same_to_a_reader_is_folded_to_the_same(written: str, folded: str) -> None:
    assert fold(written).text == folded


@given(st.text())
def test_every_folded_character_leads_back_to_a_place_in_the_text(text: str) -> None:
    folded = fold(text)

    assert len(folded.origin) == len(folded.text)
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= place < len(text) for place in folded.origin)


@given(st.text(alphabet="機器 人ａB1，\t"))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text

    assert fold(once).text == once


def test_a_span_of_the_folded_text_is_found_again_in_the_original() -> None:
    text = "想買　機 器 人 得唔得"
    folded = fold(text)
    start = folded.text.index("机器人")

    first, last = folded.span(start, start + 3)

    assert text[first:last] == "機 器 人"
