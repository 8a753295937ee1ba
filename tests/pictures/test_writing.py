"""What is written in a picture can be read: no boxes for missing glyphs, no line too wide."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import pytest
from cvttf_NotoSansCJK_Regular import get_TTF_path
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pictures.fonts import width_of, writable
from bot.pictures.wrapping import wrapped

SIZE = 30
texts = st.text(max_size=120) | st.lists(
    st.sampled_from(
        ["機", "machine ", "1,234萬港元", "HK$9,876,543 ", "👩‍👩‍👧", "5️⃣", "。", "「", "é"]
    ),
    max_size=40,
).map("".join)
steadily = settings(max_examples=200, derandomize=True, deadline=None)


@lru_cache(maxsize=1)
def glyphs() -> set[int]:
    return set(TTFont(get_TTF_path()).getBestCmap())


@steadily
@given(texts)
def test_only_what_the_typeface_has_is_written(text: str) -> None:
    assert {each for each in writable(text) if ord(each) not in glyphs()} == set()


@steadily
@given(st.text(st.sampled_from(sorted(map(chr, glyphs() - {0xAD}))), max_size=40))
def test_what_the_typeface_has_is_written(text: str) -> None:
    unseen = [each for each in text if each not in writable(text) and each.isprintable()]

    assert [each for each in unseen if not each.isspace() and not is_mark(each)] == []


def is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith(("M", "C"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("⚖️ 以上係", "以上係"),
        ("UL認證 ✅ 👩‍👩‍👧", "UL認證 ✓"),
        ("5️⃣ 個 🇭🇰", "5 個"),
        ("甲\n  乙\t丙", "甲 乙 丙"),
        ("🚀", ""),
    ],
)
def test_emoji_are_left_out_or_drawn_as_a_mark(text: str, written: str) -> None:
    assert writable(text) == written


@steadily
@given(texts, st.integers(min_value=60, max_value=900), st.integers(min_value=1, max_value=4))
def test_no_line_is_wider_than_its_place(text: str, width: int, most: int) -> None:
    lines = wrapped(writable(text), SIZE, width, most)

    assert len(lines) <= most
    assert all(width_of(line, SIZE) <= width for line in lines)


@steadily
@given(texts, st.integers(min_value=200, max_value=900))
def test_the_lines_are_the_text(text: str, width: int) -> None:
    written = writable(text)
    lines = wrapped(written, SIZE, width, most=1000)

    assert "".join("".join(lines).split()) == "".join(written.split())


def test_an_amount_is_not_broken_and_no_line_begins_with_what_closes() -> None:
    lines = wrapped("買部機要「1,234萬港元」，連安裝。", SIZE, 260)

    assert lines == ["買部機要", "「1,234萬港元」，", "連安裝。"]
