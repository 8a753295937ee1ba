"""Names and aliases are found however they are written, on a small invented vocabulary."""

from __future__ import annotations

import pytest

from bot.knowledge.vocabulary import Term
from bot.nlu.folding import fold
from bot.nlu.matcher import KnowledgeMatcher

VOCABULARY = (
    Term("expense", "kiln", "陶窯"),
    Term("expense", "kiln", "kiln"),
    Term("expense", "small_kiln", "小型陶窯"),
    Term("expense", "clay", "泥"),
    Term("expense", "glaze", "釉 料"),
    Term("technology", "ray", "RAY"),
    Term("service", "firing", "燒製"),
    Term("industry", "pottery", "燒製"),
    Term("expense", "power", "用電"),
    Term("expense", "computer", "電腦"),
)


@pytest.fixture(scope="module")
def matcher() -> KnowledgeMatcher:
    return KnowledgeMatcher(VOCABULARY)


def found(matcher: KnowledgeMatcher, text: str) -> list[tuple[str, ...]]:
    return [(each.text, *(id_ for _, id_ in each.meanings)) for each in matcher.find(text)]


@pytest.mark.parametrize(
    "text", ["買陶窯得唔得", "买陶窑得唔得", "買 陶 窯", "KILN 得唔得", "ｋｉｌｎ得", "two kilns?"]
)
def test_a_thing_is_found_in_any_script_width_and_case(
    matcher: KnowledgeMatcher, text: str
) -> None:
    assert [mention.of("expense") for mention in matcher.find(text)] == ["kiln"]


def test_the_longest_name_wins(matcher: KnowledgeMatcher) -> None:
    assert found(matcher, "一部小型陶窯") == [("小型陶窯", "small_kiln")]


def test_several_things_are_found_in_order_at_their_places(matcher: KnowledgeMatcher) -> None:
    text = "釉料、ray 同陶窯"
    mentions = matcher.find(text)

    assert [mention.meanings[0][1] for mention in mentions] == ["glaze", "ray", "kiln"]
    assert [text[mention.start : mention.end] for mention in mentions] == ["釉料", "ray", "陶窯"]


@pytest.mark.parametrize("text", ["array", "xkiln", "kilnx", "x-ray1"])
def test_a_latin_name_inside_another_word_is_not_found(
    matcher: KnowledgeMatcher, text: str
) -> None:
    assert matcher.find(text) == ()


def test_a_name_glued_to_chinese_is_a_word_of_its_own(matcher: KnowledgeMatcher) -> None:
    assert found(matcher, "我哋用RAY技術") == [("RAY", "ray")]


def test_one_character_counts_only_as_a_word_of_its_own(matcher: KnowledgeMatcher) -> None:
    assert found(matcher, "泥、燒製") == [("泥", "clay"), ("燒製", "pottery", "firing")]
    assert found(matcher, "水泥廠") == []


@pytest.mark.parametrize("text", ["泥同陶窯", "一筆係泥嚟", "淨係泥三百萬", "釉料泥要幾多"])
def test_one_character_is_found_between_the_small_words_of_cantonese(
    matcher: KnowledgeMatcher, text: str
) -> None:
    assert ("泥", "clay") in found(matcher, text)


def test_of_two_crossing_names_the_one_that_cuts_no_word_is_found(
    matcher: KnowledgeMatcher,
) -> None:
    assert found(matcher, "我用電腦") == [("電腦", "computer")]
    assert found(matcher, "用電幾多") == [("用電", "power")]


def test_a_word_with_two_meanings_has_both(matcher: KnowledgeMatcher) -> None:
    (mention,) = matcher.find("燒製")

    assert (mention.of("service"), mention.of("industry")) == ("firing", "pottery")
    assert mention.of("expense") is None


@pytest.mark.parametrize("text", ["", "   ", "😀", "今日天氣好好"])
def test_nothing_is_found_where_nothing_is_named(matcher: KnowledgeMatcher, text: str) -> None:
    assert matcher.find(text) == ()


def test_jieba_cuts_at_the_names_of_the_vocabulary(matcher: KnowledgeMatcher) -> None:
    assert "小型陶窑" in [word for word, _, _ in matcher.cut(fold("買小型陶窯").text)]
