"""One line on a page of somebody else: the widget is at home there, and not on any page."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import expect

API = "/webhooks/website"


@pytest.fixture
def ask(address):
    with httpx.Client(base_url=address, trust_env=False) as http:
        yield http


def test_a_visitor_of_another_site_has_a_conversation(visit, elsewhere, advisor, records):
    guest = visit(page=elsewhere.address).opens()
    guest.asks("租金可唔可以claim？")
    expect(guest.asks("部機1200萬，攞到幾多？").locator(".card")).to_be_visible()
    advisor.kill("gateway")
    guest.asks("資助上限係幾多？")
    guest.page.reload()
    expect(guest.messages("visitor")).to_have_count(3)

    assert guest.page.url.startswith(elsewhere.address)
    assert len(records.exchanges(guest.token)) == 3
    assert guest.context.cookies() == []


@pytest.mark.parametrize("path", ["/sessions", "/messages", "/events", "/feedback"])
def test_a_browser_is_told_that_the_page_may_send_what_the_widget_sends(ask, elsewhere, path):
    wish = {
        "Origin": elsewhere.address,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type, last-event-id",
    }
    answer = ask.options(API + path, headers=wish)
    allowed = answer.headers["Access-Control-Allow-Headers"].lower()

    assert answer.is_success
    assert answer.headers["Access-Control-Allow-Origin"] == elsewhere.address
    assert {"authorization", "content-type", "last-event-id"} <= set(allowed.split(", "))
    assert {"GET", "POST"} <= set(answer.headers["Access-Control-Allow-Methods"].split(", "))


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost"])
def test_a_page_that_is_not_listed_may_neither_ask_nor_read(ask, origin):
    for method, path in (("OPTIONS", "/messages"), ("POST", "/sessions"), ("GET", "/events")):
        answer = ask.request(method, API + path, headers={"Origin": origin})

        assert (answer.status_code, answer.json()["error"]) == (httpx.codes.FORBIDDEN, "origin")
        assert "Access-Control-Allow-Origin" not in answer.headers
