"""A text in pieces: each fits, nothing is lost, and no thing is cut."""

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.channels.splitting import Measure, atoms, shortened, split, utf16

AMOUNTS = [
    "1,234萬港元",
    "HK$9,876,543",
    "港幣 4,321 萬",
    "12.5%",
    "七分之二",
    "HK$7.5 million",
    "35 %",
]
ADDRESSES = ["https://www.example.org/a?b=1,2&c=(d)", "www.example.org/x.y", "a.b-c@example.org"]
SEQUENCES = ["👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "5️⃣", "🇭🇰", "é", "🧑🏽‍🏭", "ก็", "각"]
THINGS = AMOUNTS + ADDRESSES + SEQUENCES
WORDS = [
    "資助",
    "部機",
    "\n",
    "\n\n",
    "。",
    "，",
    "！」",
    " ",
    "machine",
    ". ",
    "、",
    "\t",
    "(",
    "）",
]
texts = st.lists(
    st.sampled_from(THINGS + WORDS) | st.text(st.characters(codec="utf-8"), max_size=6),
    max_size=80,
).map("".join)
anything = st.text(max_size=300) | texts
limits = st.integers(min_value=4, max_value=120)
measures = st.sampled_from([len, utf16, lambda text: len(text.encode("utf-8", "surrogatepass"))])
steadily = settings(max_examples=400, deadline=None, derandomize=True)


def without_space(text: str) -> str:
    return "".join(text.split())


@steadily
@given(anything, limits, measures)
def test_every_piece_fits_and_nothing_but_white_space_is_lost(
    text: str, limit: int, measure: Measure
) -> None:
    pieces = split(text, limit, measure)

    assert all(0 < measure(piece) <= limit for piece in pieces)
    assert without_space("".join(pieces)) == without_space(text)
    rest = text
    for piece in pieces:
        before, found, rest = rest.partition(piece)
        assert found
        assert not before.strip()


@steadily
@given(anything, st.integers(min_value=60, max_value=400))
def test_no_character_that_a_reader_sees_is_cut(text: str, limit: int) -> None:
    seen = [each.end() for each in regex.finditer(r"\X", text)]
    assume(max((len(each) for each in regex.findall(r"\X", text)), default=0) * 2 <= limit)
    end = 0
    for piece in split(text, limit):
        end = text.index(piece, end) + len(piece)
        assert end in seen
        assert not unicodedata.combining(text[end : end + 1] or " ")


@steadily
@given(st.data(), st.lists(st.sampled_from(THINGS), min_size=1, max_size=30), limits)
def test_no_amount_address_or_emoji_is_cut(
    data: st.DataObject, things: list[str], over: int
) -> None:
    between = st.sampled_from(["係", "。", "，", "\n", "；", "\n\n", " 機 ", "！」"])
    text = "".join(thing + data.draw(between) for thing in things)
    pieces = split(text, max(map(utf16, things)) + over)

    for thing in set(things):
        assert sum(piece.count(thing) for piece in pieces) == text.count(thing)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("第一段講完。\n\n第二段。第三句。第四句", ["第一段講完。", "第二段。第三句。第四句"]),
        ("第一行，有逗號\n第二行。有句號", ["第一行，有逗號", "第二行。有句號"]),
        ("「第一句！」第二句，其實長過上面", ["「第一句！」", "第二句，其實長過上面"]),
        ("It costs 9.5 each. Then more words", ["It costs 9.5 each.", "Then more words"]),
        ("甲乙丙丁，戊己庚辛壬癸子丑", ["甲乙丙丁，", "戊己庚辛壬癸子丑"]),
        ("a few plain words that go on", ["a few plain words", "that go on"]),
        ("甲乙丙丁戊己庚）。辛壬", ["甲乙丙丁戊己庚）。", "辛壬"]),
    ],
)
def test_a_text_is_cut_at_the_greatest_pause(text: str, pieces: list[str]) -> None:
    assert split(text, max(len(each) for each in pieces)) == pieces


def test_an_address_longer_than_the_limit_stands_first_in_its_piece() -> None:
    address = "https://example.org/" + "a" * 50

    assert split(f"睇呢度：{address}", 40)[0] == "睇呢度："


@pytest.mark.parametrize("text", ["", " \n\t ", "\u3000"])
def test_white_space_alone_is_no_piece(text: str) -> None:
    assert split(text, 10) == []


@pytest.mark.parametrize(
    "text", [")" * 20_000, "一" * 20_000, "「" + "。」" * 9_000, " \n" * 9_000 + "a"]
)
def test_a_very_long_text_is_cut_too(text: str) -> None:
    assert without_space("".join(split(text, 4096))) == without_space(text)


@steadily
@given(anything)
def test_the_atoms_are_the_text(text: str) -> None:
    assert "".join(atoms(text)) == text


@steadily
@given(anything, limits)
def test_what_is_shortened_fits_and_is_the_beginning(text: str, limit: int) -> None:
    said = shortened(text, limit)

    assert utf16(said) <= limit
    assert " ".join(text.split()).startswith(said.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("點樣申請資助", "點樣申請資助"),
        ("用嘅係 1,234,567萬港元", "用嘅係…"),
        ("which machine counts", "which machine…"),
        ("a supercalifragilistic thing", "a supercalifr…"),
        ("包裝機，輸送帶，貨架，同，電腦", "包裝機，輸送帶，貨架，同…"),
        ("🧑🏽‍🏭🧑🏽‍🏭🧑🏽‍🏭🧑🏽‍🏭", "🧑🏽‍🏭…"),
    ],
)
def test_a_title_is_shortened_between_words_and_before_an_amount(text: str, said: str) -> None:
    assert shortened(text, 14) == said
