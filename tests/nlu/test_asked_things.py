"""What a message is about, told from what only describes it."""

from __future__ import annotations

import pytest

from bot.knowledge.base import open_base
from bot.nlu import asked_things
from bot.nlu.asked_things import asides
from bot.nlu.matcher import open_matcher
from bot.nlu.money_text import find_amounts


def about(text: str) -> list[str | None]:
    """The expenses that a text is about, in its order, each once."""
    mentions = open_matcher().find(text)
    left_out = asides(mentions, text, find_amounts(text), open_base())
    named = [
        each.of("expense")
        for index, each in enumerate(mentions)
        if each.of("expense") and index not in left_out
    ]
    return list(dict.fromkeys(named))


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("部機嘅保險計唔計", ["insurance"]),
        ("運部機嚟嘅運費", ["delivery"]),
        ("借錢買機要俾嘅利息", ["financing"]),
        ("培訓同事用部新機得唔得", ["training"]),
        ("insurance for the machine", ["insurance"]),
        ("部機由日本運過嚟嘅運費", ["delivery"]),
        ("買機嗰筆貸款嘅利息", ["financing"]),
        ("interest on the loan for the equipment", ["financing"]),
        ("部機壞咗,維修費可唔可以報", ["maintenance"]),
        ("我哋打算買部新機,運費計唔計", ["delivery"]),
        ("太陽能板安裝費", ["solar"]),
    ],
)
def test_a_machine_that_only_says_which_cost_is_meant_is_not_asked_about(
    text: str, things: list[str]
) -> None:
    assert about(text) == things


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("機、顧問、租金", ["machinery", "consultancy", "rent"]),
        ("機器同保險", ["machinery", "insurance"]),
        ("機器 顧問 租金", ["machinery", "consultancy", "rent"]),
        ("租金人工利息", ["rent", "salaries", "financing"]),
        ("machinery and insurance", ["machinery", "insurance"]),
        ("機器100萬保險10萬", ["machinery", "insurance"]),
        ("我想買部機,另外運費計唔計", ["machinery", "delivery"]),
        ("我想買部機同請顧問,計唔計", ["machinery", "consultancy"]),
        ("部機連運費得唔得", ["machinery", "delivery"]),
        ("租機定買機好", ["leasing", "machinery"]),
        ("租金水電", ["rent", "office_admin"]),
    ],
)
def test_the_things_of_a_list_are_all_asked_about(text: str, things: list[str]) -> None:
    assert about(text) == things


def test_a_thing_alone_is_asked_about() -> None:
    assert about("部機計唔計") == ["machinery"]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("員工宿舍嘅租金", "rent"),
        ("法定押記嘅律師費", "charge_legal"),
        ("潔淨室裝修工程", "fit_out"),
        ("叉車充電站", "charging"),
        ("貨車保險", "insurance"),
        ("培訓員工嘅人工", "salaries"),
        ("the rent of the warehouse", "rent"),
        ("工程師嘅人工", "salaries"),
        ("節能設備慳電費", "solar"),
    ],
)
def test_of_two_words_for_one_thing_the_one_that_tells_stays(text: str, thing: str) -> None:
    assert about(text) == [thing]


def test_every_expense_that_the_rules_name_stands_in_the_knowledge_base() -> None:
    assert {asked_things._BEARER, *asked_things._OWNED, *asked_things._OF_MACHINES} <= set(
        open_base().expenses
    )
