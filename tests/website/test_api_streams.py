"""Events: everything after the place that a client names, then what comes."""

from __future__ import annotations

import httpx
import pytest

from tests.website.mishaps import frozen

RENT = "租金可唔可以claim？"
CEILING = "資助上限係幾多？"


def taken(events, until) -> list:
    """The events up to the first for which `until` holds."""
    found = []
    for event in events:
        found.append(event)
        if until(event):
            return found
    raise AssertionError("the stream ended")


def is_settled(event) -> bool:
    return event[0] == "state" and not event[2]["working"]


def test_a_stream_tells_a_message_its_answer_and_the_work_in_between(client, advisor):
    with client.listens(0) as events:
        assert next(events) == ("state", None, {"working": False})
        with frozen(advisor, "action server"):
            client.says(RENT)
            name, id_, data = next(events)
            assert (name, id_, data["from"], data["text"]) == ("message", "1", "visitor", RENT)
            assert next(events) == ("state", None, {"working": True})
        *answers, _ = taken(events, is_settled)

    assert [(name, id_, data["reply_to"]) for name, id_, data in answers] == [("message", "2", 1)]


@pytest.mark.parametrize("after", [None, 0, 1, 2, 3, 4, 99])
def test_a_stream_begins_after_the_place_that_is_named(client, after):
    client.asks(RENT)
    client.asks(CEILING)

    with client.listens(after) as events:
        said = [data["seq"] for name, _, data in taken(events, is_settled) if name == "message"]
    assert said == list(range((after or 0) + 1, 5))
    known = client.news(after or 0)
    assert [each["seq"] for each in known["messages"]] == said


def test_the_header_counts_more_than_the_address(client):
    client.asks(RENT)

    headers = {"Last-Event-ID": "1"}
    answer = client.http.get("/messages", params={"after": 0}, headers=headers)
    assert [each["seq"] for each in answer.json()["messages"]] == [2]


@pytest.mark.parametrize("after", ["-1", "1.5", "x", "１", "9" * 40, " ", "1;2"])
def test_a_place_that_is_no_number_is_refused(client, after):
    for path in ("/messages", "/events"):
        answer = client.http.get(path, params={"after": after})
        assert (answer.status_code, answer.json()["error"]) == (
            httpx.codes.BAD_REQUEST,
            "bad_request",
        )


def test_what_another_process_says_comes_in_a_stream_that_is_open(client, records):
    client.asks(RENT)
    with client.listens(2) as events:
        assert is_settled(next(events))
        seq = records.staff_says(client.token, "你好", "陳小姐")
        name, id_, data = next(events)

    assert (name, id_, data["seq"]) == ("message", f"{seq}", seq)
    assert (data["from"], data["name"], data["text"]) == ("staff", "陳小姐", "你好")


def test_many_streams_of_one_conversation_hear_the_same(client):
    with client.listens(0) as one, client.listens(0) as two, client.listens(0) as three:
        for events in (one, two, three):
            assert is_settled(next(events))
        client.asks(RENT)
        heard = [
            [
                data["seq"]
                for name, _, data in taken(events, lambda e: e[1] == "2")
                if name != "state"
            ]
            for events in (one, two, three)
        ]
    assert heard == [[1, 2]] * 3
