"""What a message does to the calculation before it."""

from __future__ import annotations

import pytest

from bot.nlu.budget_change import change_of, is_own_money


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("部機1200萬", "set"),
        ("加工費20萬", "set"),
        ("稅務減免呢", "set"),
        ("machines 3m, consultant 200k", "set"),
        ("如果加多200萬機械呢", "add"),
        ("再多買一部", "add"),
        ("仲有顧問費80萬", "add"),
        ("what if we add 2 million", "add"),
        ("another 500k", "add"),
        ("減一百萬", "subtract"),
        ("少咗20萬", "subtract"),
        ("less 1m", "subtract"),
        ("reduce the machines by 2m", "subtract"),
        ("唔要顧問費", "remove"),
        ("取消審計", "remove"),
        ("除咗租金", "remove"),
        ("without rent", "remove"),
        ("drop the consultant", "remove"),
        ("唔係,係一千二百萬", "correct"),
        ("不是80萬，是90萬", "correct"),
        ("專利改做20萬", "correct"),
        ("打錯，應該係500萬", "correct"),
        ("make it 3 million", "correct"),
        ("I meant 3 million", "correct"),
        ("減到500萬", "correct"),
        ("加至800萬", "correct"),
        ("reduce it to 5m", "correct"),
    ],
)
def test_the_change_is_told_from_the_words(text: str, change: str) -> None:
    assert change_of(text) == change


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("我自己出800萬可以做幾大", True),
        ("公司有900萬", True),
        ("手頭有300萬", True),
        ("we have 8 million", True),
        ("we can put in 3m", True),
        ("想拎500萬資助要投資幾多", False),
        ("攞500萬，自己要出幾多", False),
        ("政府批500萬我哋要有幾多", False),
        ("we want a grant of 5 million", False),
        ("How much must we invest to get 5m?", False),
    ],
)
def test_own_money_is_told_from_the_grant_that_is_wanted(text: str, own: bool) -> None:
    assert is_own_money(text) is own
