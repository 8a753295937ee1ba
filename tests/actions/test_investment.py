"""The calculation the other way round: what to invest, and what own money makes."""

from __future__ import annotations

from actions import wiring
from actions.funding import WorkOutInvestment
from bot.scheme.money import Money
from tests.actions.conversation import Conversation, Said


def ask_investment(text: str) -> Said:
    (said,) = Conversation().say(WorkOutInvestment(), text, "ask_investment")
    return said


def test_the_investment_for_the_largest_grant_is_worked_out_when_none_is_named() -> None:
    said = ask_investment("想攞盡個上限要投資幾多")
    terms = wiring.funding_terms()

    assert said["response"] == "utter_investment"
    assert (said["grant"], said["eligible_total"]) == (str(terms.ceiling), str(terms.threshold))
    assert said["exceeds"] is False
    assert said["workings"]


def test_the_investment_for_a_grant_yields_that_grant() -> None:
    said = ask_investment("想拎300萬資助要投資幾多")

    eligible = Money.of(said["eligible_total"])
    assert wiring.funding_terms().grant_on(eligible) == Money.of(3_000_000)


def test_a_grant_above_the_ceiling_is_told_to_be_out_of_reach() -> None:
    assert ask_investment("想拎9億資助要投資幾多")["exceeds"] is True


def test_own_money_is_told_what_project_it_makes() -> None:
    said = ask_investment("我自己出800萬可以做幾大")

    assert said["response"] == "utter_project"
    assert Money.of(said["own_share"]) + Money.of(said["grant"]) == Money.of(said["total"])


def test_an_unclear_grant_is_asked_back() -> None:
    assert ask_investment("想拎幾百萬資助要投資幾多")["response"] == "utter_amount_unclear"
