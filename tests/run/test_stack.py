"""The advisor as `make run` starts it."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest


@pytest.fixture
def ask(advisor_url):
    with httpx.Client(trust_env=False, timeout=60) as http:

        def send(message: str, sender: str) -> httpx.Response:
            return http.post(advisor_url, json={"sender": sender, "message": message})

        yield send


def test_many_messages_of_one_conversation_at_once_are_all_answered(ask):
    sender = str(uuid.uuid4())
    with ThreadPoolExecutor(30) as pool:
        answers = list(pool.map(lambda number: ask(f"租金{number}萬得唔得？", sender), range(30)))
    assert all(answer.json() for answer in answers)


def test_a_message_of_absurd_length_is_refused(ask):
    assert (
        ask("租" * 200_000, str(uuid.uuid4())).status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE
    )


def test_the_http_api_of_rasa_is_closed(advisor_url):
    root = advisor_url.removesuffix("/webhooks/rest/webhook")
    for path in ("/domain", "/conversations/x/tracker", "/model/parse", "/status"):
        assert httpx.get(root + path, trust_env=False).status_code == httpx.codes.NOT_FOUND


def test_the_gateway_offers_the_demo_page_and_nothing_of_rasas_own(advisor):
    assert httpx.get(advisor.web, trust_env=False).headers["Content-Type"].startswith("text/html")
    for path in ("webhooks/rest/webhook", "webhooks/rest/", "domain", "status"):
        assert httpx.get(advisor.web + path, trust_env=False).status_code == httpx.codes.NOT_FOUND


def test_a_rasa_that_is_killed_comes_back_and_the_advisor_answers_again(advisor, ask):
    before = advisor.pid("Rasa")
    advisor.kill("Rasa")
    advisor.wait_until_up()
    assert advisor.pid("Rasa") != before
    assert ask("租金可唔可以申請？", str(uuid.uuid4())).json()
