"""The calculation over a conversation; the real terms are read, never typed."""

from __future__ import annotations

from typing import Any

import pytest

from actions import wiring
from actions.funding import CalculateGrant, ResetBudget, ReviseBudget
from bot.scheme.money import Money
from tests.actions.conversation import Conversation, Said


def calculate(talk: Conversation, text: str) -> list[Said]:
    return talk.say(CalculateGrant(), text, "calculate_grant")


def revise(talk: Conversation, text: str) -> list[Said]:
    return talk.say(ReviseBudget(), text, "revise_budget")


def lines(said: Said) -> dict[str, tuple[str, str]]:
    """Budgeted and counted amount of each expense."""
    return {line["expense"]: (line["amount"], line["counted"]) for line in said["lines"]}


def test_a_bare_total_is_granted_its_share() -> None:
    (said,) = calculate(Conversation(), "項目900萬，資助幾多")

    assert said["response"] == "utter_funding_total"
    share = wiring.funding_terms().grant_on(Money.of(9_000_000))
    assert (said["grant"], said["eligible_total"]) == (str(share), "9000000")


def test_a_budget_over_the_ceiling_is_granted_the_ceiling() -> None:
    (said,) = calculate(Conversation(), "項目9億，資助幾多")

    assert said["grant"] == str(wiring.funding_terms().ceiling)
    assert said["binding"] == "ceiling"


def test_each_item_of_a_budget_has_its_line_and_what_does_not_count_is_left_out() -> None:
    (said,) = calculate(Conversation(), "機器800萬、顧問費60萬、租金30萬")

    assert said["response"] == "utter_funding"
    assert lines(said) == {
        "machinery": ("8000000", "8000000"),
        "consultant": ("600000", "600000"),
        "rent": ("300000", "0"),
    }
    assert said["excluded_total"] == "300000"


def test_an_item_above_its_cap_counts_up_to_the_cap() -> None:
    cap = wiring.expense_rules()["patent"].cap
    assert cap is not None
    (said,) = calculate(Conversation(), "機器800萬、專利註冊費300萬")

    assert lines(said)["patent"] == ("3000000", str(cap))


def test_an_item_that_nobody_lists_is_kept_by_the_name_that_was_given() -> None:
    (said,) = calculate(Conversation(), "機器800萬、陶笛烏龜3萬")

    (unknown,) = (line for line in said["lines"] if not line["expense"])
    assert (unknown["label"], unknown["counted"]) == ("陶笛烏龜", "0")


def test_the_steps_of_the_calculation_are_passed_on_as_plain_data() -> None:
    (said,) = calculate(Conversation(), "機器800萬、陶笛烏龜3萬")

    codes = [step["code"] for step in said["workings"]]
    assert codes[:2] == ["line_full", "line_not_in_material"]
    assert codes[-4:] == ["share", "grant", "own_share", "company_pays"]
    for step in said["workings"]:
        assert all(isinstance(value, str) for value in step["operands"].values())
    assert said["workings"][1]["operands"]["expense"] == ""
    assert said["workings"][-3]["amount"] == said["grant"]


def test_the_next_message_adds_to_the_budget() -> None:
    talk = Conversation()
    calculate(talk, "機器800萬、顧問費60萬")
    (said,) = revise(talk, "如果加多200萬機械呢")

    assert lines(said)["machinery"][0] == "10000000"
    assert lines(said)["consultant"][0] == "600000"


@pytest.mark.parametrize(
    ("text", "machinery", "consultant"),
    [
        ("顧問費改做50萬", "8000000", "500000"),
        ("唔係，係50萬", "8000000", "500000"),
        ("顧問費減10萬", "8000000", "500000"),
        ("減到50萬", "8000000", "500000"),
        ("唔要顧問費", "8000000", None),
        ("扣除顧問費", "8000000", None),
        ("唔要顧問費，機器改做700萬", "7000000", None),
        ("唔要顧問費60萬", "8000000", None),
    ],
)
def test_a_change_falls_on_what_it_names_or_on_what_came_last(
    text: str, machinery: str, consultant: str | None
) -> None:
    talk = Conversation()
    calculate(talk, "機器800萬、顧問費60萬")
    (said,) = revise(talk, text)

    amounts = {expense: amount for expense, (amount, _) in lines(said).items()}
    assert (amounts["machinery"], amounts.get("consultant")) == (machinery, consultant)


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        ("唔要租金", "remove", {"items": [{"id": "rent", "said": "租金"}]}),
        ("租金減10萬", "subtract", {"amounts": ["100000"]}),
        ("扣除租金", "subtract", {"items": [{"id": "rent", "said": "租金"}]}),
    ],
)
def test_a_change_that_finds_nothing_to_change_is_told(
    text: str, change: str, expected: dict[str, Any]
) -> None:
    talk = Conversation()
    calculate(talk, "機器800萬、顧問費60萬")
    before = talk.slots["budget"]
    (said,) = revise(talk, text)

    assert (said["response"], said["change"]) == ("utter_budget_unchanged", change)
    assert said.items() >= expected.items()
    assert talk.slots["budget"] == before


