"""The trial through the website channel: asked as a widget asks, known for a trial, closed."""

import json

import httpx
import pytest

from bot.run.trial import answers_through_the_website

API = "http://localhost/webhooks/website"
QUESTIONS = ("first", "second")


class Website:
    """Answers as docs/website-api.md says; each answer is there at the second look."""

    def __init__(self, answer) -> None:
        self.answer, self.said, self.looks = answer, [], 0
        self.opened: list[str | None] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        assert request.headers["Origin"] == "http://localhost"
        if request.url.path.endswith("/sessions"):
            self.opened.append(request.headers.get("Authorization"))
            return httpx.Response(201, json={"session": f"token-{len(self.opened)}"})
        assert request.headers["Authorization"] == "Bearer token-1"
        if request.method == "POST":
            self.said.append(json.loads(request.content))
            return httpx.Response(202, json={"seq": 2 * len(self.said) - 1})
        return httpx.Response(200, json=self.news(int(request.url.params["after"])))

    def news(self, after: int) -> dict:
        assert after == 2 * len(self.said) - 1
        self.looks += 1
        if self.looks % 2:
            return {"messages": [], "state": {"working": True}}
        answers = [("bot", self.answer(self.said[-1]["text"])), ("system", "no answer")]
        messages = [{"from": who, "text": text} for who, text in answers if text]
        return {"messages": messages, "state": {"working": False}}


async def tried(website: Website) -> bool:
    async with httpx.AsyncClient(transport=httpx.MockTransport(website)) as http:
        return await answers_through_the_website(
            http, API, QUESTIONS, origin="http://localhost", mark="ready-"
        )


async def test_an_answer_of_its_own_to_each_question_is_ready():
    website = Website(lambda question: f"about {question}")
    assert await tried(website)
    assert [each["text"] for each in website.said] == list(QUESTIONS)


async def test_the_same_answer_to_everything_and_silence_are_not():
    assert not await tried(Website(lambda question: "Sorry?"))
    assert not await tried(Website(lambda question: question if question == "first" else ""))


async def test_the_messages_are_known_for_trials_and_the_conversation_is_closed():
    website = Website(lambda question: question)
    await tried(website)
    assert all(each["id"].startswith("ready-") for each in website.said)
    assert all(8 <= len(each["id"]) <= 64 for each in website.said)
    assert website.opened == [None, "Bearer token-1"]


async def test_a_channel_that_refuses_is_not_ready():
    async with httpx.AsyncClient(
        transport=httpx.MockTransport(lambda _: httpx.Response(503))
    ) as http:
        with pytest.raises(httpx.HTTPError):
            await answers_through_the_website(http, API, QUESTIONS, origin="x", mark="ready-")
