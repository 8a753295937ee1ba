"""Which pages may talk with the advisor, as their browsers are told."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("gateway")
MESSAGES = "/webhooks/website/messages"
FOREIGN = "http://evil.example"


async def ask_first(http, origin):
    wish = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    return await http.options(MESSAGES, headers=wish)


async def test_the_page_of_an_allowed_origin_may_send_and_read(http, rasa, chosen):
    for origin in chosen.origins:
        before = await ask_first(http, origin)
        assert before.status == 204
        assert before.headers["Access-Control-Allow-Origin"] == origin
        assert "POST" in before.headers["Access-Control-Allow-Methods"]
        allowed = before.headers["Access-Control-Allow-Headers"].lower().split(", ")
        assert {"authorization", "content-type", "last-event-id"} <= set(allowed)
        answer = await http.post(MESSAGES, headers={"Origin": origin})
        assert answer.headers.getall("Access-Control-Allow-Origin") == [origin]
        assert "Origin" in answer.headers["Vary"]


async def test_another_page_may_not(http, rasa):
    before = await ask_first(http, FOREIGN)
    assert (before.status, (await before.json())["error"]) == (403, "origin")
    answer = await http.post(MESSAGES, headers={"Origin": FOREIGN})
    for each in (before, answer):
        assert "Access-Control-Allow-Origin" not in each.headers


async def test_a_page_can_read_that_rasa_is_not_there_and_when_to_come_again(http, chosen):
    assert (await ask_first(http, chosen.origins[0])).status == 204
    answer = await http.post(MESSAGES, headers={"Origin": chosen.origins[0]})
    assert answer.status == 503
    assert answer.headers["Access-Control-Allow-Origin"] == chosen.origins[0]
    assert "Retry-After" in answer.headers["Access-Control-Expose-Headers"]


async def test_rasa_sees_the_origin_and_decides_too(http, rasa):
    await http.post(MESSAGES, headers={"Origin": FOREIGN})
    assert rasa.last.headers["Origin"] == FOREIGN
