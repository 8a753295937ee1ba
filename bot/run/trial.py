"""Asking through the website channel, as the widget of a visitor does (docs/website-api.md)."""

import asyncio
import uuid
from collections.abc import Sequence

import httpx

SECONDS_BETWEEN_LOOKS = 0.1


async def answers_through_the_website(
    http: httpx.AsyncClient, api: str, questions: Sequence[str], *, origin: str, mark: str
) -> bool:
    """Ask each question in one conversation; tell whether each got an answer of its own.

    Args:
        http: the client.
        api: address of the channel, without a slash at the end.
        questions: what to ask, one after the other.
        origin: one of the origins whose pages may talk with the advisor.
        mark: what the ids of the messages begin with, so that they are known for trials.

    Raises:
        httpx.HTTPError: the channel does not answer, or refuses.
    """
    http_origin = {"Origin": origin}
    opened = await http.post(f"{api}/sessions", json={"language": "zh-HK"}, headers=http_origin)
    visitor = http_origin | {
        "Authorization": f"Bearer {opened.raise_for_status().json()['session']}"
    }
    try:
        answers = [await _answer(http, api, visitor, each, mark) for each in questions]
    finally:
        # a session that is asked for with an old one closes the conversation of the old one
        await http.post(f"{api}/sessions", json={}, headers=visitor)
    return "" not in answers and len(set(answers)) == len(questions)


async def _answer(
    http: httpx.AsyncClient, api: str, visitor: dict[str, str], question: str, mark: str
) -> str:
    message = {"id": f"{mark}{uuid.uuid4()}", "text": question, "language": "zh-HK"}
    sent = await http.post(f"{api}/messages", json=message, headers=visitor)
    after = {"after": sent.raise_for_status().json()["seq"]}
    while True:
        heard = await http.get(f"{api}/messages", params=after, headers=visitor)
        news = heard.raise_for_status().json()
        if not news["state"]["working"]:
            said = (each["text"] for each in news["messages"] if each["from"] == "bot")
            return "\n".join(said).strip()
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
