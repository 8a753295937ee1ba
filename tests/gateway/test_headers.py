"""What every answer of the gateway carries, and what it never does."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("gateway")

POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'self'; object-src 'none'"
)
EVERYTHING = [
    *("/", "/privacy", "/demo/demo.css", "/healthz", "/nothing", "/widget/src/main.js"),
    *("/widget/nothing.js", "/webhooks/website/messages", "/webhooks/website/events"),
]


@pytest.mark.parametrize("path", EVERYTHING)
async def test_every_answer_limits_what_a_page_may_do(http, rasa, path):
    rasa.may_go_on.set()
    answer = await http.get(path)
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "microphone=()" in answer.headers["Permissions-Policy"]


@pytest.mark.parametrize("path", EVERYTHING)
async def test_the_software_behind_is_not_named(http, rasa, path):
    rasa.may_go_on.set()
    assert "Server" not in (await http.get(path)).headers


async def test_the_widgets_files_may_be_embedded_by_every_site(http):
    for path in ("/widget/embed.js", "/widget/src/main.js", "/widget/widget.css"):
        answer = await http.get(path, headers={"Origin": "https://www.example.org"})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


async def test_nothing_else_may(http, rasa):
    for path in ("/", "/privacy", "/healthz", "/webhooks/website/messages"):
        answer = await http.get(path, headers={"Origin": "https://www.example.org"})
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert "Cross-Origin-Resource-Policy" not in answer.headers
