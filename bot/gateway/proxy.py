"""Passing a request on to an upstream and its answer back, piece by piece as it comes."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any, TypeVar
from urllib.parse import unquote

import aiohttp
from aiohttp import web
from yarl import URL

from bot.gateway.errors import unavailable
from bot.gateway.headers import to_client, to_upstream
from bot.gateway.upstreams import Upstream

TIMEOUT = aiohttp.ClientTimeout(sock_connect=5, sock_read=60)
"""In seconds. An upstream that says nothing for so long is gone: streams have a sign of life."""

SECONDS_TO_SEND_A_BODY = 30.0
NOT_THERE = (aiohttp.ClientError, asyncio.TimeoutError, OSError)
Response = TypeVar("Response", bound=web.StreamResponse)
HTTP = web.AppKey("http", aiohttp.ClientSession)


async def client_session(app: web.Application) -> AsyncIterator[None]:
    """Keep the client for all upstreams open while the application runs.

    Connections are not kept: one that the upstream is just closing would lose a message.
    """
    app[HTTP] = aiohttp.ClientSession(
        auto_decompress=False,
        connector=aiohttp.TCPConnector(limit=0, force_close=True),
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=TIMEOUT,
    )
    yield
    await app[HTTP].close()


class Proxy:
    """The handler of everything below the prefix of one upstream."""

    def __init__(self, upstream: Upstream, trusted_proxies: int) -> None:
        """Take where to pass requests on, and how many proxies of ours stand before us."""
        self._upstream, self._trusted_proxies = upstream, trusted_proxies
        self._streams: set[asyncio.Task[web.StreamResponse]] = set()
        self._deliveries: set[asyncio.Task[web.Response]] = set()

    async def end_streams(self, _app: web.Application) -> None:
        """End what is open, so that stopping does not wait for it."""
        for stream in self._streams:
            stream.cancel()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Pass on one request.

        Raises:
            web.HTTPException: the address or the body is refused, or the upstream is not there.
        """
        url, body = self._target(request), await _body(request)
        if request.method == "GET":
            return await _kept(self._stream(request, url), self._streams)
        # what was sent in full is delivered, also for a visitor who has closed the page meanwhile
        return await asyncio.shield(_kept(self._deliver(request, url, body), self._deliveries))

    def _target(self, request: web.Request) -> URL:
        path = request.rel_url.raw_path
        if not path.startswith(f"{self._upstream.prefix}/") or not _is_plain(path):
            raise web.HTTPNotFound(text="There is nothing at this address.")
        query = request.rel_url.raw_query_string
        return URL(f"{self._upstream.url}{path}{'?' if query else ''}{query}", encoded=True)

    async def _ask(
        self, request: web.Request, url: URL, body: bytes | None = None
    ) -> aiohttp.ClientResponse:
        headers = to_upstream(request, self._trusted_proxies)
        return await request.app[HTTP].request(
            request.method, url, headers=headers, data=body, allow_redirects=False
        )

    async def _deliver(self, request: web.Request, url: URL, body: bytes) -> web.Response:
        try:
            async with await self._ask(request, url, body) as answer:
                whole = await answer.read()
        except NOT_THERE as error:
            raise unavailable(self._upstream.name) from error
        return web.Response(body=whole, status=answer.status, headers=to_client(answer.headers))

    async def _stream(self, request: web.Request, url: URL) -> web.StreamResponse:
        try:
            answer = await self._ask(request, url)
        except NOT_THERE as error:
            raise unavailable(self._upstream.name) from error
        response = web.StreamResponse(status=answer.status, headers=to_client(answer.headers))
        response.headers["X-Accel-Buffering"] = "no"
        async with answer:
            await response.prepare(request)
            await _relay(request, answer, response)
        return response


async def _relay(
    request: web.Request, answer: aiohttp.ClientResponse, response: web.StreamResponse
) -> None:
    """Pass each piece on when it comes; an answer that breaks off breaks off for the client."""
    pieces = answer.content.iter_any()
    while True:
        try:
            piece = await anext(pieces, None)
        except NOT_THERE:
            if request.transport is not None:
                request.transport.close()
            return
        if piece is None:
            return
        await response.write(piece)


def _kept(
    work: Coroutine[Any, Any, Response], among: set[asyncio.Task[Response]]
) -> asyncio.Task[Response]:
    task = asyncio.create_task(work)
    among.add(task)
    task.add_done_callback(among.discard)
    return task


async def _body(request: web.Request) -> bytes:
    try:
        return await asyncio.wait_for(request.read(), SECONDS_TO_SEND_A_BODY)
    except asyncio.TimeoutError as error:
        raise web.HTTPRequestTimeout(text="The body of the request did not come.") from error
    except web.RequestPayloadError as error:
        raise web.HTTPBadRequest(text="The body of the request cannot be read.") from error


def _is_plain(path: str) -> bool:
    """Whether a path means the same to every server that reads it."""
    segments = [unquote(segment) for segment in path.split("/")]
    return not any(each in (".", "..") or "/" in each or "\\" in each for each in segments)