def test_less_of_a_budget_with_no_line_in_mind_does_not_replace_it() -> None:
    talk = Conversation()
    calculate(talk, "機器800萬、顧問費60萬、培訓20萬")
    revise(talk, "唔要培訓")
    (said,) = revise(talk, "減一百萬")

    assert said["response"] == "utter_budget_unchanged"


def test_a_budget_from_which_everything_is_taken_is_empty() -> None:
    talk = Conversation()
    calculate(talk, "機器800萬、顧問費60萬")
    revise(talk, "唔要機器同顧問費")
    (said,) = revise(talk, "加培訓30萬")

    assert list(lines(said)) == ["training"]


def test_asking_again_shows_the_same_result() -> None:
    talk = Conversation()
    before = calculate(talk, "機器800萬、顧問費60萬")

    assert calculate(talk, "幫我計下資助額") == before


def test_without_any_amount_the_budget_is_asked_for() -> None:
    (said,) = calculate(Conversation(), "幫我計下資助額")

    assert said["response"] == "utter_budget_asked"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("機器幾百萬", "vague"), ("機器80萬美金", "foreign"), ("機器300至500萬", "range")],
)
def test_an_unclear_amount_is_asked_back_and_the_answer_goes_to_its_item(
    text: str, kind: str
) -> None:
    talk = Conversation()
    (asked,) = calculate(talk, text)
    assert asked["response"] == "utter_amount_unclear"
    assert [(item["kind"], item["expense"]) for item in asked["items"]] == [(kind, "machinery")]

    (said,) = calculate(talk, "400萬")

    assert lines(said) == {"machinery": ("4000000", "4000000")}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("項目 -500萬，有幾多資助", "negative"),
        ("項目0元，有幾多資助", "zero"),
        ("項目9999999999999元，有幾多資助", "absurd_large"),
        (f"項目{'9' * 1200}元，有幾多資助", "absurd_large"),
        (f"機器{'9' * 1200}元、顧問費60萬", "absurd_large"),
    ],
    ids=["negative", "zero", "too large", "beyond any number", "one line of two"],
)
def test_an_amount_that_cannot_be_is_refused_with_its_reason(text: str, code: str) -> None:
    talk = Conversation()
    (said,) = calculate(talk, text)

    assert (said["response"], said["code"]) == ("utter_amount_refused", code)


def test_a_refused_change_leaves_the_budget_as_it_was() -> None:
    talk = Conversation()
    calculate(talk, "機器800萬、顧問費60萬")
    before = talk.slots["budget"]
    (said,) = revise(talk, "顧問費減900萬")

    assert said["response"] == "utter_amount_refused"
    assert talk.slots["budget"] == before


def test_two_totals_are_compared() -> None:
    said = calculate(Conversation(), "300萬同600萬分別資助幾多")

    assert [each["eligible_total"] for each in said] == ["3000000", "6000000"]


def test_starting_again_forgets_the_budget() -> None:
    talk = Conversation()
    calculate(talk, "機器800萬、顧問費60萬")
    (said,) = talk.say(ResetBudget(), "重新計過", "reset_budget")

    assert said["response"] == "utter_budget_cleared"
    assert talk.slots["budget"] is None


def test_starting_again_with_a_new_budget_works_it_out_at_once() -> None:
    talk = Conversation()
    calculate(talk, "機器800萬、顧問費60萬")
    (said,) = talk.say(ResetBudget(), "重新計過：機器300萬、培訓20萬", "reset_budget")

    assert list(lines(said)) == ["machinery", "training"]


def test_a_slot_that_is_damaged_is_an_empty_budget() -> None:
    talk = Conversation(slots={"budget": {"budget": {"lines": "?"}}})
    (said,) = calculate(talk, "幫我計下資助額")

    assert said["response"] == "utter_budget_asked"
