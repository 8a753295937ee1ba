"""Whether the advisor really answers: golden questions, asked as a user would ask them.

`GET /` of Rasa answers without a model, and an untrained classifier answers
everything alike, so the questions are on different topics, need the action
server and must each get an answer of their own. They are asked through the
gateway and the website channel, in development through REST as well.
"""

import asyncio
import uuid
from collections.abc import Sequence

import httpx

from bot.run import LaunchError
from bot.run.trial import answers_through_the_website
from bot.settings import HOST, Settings

GOLDEN_QUESTIONS = ("呢個計劃係咩嚟？", "政府出幾多，公司出幾多？", "租金可唔可以申請？")
SECONDS_BETWEEN_TRIES = 0.25
TRIAL = "ready-"
"""What the conversations (website: the ids of messages) begin with that try the advisor out."""


def client() -> httpx.AsyncClient:
    """Return a client for the loopback address, whatever proxy the machine uses."""
    return httpx.AsyncClient(trust_env=False, timeout=30)


async def until_ready(settings: Settings) -> None:
    """Wait until the advisor answers.

    Raises:
        LaunchError: it does not within `settings.start_timeout_seconds`.
    """
    try:
        await asyncio.wait_for(_poll(settings), settings.start_timeout_seconds)
    except asyncio.TimeoutError as error:
        raise LaunchError(
            f"The advisor did not answer within {settings.start_timeout_seconds} s."
            f" Its logs: {settings.log_dir}"
        ) from error


async def _poll(settings: Settings) -> None:
    async with client() as http:
        while not await _is_ready(http, settings):  # noqa: ASYNC110 - another process gets ready
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)


async def _is_ready(http: httpx.AsyncClient, settings: Settings) -> bool:
    try:
        (await http.get(f"http://{HOST}:{settings.action_port}/health")).raise_for_status()
        (await http.get(f"{settings.rasa_url}/")).raise_for_status()
        health = (await http.get(f"{settings.web_url}healthz")).raise_for_status().json()
        return health["rasa"] == "up" and await _answers(http, settings)
    except httpx.HTTPError:
        return False


async def _answers(http: httpx.AsyncClient, settings: Settings) -> bool:
    if not settings.production and not await answers_golden_questions(
        http, settings.rest_url, GOLDEN_QUESTIONS
    ):
        return False
    return await answers_through_the_website(
        http,
        f"{settings.web_url}webhooks/website",
        GOLDEN_QUESTIONS[: settings.messages_per_minute],
        origin=settings.origins[0],
        mark=TRIAL,
    )


async def answers_golden_questions(
    http: httpx.AsyncClient, rest_url: str, questions: Sequence[str]
) -> bool:
    """Ask each question in a new conversation; tell whether each got an answer of its own."""
    answers = set()
    for question in questions:
        message = {"sender": f"{TRIAL}{uuid.uuid4()}", "message": question}
        replies = (await http.post(rest_url, json=message)).raise_for_status().json()
        answers.add("\n".join(reply.get("text", "") for reply in replies).strip())
    return len(answers) == len(questions) and "" not in answers
