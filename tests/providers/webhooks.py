"""Delivering webhooks as providers do: again, out of order, several at once, until taken."""

import asyncio
import random
from collections.abc import Iterable
from dataclasses import dataclass, field

import aiohttp


@dataclass(frozen=True)
class Post:
    """One signed request."""

    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


async def deliver(
    url: str,
    posts: Iterable[Post],
    times: int = 1,
    seed: int | None = None,
    at_once: int = 1,
    tries: int = 1,
) -> list[int]:
    """Post each of `posts` `times` times, and again up to `tries` times until it gets a 2xx.

    `seed` shuffles all of them; `at_once` is how many are under way. What comes back are the
    last statuses in the order of posting; 0 is a connection that broke.
    """
    order = [post for post in posts for _ in range(times)]
    if seed is not None:
        random.Random(seed).shuffle(order)
    gate = asyncio.Semaphore(at_once)
    async with aiohttp.ClientSession() as session:
        return await asyncio.gather(*(_post(session, url, each, gate, tries) for each in order))


async def _post(
    session: aiohttp.ClientSession, url: str, post: Post, gate: asyncio.Semaphore, tries: int
) -> int:
    status = 0
    async with gate:
        for number in range(tries):
            await asyncio.sleep(0.05 * number)
            status = await _status(session, url, post)
            if 200 <= status < 300:
                break
    return status


async def _status(session: aiohttp.ClientSession, url: str, post: Post) -> int:
    try:
        async with session.post(url, data=post.body, headers=post.headers) as response:
            return response.status
    except (aiohttp.ClientError, asyncio.TimeoutError):
        return 0
