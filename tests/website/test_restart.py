"""Processes die, the line breaks: nothing is lost and nothing is said twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.website.client import Client
from tests.website.mishaps import frozen, held

FIRST = "租金可唔可以claim？"
SECOND = "部機1200萬、顧問費80萬、租金300萬，攞到幾多？"
THIRD = "咩嘢開支可以資助，咩嘢唔可以？"


@pytest.fixture(scope="module")
def undisturbed(address, records) -> list[tuple[str, list[str]]]:
    """What is said and answered when nothing happens."""
    with Client(address) as client:
        client.opens()
        for question in (FIRST, SECOND, THIRD):
            client.asks(question)
        return records.exchanges(client.token)


@pytest.fixture
def nothing_is_lost_or_doubled(visitor, records, undisturbed):
    """A check for the end of a story: in the databases and on the screen."""

    def check() -> None:
        assert records.exchanges(visitor.token) == undisturbed
        assert visitor.all_texts() == [each.text for each in records.messages(visitor.token)]
        expect(visitor.banner).to_be_hidden()

    return check


def test_rasa_is_killed_while_it_answers(visitor, advisor, nothing_is_lost_or_doubled):
    visitor.asks(FIRST)
    with frozen(advisor, "action server"):
        visitor.sends(SECOND)
        expect(visitor.working).to_be_visible()
        advisor.kill("Rasa")
    advisor.wait_until_up()
    visitor.is_answered(2)
    visitor.asks(THIRD)
    nothing_is_lost_or_doubled()


def test_rasa_is_killed_when_it_has_answered_and_nobody_knows(
    visitor, advisor, records, nothing_is_lost_or_doubled
):
    visitor.asks(FIRST)
    with frozen(advisor, "action server") as go_on:
        visitor.sends(SECOND)
        expect(visitor.working).to_be_visible()
        with held(records.database):
            go_on()
            records.wait_until_rasa_has(visitor.token, 3)
            advisor.kill("Rasa")
    advisor.wait_until_up()
    visitor.is_answered(2)
    visitor.asks(THIRD)
    nothing_is_lost_or_doubled()


def test_messages_that_are_sent_while_rasa_dies_and_is_away(
    visitor, advisor, nothing_is_lost_or_doubled
):
    visitor.asks(FIRST)
    with frozen(advisor, "Rasa"):
        visitor.sends(SECOND)
        expect(visitor.unsent).to_have_count(1)
        advisor.kill("Rasa")
    visitor.sends(THIRD)
    expect(visitor.unsent).to_have_count(2)
    expect(visitor.banner).to_contain_text("重新連接")
    visitor.page.reload()
    advisor.wait_until_up()
    visitor.is_answered(3)

    nothing_is_lost_or_doubled()


def test_the_action_server_is_killed_in_the_middle(visitor, advisor, nothing_is_lost_or_doubled):
    visitor.asks(FIRST)
    with frozen(advisor, "action server"):
        visitor.sends(SECOND)
        expect(visitor.working).to_be_visible()
        advisor.kill("action server")
    visitor.is_answered(2)
    visitor.asks(THIRD)
    nothing_is_lost_or_doubled()


def test_the_gateway_is_killed_in_the_middle(visitor, advisor, nothing_is_lost_or_doubled):
    visitor.asks(FIRST)
    with frozen(advisor, "action server"):
        visitor.sends(SECOND)
        expect(visitor.working).to_be_visible()
        advisor.kill("gateway")
        visitor.sends(THIRD)
    visitor.is_answered(3)

    nothing_is_lost_or_doubled()


def test_what_is_written_offline_is_answered_in_order_afterwards(
    visitor, nothing_is_lost_or_doubled
):
    visitor.asks(FIRST)
    visitor.context.set_offline(True)
    expect(visitor.banner).to_contain_text("離線")
    visitor.sends(SECOND)
    visitor.sends(THIRD)
    expect(visitor.unsent).to_have_count(2)
    visitor.context.set_offline(False)
    visitor.is_answered(3)

    nothing_is_lost_or_doubled()
