"""docs/website-api.md, kept by the real advisor: every message once, every refusal by its name."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from itsdangerous import TimestampSigner

from bot.channels.sessions import Sessions
from bot.settings import Settings
from tests.website.client import Client, new_id
from tests.website.conftest import MESSAGES_PER_MINUTE

RENT = "租金可唔可以claim？"
LIMIT = Settings.__fields__["message_limit"].default


@pytest.fixture
def nobody(address):
    """Without a session."""
    with Client(address) as client:
        yield client


def refused(response: httpx.Response) -> tuple[int, str]:
    body = response.json()
    assert body["message"]
    assert "\n" not in body["message"]
    return response.status_code, body["error"]


def test_a_session_is_as_described(nobody):
    response = nobody.opens()

    assert response.status_code == httpx.codes.CREATED
    assert response.json().keys() == {"session", "expires_in", "limit"}
    assert response.json()["limit"] == LIMIT
    assert nobody.news() == {"messages": [], "state": {"working": False}}


def test_a_message_has_the_fields_of_the_description_and_no_payload(client):
    (answer,) = client.asks(RENT)
    asked = client.news()["messages"][0]

    fields = {
        *("seq", "from", "name", "at", "text", "language", "id", "reply_to", "buttons", "card"),
        "feedback",
    }
    assert asked.keys() == answer.keys() == fields
    assert (asked["from"], asked["text"], asked["language"]) == ("visitor", RENT, None)
    assert (answer["from"], answer["seq"], answer["reply_to"]) == ("bot", 2, 1)
    assert answer["buttons"]
    assert all(button.keys() == {"title"} for button in answer["buttons"])


def test_the_same_id_ten_times_at_once_is_one_message_with_one_answer(client, records):
    id_ = new_id()
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: client.says(RENT, id_), range(10)))
    client.settled()

    assert [each.status_code for each in answers] == [httpx.codes.ACCEPTED] * 10
    assert {each.json()["seq"] for each in answers} == {1}
    assert client.says(RENT, id_).json()["seq"] == 1
    ((asked, replies),) = records.exchanges(client.token)
    assert asked == RENT
    assert len(replies) == 1


def test_thirty_messages_at_once_are_all_answered_in_order(client, records):
    texts = [f"租金{number}萬得唔得？" for number in range(1, 31)]
    with ThreadPoolExecutor(30) as pool:
        answers = list(pool.map(client.says, texts))
    client.settled()

    assert {each.status_code for each in answers} == {httpx.codes.ACCEPTED}
    exchanges = records.exchanges(client.token)
    assert sorted(asked for asked, _ in exchanges) == sorted(texts)
    assert all(replies for _, replies in exchanges)


def test_two_conversations_do_not_see_each_other(client, nobody):
    nobody.opens()
    client.asks(RENT)
    id_ = client.news()["messages"][0]["id"]

    assert nobody.news()["messages"] == []
    assert nobody.says("上限係幾多？", id_).json()["seq"] == 1
    pressed = {"id": new_id(), "button": {"message": 2, "index": 0}}
    nobody.settled()
    assert len(nobody.news()["messages"]) == 2
    assert client.http.post("/feedback", json={"message": 2, "value": "up"}).is_success
    assert nobody.news()["messages"][1]["feedback"] is None
    assert nobody.posts(pressed | {"button": {"message": 3, "index": 0}}).status_code == 404


def with_token(http: httpx.Client, token: str | None) -> list[tuple[int, str]]:
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    said = {"id": new_id(), "text": RENT}
    return [
        refused(http.request(method, path, json=body, headers=headers))
        for method, path, body in (
            ("POST", "/messages", said),
            ("GET", "/messages", None),
            ("GET", "/events", None),
            ("POST", "/feedback", {"message": 1, "value": "up"}),
        )
    ]


def test_no_token_a_forged_and_an_expired_one_are_nobody(nobody, client, records, monkeypatch):
    conversation = records.conversation(client.token)
    forged = Sessions("another secret", "website", 60).token(conversation)
    changed = f"{'A' if client.token[0] != 'A' else 'B'}{client.token[1:]}"
    days = Settings.__fields__["session_days"].default
    with monkeypatch.context() as patched:
        now = TimestampSigner("x").get_timestamp()
        past = now - (days + 1) * 86_400
        patched.setattr(TimestampSigner, "get_timestamp", lambda _: past)
        expired = records.sessions.token(conversation)

    for token in (None, "x", forged, expired, changed, f'"{conversation}"'):
        assert with_token(nobody.http, token) == [(401, "no_session")] * 4


def test_a_conversation_that_is_gone_is_asked_for_anew(nobody, records):
    nobody.token = records.sessions.token(records.sessions.new_conversation())

    assert refused(nobody.says(RENT)) == (401, "no_session")


def test_every_refusal_has_its_code(client):
    client.asks(RENT)
    id_ = new_id()
    button = {"message": 2, "index": 99}
    refusals = {
        "bad_request": (400, client.posts({"id": "short", "text": RENT})),
        "no_button": (404, client.posts({"id": id_, "button": button})),
        "too_long": (413, client.says("字" * (LIMIT + 1))),
        "empty": (422, client.says(" \n\t　")),
        "no_message": (404, client.http.post("/feedback", json={"message": 1, "value": "up"})),
    }
    assert {code: refused(response) for code, (_, response) in refusals.items()} == {
        code: (status, code) for code, (status, _) in refusals.items()
    }
    assert len(client.settled()) == 2


def test_a_closed_conversation_takes_nothing_more_but_can_be_read(client, nobody):
    client.asks(RENT)
    nobody.token = client.token
    client.opens()

    assert refused(nobody.says(RENT)) == (409, "closed")
    assert len(nobody.news()["messages"]) == 2
    assert client.news()["messages"] == []


def test_too_many_messages_are_asked_to_wait(client):
    id_ = new_id()
    answers = [client.says(RENT, id_) for _ in range(MESSAGES_PER_MINUTE + 1)]

    assert {each.status_code for each in answers[:-1]} == {httpx.codes.ACCEPTED}
    assert refused(answers[-1]) == (429, "too_many")
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert len(client.settled()) == 2


def test_the_limit_counts_characters_as_people_do(client):
    for character in ("字", "😀", "a"):
        assert client.says(character * LIMIT).status_code == httpx.codes.ACCEPTED
        assert refused(client.says(character * (LIMIT + 1))) == (413, "too_long")
    said = client.settled()
    assert len([each for each in said if each["from"] == "bot"]) == 3


def test_lone_surrogates_and_nul_are_stored_as_something_that_can_be_shown(client, records):
    raw = json.dumps({"id": new_id(), "text": "租\0金\ud83d可唔可以\udc00"}).encode()
    answer = client.http.post("/messages", content=raw)

    assert answer.status_code == httpx.codes.ACCEPTED
    asked, reply = client.settled()
    assert asked["text"] == "租金?可唔可以?"
    assert reply["text"]
    assert refused(client.says("\0\0")) == (422, "empty")
    bad = b'{"id": "\xff\xfe0000000", "text": "\xf0\x28\x8c\x28"}'
    assert refused(client.http.post("/messages", content=bad)) == (400, "bad_request")


def test_a_fresh_token_comes_with_every_message(client, nobody):
    nobody.token = client.says(RENT).json()["session"]

    assert nobody.settled()[0]["text"] == RENT
