"""Function words are written the standard way, and words that only look like them are not."""

from __future__ import annotations

import pytest

from bot.nlu import cantonese
from bot.nlu.cantonese import feature_text, standard_words
from bot.nlu.folding import fold


@pytest.mark.parametrize(("word", "standard"), sorted(cantonese._WORDS.items()))
def test_every_word_of_the_table_can_stand_in_a_text(word: str, standard: str) -> None:
    assert fold(word).text == word
    assert standard_words(word) == standard


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("可唔可以", "可不可以"),
        ("係唔係", "是不是"),
        ("有冇", "有没有"),
        ("邊啲", "哪些"),
        ("佢哋", "他们"),
        ("嗰啲嘢", "那些东西"),
    ],
)
def test_what_is_put_together_of_words_needs_no_rule(said: str, written: str) -> None:
    assert standard_words(fold(said).text) == written


@pytest.mark.parametrize(
    "text",
    ["電話", "的話", "話費", "有沒有", "這是什麼", "比例", "管理系統", "關係", "合同", "重點"],
)
def test_a_standard_word_stays_as_it_is(text: str) -> None:
    folded = fold(text).text

    assert standard_words(folded) == folded


def test_punctuation_counts_as_one_space() -> None:
    assert feature_text("上限,,!期限?") == "上限 期限"
    assert feature_text("?!") == "?!"
