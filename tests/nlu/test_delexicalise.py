"""Messages that differ only in the thing or the sum they name look the same to the classifier."""

from __future__ import annotations

import re

import pytest

from bot.nlu.delexicalise import AMOUNT_SIGN, SIGNS, delexicalise
from bot.nlu.matcher import Mention


def mention(text: str, name: str, *kinds: str) -> Mention:
    start = text.index(name)
    return Mention(start, start + len(name), name, tuple((kind, "some_id") for kind in kinds))


@pytest.mark.parametrize("kind", SIGNS)
def test_two_things_of_a_kind_leave_the_same_sentence(kind: str) -> None:
    one, other = "陶窯可唔可以claim", "風車可唔可以claim"

    first = delexicalise(one, [mention(one, "陶窯", kind)], [])
    second = delexicalise(other, [mention(other, "風車", kind)], [])

    assert first == second
    assert SIGNS[kind] in first


def test_things_of_different_kinds_stay_different() -> None:
    text = "陶窯呢"
    expense = delexicalise(text, [mention(text, "陶窯", "expense")], [])
    service = delexicalise(text, [mention(text, "陶窯", "service")], [])

    assert expense != service


def test_amounts_leave_one_sign_whatever_their_size() -> None:
    def read(text: str) -> str:
        start, end = re.search(r"\d+萬", text).span()  # type: ignore[union-attr]
        return delexicalise(text, [], [Mention(start, end, text[start:end], ())])

    assert read("部機3萬") == read("部機450萬")
    assert AMOUNT_SIGN in read("部機3萬")


def test_a_topic_stays_in_its_own_words() -> None:
    text = "期限幾耐"

    assert "期限" in delexicalise(text, [mention(text, "期限", "topic")], [])


def test_spoken_and_written_chinese_come_closer() -> None:
    assert delexicalise("可唔可以", [], []) == delexicalise("可不可以", [], [])
