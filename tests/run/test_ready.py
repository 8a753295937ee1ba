"""Whether it is told apart that the advisor answers and that something listens."""

import itertools
import json

import httpx
import pytest

from bot.run import LaunchError
from bot.run.ready import GOLDEN_QUESTIONS, answers_golden_questions, until_ready
from bot.settings import Settings

URL = "http://advisor/webhook"
QUESTIONS = ("first", "second")


async def ready(answer) -> bool:
    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=answer(json.loads(request.content)["message"]))

    async with httpx.AsyncClient(transport=httpx.MockTransport(handle)) as http:
        return await answers_golden_questions(http, URL, QUESTIONS)


async def test_an_answer_of_its_own_to_each_question_is_ready():
    assert await ready(lambda question: [{"text": f"about {question}"}])


async def test_the_same_answer_to_everything_is_not():
    assert not await ready(lambda question: [{"text": "Sorry?"}])


async def test_silence_is_not():
    assert not await ready(lambda question: [])
    numbers = itertools.count()
    assert not await ready(
        lambda question: [{"text": f"{next(numbers)}"}] if question == "first" else []
    )


async def test_each_question_is_asked_in_a_conversation_of_its_own():
    senders = []

    def handle(request: httpx.Request) -> httpx.Response:
        message = json.loads(request.content)
        senders.append(message["sender"])
        return httpx.Response(200, json=[{"text": message["message"]}])

    async with httpx.AsyncClient(transport=httpx.MockTransport(handle)) as http:
        await answers_golden_questions(http, URL, GOLDEN_QUESTIONS)
    assert len(set(senders)) == len(GOLDEN_QUESTIONS)


async def test_waiting_ends_with_the_place_of_the_logs(tmp_path, unused_tcp_port_factory):
    settings = Settings(
        rasa_port=unused_tcp_port_factory(),
        action_port=unused_tcp_port_factory(),
        var_dir=tmp_path,
        start_timeout_seconds=1,
    )
    with pytest.raises(LaunchError, match=str(settings.log_dir)):
        await until_ready(settings)
