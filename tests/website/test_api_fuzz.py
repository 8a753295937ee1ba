"""Whatever is sent, the advisor refuses it by name and goes on: never an error of its own."""

from __future__ import annotations

import json
import random
from itertools import product

import pytest

from bot.settings import Settings

GOOD = {
    "id": "abcdefgh-_12",
    "text": "你好",
    "language": "en",
    "button": {"message": 1, "index": 0},
}
VALUES = (
    *(None, True, 0, -1, 1.5, 10**30, "", "x", "0", "null", "a" * 65, "\ud800", "\0", "１" * 9),
    *([], {}, [1], {"message": -1, "index": 0}, {"message": 10**20, "index": 10**20}),
    *({"message": "1", "index": "0"}, {"$ne": 1}, [["x"]] * 3, "'; DROP TABLE messages; --"),
)
RAW = (
    *(b"", b"{", b"null", b"[]", b'"text"', b"1e999", b"NaN", b"\xff\xfe", b"\0" * 99, b"a=b&c=d"),
    *(b"[" * 5000, b'{"id":' * 3000, b'{"id": 1, "id": 2}', b'{"text": "\\ud800"}', "﻿{}".encode()),
)
HEADERS = (
    *({"Content-Type": "text/xml"}, {"Content-Type": "multipart/form-data; boundary=x"}),
    *({"Content-Encoding": "gzip"}, {"Authorization": "Basic eDp5"}, {"Authorization": "Bearer"}),
    *({"Accept": "image/png"}, {"Last-Event-ID": "\x01x"}, {"Origin": ""}),
)
PATHS = ("/sessions", "/messages", "/feedback")


def odd_bodies() -> list[bytes]:
    """Bodies with one field wrong, with several, and what is no body at all."""
    one_wrong = [{**GOOD, name: value} for name, value in product(GOOD, VALUES)]
    for_feedback = [{"message": n, "value": value} for n, value in product(VALUES, ("up", 1))]
    dice = random.Random(7)
    several = [{name: dice.choice(VALUES) for name in GOOD} for _ in range(150)]
    return [json.dumps(each).encode() for each in one_wrong + for_feedback + several] + [*RAW]


def test_odd_bodies_are_refused_or_taken_and_never_an_error(client):
    bodies = odd_bodies()
    assert len(bodies) >= 300
    dice = random.Random(11)
    answers = [(body, client.http.post(dice.choice(PATHS[1:]), content=body)) for body in bodies]

    wrong = [(body, each.status_code) for body, each in answers if each.status_code >= 500]
    assert wrong == []
    assert all("error" in each.json() for _, each in answers if each.is_error)
    assert client.asks("租金可唔可以claim？")


@pytest.mark.parametrize("path", PATHS)
def test_odd_headers_and_methods_are_no_errors(client, path):
    body = json.dumps({"id": "abcdefgh-_12", "text": "你好", "message": 1, "value": None}).encode()
    for headers in HEADERS:
        assert client.http.post(path, content=body, headers=headers).status_code < 500
    for method in ("PUT", "DELETE", "PATCH", "HEAD", "TRACE", "PROPFIND"):
        assert client.http.request(method, path).status_code in (404, 405, 501, 200)


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client):
    large = b'{"text": "' + b"a" * Settings.__fields__["request_max_bytes"].default + b'"}'
    answer = client.http.post("/messages", content=large)

    assert (answer.status_code, answer.json()["error"]) == (413, "too_long")
