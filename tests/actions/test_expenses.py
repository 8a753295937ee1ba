"""What can be claimed, item by item."""

from __future__ import annotations

import pytest

from actions import wiring
from actions.expenses import AnswerExpenses
from tests.actions.conversation import Conversation, Said


def ask(text: str) -> list[Said]:
    return Conversation().say(AnswerExpenses(), text, "ask_expense")


def ids(said: Said) -> list[str]:
    return [item["id"] for item in said["items"]]


def test_several_things_in_one_message_each_get_a_verdict_in_their_order() -> None:
    (said,) = ask("租金、機器同專利註冊費計唔計")

    assert said["response"] == "utter_expense_verdicts"
    assert ids(said) == ["rent", "machinery", "patent"]


def test_a_thing_named_twice_gets_one_verdict() -> None:
    (said,) = ask("租金得唔得？係舖租㗎，租金呢")

    assert ids(said) == ["rent"]


def test_a_machine_that_only_says_which_cost_is_meant_gets_no_verdict() -> None:
    (said,) = ask("由外地運部機返嚟嘅運費計唔計")

    assert ids(said) == ["delivery"]


def test_a_thing_that_nobody_lists_is_named_as_such() -> None:
    (said,) = ask("租金、陶笛計唔計")

    assert ids(said) == ["rent"]
    assert said["unknown"] == ["陶笛"]


def test_an_amount_with_an_item_says_how_much_of_it_counts() -> None:
    cap = wiring.expense_rules()["patent"].cap
    (said,) = ask("專利註冊費300萬得唔得")

    assert cap is not None
    (item,) = said["items"]
    assert (item["amount"], item["counted"]) == ("3000000", f"{cap.amount}")


@pytest.mark.parametrize(
    "text", ["專利註冊費300萬得唔得，專利註冊費呢", "專利註冊費得唔得，專利註冊費300萬呢"]
)
def test_an_amount_is_kept_whichever_mention_it_was_said_with(text: str) -> None:
    (said,) = ask(text)

    assert [item.get("amount") for item in said["items"]] == ["3000000"]


@pytest.mark.parametrize(
    "amount", ["0元", " -5萬", f"{'9' * 1200}元"], ids=["zero", "negative", "beyond any number"]
)
def test_an_amount_that_cannot_be_is_left_out_of_the_verdict(amount: str) -> None:
    (said,) = ask(f"租金{amount}得唔得")

    assert ids(said) == ["rent"]
    assert not said["items"][0].get("amount")


@pytest.mark.parametrize(
    ("text", "service"),
    [("ISO13485認證得唔得", "iso13485"), ("釣魚演習可唔可以報", "phishing_drill")],
)
def test_a_service_asked_about_as_an_expense_is_described(text: str, service: str) -> None:
    said = ask(text)[0]

    assert said["response"] == "utter_service"
    assert service in said["services"]


def test_without_anything_named_the_advisor_asks_which() -> None:
    (said,) = ask("可唔可以報")

    assert said["response"] == "utter_expense_which"
