"""What an answer of a provider means (`provider_answers.yml`), and what it never does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bot.channels import provider_errors
from bot.channels.provider_errors import Outcome, Refused, Retry, Sent, reason_of

READ = {
    "whatsapp": provider_errors.whatsapp,
    "twilio": provider_errors.twilio,
    "telegram": provider_errors.telegram,
}
PUBLISHED = YAML(typ="safe").load(
    Path(__file__).with_name("provider_answers.yml").read_text(encoding="utf-8")
)


def outcome_of(answer: dict[str, Any]) -> Outcome:
    if "sent" in answer:
        return Sent(answer["sent"])
    if "retry" in answer:
        return Retry(answer["retry"], answer["code"])
    return Refused(answer["refused"], answer["code"])


ANSWERS = [
    pytest.param(app, each, id=f"{app}-{each['status']}-{each.get('code', 'sent')}")
    for app, answers in PUBLISHED.items()
    for each in answers
]


@pytest.mark.parametrize(("app", "answer"), ANSWERS)
def test_an_answer_of_a_provider_is_understood(app: str, answer: dict[str, Any]) -> None:
    assert READ[app](answer["status"], answer["body"]) == outcome_of(answer)


@pytest.mark.parametrize("app", ["whatsapp", "twilio"])
def test_how_long_to_wait_is_taken_from_the_header(app: str) -> None:
    assert READ[app](429, "{}", "12") == Retry(12, "429")


@pytest.mark.parametrize("app", list(READ))
@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (502, Retry(None, "502")),
        (429, Retry(None, "429")),
        (401, Refused("not_configured", "401")),
        (200, Sent("")),
    ],
)
def test_the_page_of_a_proxy_goes_by_its_status(app: str, status: int, outcome: Outcome) -> None:
    assert READ[app](status, "<html>Bad gateway</html>", "Fri, 31 Dec 1999 23:59:59 GMT") == outcome


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["error", "code", "messages", "result", "parameters", "id", "sid"]),
            inner,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(
    app=st.sampled_from(list(READ)),
    status=st.integers(min_value=200, max_value=599),
    body=JSON,
    header=st.text(max_size=5),
)
def test_whatever_the_answer_it_has_a_meaning(
    app: str, status: int, body: Any, header: str
) -> None:
    outcome = READ[app](status, json.dumps(body), header)

    assert isinstance(outcome, Sent) is (status < 300)


@pytest.mark.parametrize(
    ("app", "code", "reason"),
    [
        ("whatsapp", "131047", "window_closed"),
        ("whatsapp", "131026", "invalid_address"),
        ("twilio", "63016", "window_closed"),
        ("twilio", "63018", "other"),
        ("twilio", "", "other"),
        ("telegram", "403", "other"),
    ],
)
def test_a_failure_that_is_reported_later_has_its_reason(app: str, code: str, reason: str) -> None:
    assert reason_of(app, code) == reason
