"""What is passed on to Rasa and back, and what is not."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.gateway import proxy, server
from bot.settings import HOST
from tests.gateway.conftest import AS_IT_COMES, gateway_with
from tests.gateway.rasa import FIRST, SECOND
from tests.gateway.test_files import raw

pytestmark = pytest.mark.usefixtures("gateway")
EVENTS, MESSAGES = "/webhooks/website/events", "/webhooks/website/messages"


async def test_a_message_and_its_answer_pass_unchanged(http, rasa):
    answer = await http.post(
        f"{MESSAGES}?a=%E7%A7%9F&b=1", data="租金".encode(), headers={"Authorization": "Bearer x"}
    )
    assert answer.status == 202
    assert await answer.json() == {"path": f"{MESSAGES}?a=%E7%A7%9F&b=1", "body": "租金"}
    assert rasa.last.headers["Authorization"] == "Bearer x"
    assert answer.headers.getall("Set-Cookie") == ["a=1", "b=2"]


async def test_an_event_passes_before_the_next_one_is_known(http, rasa):
    answer = await http.get(EVENTS, **AS_IT_COMES)
    assert answer.headers["Content-Type"] == "text/event-stream"
    assert await answer.content.readexactly(len(FIRST)) == FIRST
    assert not rasa.may_go_on.is_set()
    rasa.may_go_on.set()
    assert await answer.read() == SECOND


async def test_a_visitor_who_goes_away_ends_the_stream_at_rasa(http, rasa):
    answer = await http.get(EVENTS, **AS_IT_COMES)
    await answer.content.readexactly(len(FIRST))
    answer.close()
    await asyncio.wait_for(rasa.visitor_gone.wait(), 10)
    assert not rasa.may_go_on.is_set()


async def test_a_message_of_a_visitor_who_goes_away_is_delivered_all_the_same(http, rasa):
    sending = asyncio.ensure_future(http.post("/webhooks/website/slow", data="last words"))
    await rasa.asked.wait()
    sending.cancel()
    await asyncio.sleep(0.1)
    rasa.may_go_on.set()
    await asyncio.wait_for(rasa.kept.wait(), 10)
    assert rasa.stored == ["last words"]


async def test_open_streams_do_not_hold_up_the_end(rasa, chosen, widget, monkeypatch):
    monkeypatch.setattr(server, "SECONDS_TO_FINISH", 3600)

    async def visit():
        async with gateway_with(chosen, widget) as visitor:
            answer = await visitor.get(EVENTS, **AS_IT_COMES)
            await answer.content.readexactly(len(FIRST))
        answer.close()

    await asyncio.wait_for(visit(), 30)
    await asyncio.wait_for(rasa.visitor_gone.wait(), 30)
    assert not rasa.may_go_on.is_set()


async def test_an_answer_that_breaks_off_is_not_taken_for_a_whole_one(http, rasa):
    answer = await http.get("/webhooks/website/broken", **AS_IT_COMES)
    with pytest.raises(aiohttp.ClientError):
        await answer.read()


async def test_an_answer_without_a_body_stays_without(http, rasa):
    answer = await http.get("/webhooks/website/empty")
    assert (answer.status, await answer.read()) == (204, b"")
    assert "Transfer-Encoding" not in answer.headers
    assert (await http.get(MESSAGES)).status == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_without_rasa_the_visitor_is_told_to_come_again(http, method):
    answer = await http.request(method, MESSAGES, headers={"Origin": "http://evil.example"})
    assert answer.status == 503
    assert (await answer.json())["error"] == "unavailable"
    assert int(answer.headers["Retry-After"]) > 0
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("chunked", [False, True])
async def test_a_body_over_the_limit_is_refused_and_does_not_reach_rasa(
    http, rasa, chosen, chunked
):
    async def pieces():
        for _ in range(3):
            yield b"x" * chosen.request_max_bytes

    body = pieces() if chunked else b"x" * (chosen.request_max_bytes + 1)
    answer = await http.post(MESSAGES, data=body)
    assert answer.status == 413
    assert (await answer.json())["error"] == "too_long"
    assert rasa.reached == []


async def test_a_body_at_the_limit_passes(http, rasa, chosen):
    answer = await http.post(MESSAGES, data=b"x" * chosen.request_max_bytes)
    assert answer.status == 202


async def test_a_body_that_does_not_come_is_not_waited_for_for_ever(http, rasa, monkeypatch):
    monkeypatch.setattr(proxy, "SECONDS_TO_SEND_A_BODY", 0.05)

    async def never():
        yield b"x"
        await asyncio.sleep(60)

    answer = await http.post(MESSAGES, data=never())
    assert (answer.status, (await answer.json())["error"]) == (408, "timeout")
    assert rasa.reached == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD", "TRACE"])
async def test_other_methods_are_refused(http, rasa, method):
    answer = await http.request(method, MESSAGES)
    assert answer.status == 405
    assert rasa.reached == []


@pytest.mark.parametrize(
    "target",
    [
        "/webhooks/rest/webhook",
        "/webhooks/website",
        "/webhooks/websites/x",
        "/webhooks/website/../rest/webhook",
        "/webhooks/website/%2e%2e/rest/webhook",
        "/webhooks/website/..%2frest/webhook",
        "/webhooks/website/..%5crest/webhook",
        "/webhooks//website/x",
        "/webhooks/%77ebsite/x",
        "/conversations/x/tracker",
        "/model/parse",
        "/status",
        "http://127.0.0.1:1/webhooks/rest/webhook",
    ],
)
async def test_nothing_else_of_rasa_can_be_reached(chosen, rasa, target):
    status, _ = await raw(chosen.web_port, target)
    assert status == 404
    assert rasa.reached == []


async def test_headers_of_the_connection_stop_at_the_gateway(http, rasa):
    sent = {"Connection": "keep-alive, X-Mine", "X-Mine": "1", "TE": "trailers", "X-Kept": "1"}
    answer = await http.post(MESSAGES, data="x", headers=sent)
    assert not {"X-Mine", "TE", "Keep-Alive"} & set(rasa.last.headers)
    assert rasa.last.headers["X-Kept"] == "1"
    assert "Keep-Alive" not in answer.headers


async def test_rasa_is_told_the_address_of_the_peer_whatever_a_visitor_claims(http, rasa):
    claims = ("For", "Host", "Proto", "Path", "Port")
    lies = {f"X-Forwarded-{each}": "9.9.9.9" for each in claims}
    await http.post(MESSAGES, headers=lies | {"X-Real-IP": "9.9.9.9", "Forwarded": "for=9.9.9.9"})
    told = {
        n: v for n, v in rasa.last.headers.items() if "forwarded" in n.lower() or n == "X-Real-IP"
    }
    assert told == {"X-Forwarded-For": HOST}


@pytest.mark.parametrize(
    ("proxies", "said", "told"),
    [
        (1, "9.9.9.9, 203.0.113.7", "203.0.113.7"),
        (2, "9.9.9.9, 203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (1, "2001:db8::1", "2001:db8::1"),
        (2, "203.0.113.7", HOST),
        (1, "nonsense", HOST),
        (1, None, HOST),
    ],
)
async def test_behind_proxies_of_ours_the_address_is_the_one_they_saw(
    rasa, chosen, widget, proxies, said, told
):
    async with gateway_with(chosen, widget, trusted_proxies=proxies) as visitor:
        await visitor.post(MESSAGES, headers={"X-Forwarded-For": said} if said else {})
    assert rasa.last.headers.getall("X-Forwarded-For") == [told]


async def test_health_tells_that_it_serves_and_whether_rasa_does(http, rasa):
    answer = await http.get("/healthz")
    assert (answer.status, await answer.json()) == (200, {"status": "ok", "rasa": "up"})


async def test_health_without_rasa(http):
    answer = await http.get("/healthz")
    assert (answer.status, await answer.json()) == (200, {"status": "ok", "rasa": "down"})
