"""Which side of a general word is meant: by its place in a list, its clause, its sentence."""

from __future__ import annotations

import pytest

from bot.knowledge.base import open_base
from bot.nlu.general_words import with_sides
from bot.nlu.matcher import open_matcher


def sides(text: str) -> list[str]:
    """The expenses that a text names, once general words have their side, without repetition."""
    mentions = with_sides(open_base(), text, open_matcher().find(text))
    return list(dict.fromkeys(filter(None, (mention.of("expense") for mention in mentions))))


@pytest.mark.parametrize(
    ("text", "expenses"),
    [
        (
            "度條線嘅設計生產線顧問要價幾多、寫申請嘅顧問呢",
            ["consultant", "application_consultant"],
        ),
        ("寫申請書嘅顧問費\n設計生產線嘅顧問費", ["application_consultant", "consultant"]),
        ("律師費同法定押記嘅律師費", ["legal_fees", "charge_legal"]),
        ("寫字樓嘅電腦、條線嘅電腦", ["office_equipment", "machinery"]),
    ],
)
def test_two_of_one_word_each_have_the_side_of_their_own_place(
    text: str, expenses: list[str]
) -> None:
    assert sides(text) == expenses


@pytest.mark.parametrize(
    ("text", "expense"),
    [
        ("請律師搞押記", "charge_legal"),
        ("我哋要做押記,要請律師", "charge_legal"),
        ("保養費,已經包咗喺部機個價度", "maintenance_included"),
        ("顧問設計費", "consultant"),
    ],
)
def test_a_word_that_stands_alone_is_told_by_its_clause_or_sentence(
    text: str, expense: str
) -> None:
    assert expense in sides(text)


@pytest.mark.parametrize(
    ("text", "expense"),
    [
        ("裝修、傢俬", "furniture"),
        ("顧問費得唔得", "consultancy"),
        ("律師費\n押記費", "legal_fees"),
        ("運費包咗、保養呢", "maintenance"),
    ],
)
def test_what_is_said_of_another_thing_of_a_list_tells_nothing(text: str, expense: str) -> None:
    assert expense in sides(text)


def test_a_word_of_two_sides_in_one_sentence_stays_general() -> None:
    assert "consultancy" in sides("請個顧問,條線又幫手建立生產線,計劃書又佢寫")
