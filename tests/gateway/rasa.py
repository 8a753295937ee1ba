"""A small server in the place of Rasa: it notes what reaches it and answers on demand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.settings import HOST

FIRST, SECOND = b"id: 1\ndata: first\n\n", b"id: 2\ndata: second\n\n"


class Rasa:
    """What reached it, and the events that a test holds or waits for."""

    def __init__(self) -> None:
        self.reached: list[web.Request] = []
        self.stored: list[str] = []
        self.may_go_on = asyncio.Event()
        self.visitor_gone = asyncio.Event()
        self.asked = asyncio.Event()
        self.kept = asyncio.Event()

    @asynccontextmanager
    async def listening(self, port: int) -> AsyncIterator[None]:
        app = web.Application()
        app.router.add_get("/webhooks/website/events", self.events)
        app.router.add_get("/webhooks/website/broken", self.broken)
        app.router.add_get("/webhooks/website/empty", self.empty)
        app.router.add_post("/webhooks/website/slow", self.slow)
        app.router.add_route("*", "/{path:.*}", self.anything)
        runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, HOST, port).start()
        try:
            yield
        finally:
            await runner.cleanup()

    async def anything(self, request: web.Request) -> web.Response:
        self.reached.append(request)
        said = {"path": request.path_qs, "body": await request.text()}
        response = web.json_response(said, status=202 if request.method == "POST" else 200)
        response.headers.extend([("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")])
        response.headers["Keep-Alive"] = "timeout=5"
        return response

    async def events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        try:
            await response.write(FIRST)
            await self.may_go_on.wait()
            await response.write(SECOND)
        except asyncio.CancelledError:
            self.visitor_gone.set()
            raise
        return response

    async def broken(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "100"})
        await response.prepare(request)
        await response.write(b"half")
        request.transport.abort()
        return response

    async def empty(self, request: web.Request) -> web.Response:
        return web.Response(status=204)

    async def slow(self, request: web.Request) -> web.Response:
        self.asked.set()
        await self.may_go_on.wait()
        self.stored.append(await request.text())
        self.kept.set()
        return web.Response(status=202)

    @property
    def last(self) -> web.Request:
        return self.reached[-1]
