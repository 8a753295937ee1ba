"""A conversation as a stream."""

import asyncio
import json

import pytest

from bot.channels import bell as bell_module
from bot.channels import events as events_module
from bot.channels.bell import Bell
from bot.channels.events import SIGN_OF_LIFE, events
from bot.conversations.model import Button, Incoming, Reply

ME = "website-me"


@pytest.fixture
def bell(store):
    store.begin(ME, "website")
    return Bell(store.last_numbers)


@pytest.fixture
def stream(store, bell):
    return lambda after: events(store, bell, ME, after, lambda: False)


async def take(stream, how_many):
    pieces = [await asyncio.wait_for(anext(stream), 30) for _ in range(how_many)]
    return [dict(line.split(": ", 1) for line in piece.strip().splitlines()) for piece in pieces]


def texts(pieces):
    return [json.loads(each["data"])["text"] for each in pieces if each["event"] == "message"]


async def test_everything_after_the_cursor_comes_first(store, stream):
    for number in range(4):
        store.say(ME, Reply(f"{number}", speaker="staff"))
    assert texts(await take(stream(0), 5)) == ["0", "1", "2", "3"]
    assert texts(await take(stream(2), 3)) == ["2", "3"]


async def test_what_is_said_by_this_process_comes_when_the_bell_rings(store, bell, stream):
    listening = stream(0)
    await take(listening, 1)
    store.say(ME, Reply("陳主任加入咗對話", speaker="staff", name="陳主任"))
    bell.ring(ME)
    (piece,) = await take(listening, 1)
    message = json.loads(piece["data"])
    assert (message["from"], message["name"], piece["id"]) == ("staff", "陳主任", "1")


async def test_what_another_process_says_is_found(store, bell, stream, monkeypatch):
    monkeypatch.setattr(bell_module, "SECONDS_BETWEEN_LOOKS", 0.01)
    listening = stream(0)
    await take(listening, 1)
    watching = asyncio.create_task(bell.watch())
    store.say(ME, Reply("你好", speaker="staff"))
    assert texts(await take(listening, 1)) == ["你好"]
    watching.cancel()


async def test_working_is_true_exactly_while_a_message_waits(store, bell, stream):
    listening = stream(0)
    states = await take(listening, 1)
    store.receive(ME, Incoming("first-id", "租金"))
    bell.ring(ME)
    states += await take(listening, 2)
    store.answer(ME, 1, [Reply("唔得")])
    bell.ring(ME)
    states += await take(listening, 2)
    working = [json.loads(each["data"]).get("working") for each in states]
    assert working == [False, None, True, None, False]


async def test_a_quiet_stream_shows_that_it_lives(stream, monkeypatch):
    monkeypatch.setattr(events_module, "SECONDS_BETWEEN_SIGNS", 0.01)
    listening = stream(0)
    await take(listening, 1)
    assert await anext(listening) == SIGN_OF_LIFE


async def test_payloads_stay_here_and_line_breaks_do_not_end_an_event(store, stream):
    store.receive(ME, Incoming("first-id", "上限\r\n\r\nevent: state", payload="/ask_ceiling"))
    store.answer(ME, 1, [Reply("第一行\n\n第二行", buttons=(Button("租金", "/ask_expense"),))])
    pieces = await take(stream(0), 3)
    assert texts(pieces) == ["上限\r\n\r\nevent: state", "第一行\n\n第二行"]
    assert json.loads(pieces[1]["data"])["buttons"] == [{"title": "租金"}]
    assert "/ask" not in json.dumps(pieces)


async def test_who_goes_is_not_rung_for_any_more(store, bell, stream):
    listening = stream(0)
    await take(listening, 1)
    await listening.aclose()
    assert bell._listeners == {}
