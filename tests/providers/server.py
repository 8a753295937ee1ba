"""What the fake providers have in common: a real server on the loopback address, that can fail."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Fault = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]
Server = TypeVar("Server", bound="FakeServer")


@dataclass(frozen=True)
class Sent:
    """A message that was taken: our provider's id of it, to whom, and the request."""

    id: str
    to: str
    body: dict[str, Any]


@dataclass(frozen=True)
class Rejected:
    """A request that broke a published rule, and what it was told."""

    reason: str
    body: dict[str, Any] = field(default_factory=dict)


class FakeServer:
    """A provider. `sent` is what was taken, `rejected` what broke a rule, `others` the rest."""

    def __init__(self) -> None:
        self.url = ""
        self.sent: list[Sent] = []
        self.rejected: list[Rejected] = []
        self.others: list[tuple[str, dict[str, Any]]] = []
        self.refusals: dict[str, Any] = {}
        self._faults: deque[Fault] = deque()

    def routes(self) -> list[web.RouteDef]:
        raise NotImplementedError

    async def is_message(self, request: web.Request) -> bool:
        """Whether a request sends a message: `next` counts these alone."""
        raise NotImplementedError

    def next(self, *faults: Fault) -> None:
        """Let the next messages meet these faults, one each."""
        self._faults.extend(faults)

    def refuse(self, to: str, code: Any) -> None:
        """Answer every message to `to` with the provider's error `code`."""
        self.refusals[to] = code

    def texts(self, to: str | None = None) -> list[str]:
        """What was sent in words, to all or to one."""
        return [self.words(each) for each in self.sent if to in (None, each.to)]

    def words(self, sent: Sent) -> str:
        raise NotImplementedError

    async def stop(self) -> None:
        """End what still runs beside the server."""

    @web.middleware
    async def _faulty(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self._faults and await self.is_message(request):
            return await self._faults.popleft()(request, handler)
        return await handler(request)


@asynccontextmanager
async def running(server: Server) -> AsyncIterator[Server]:
    """Serve on a free port of the loopback address; `server.url` is where."""
    app = web.Application(middlewares=[server._faulty], client_max_size=16 * 1024**2)
    app.add_routes(server.routes())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = "http://127.0.0.1:{1}".format(*runner.addresses[0])
    try:
        yield server
    finally:
        await server.stop()
        await runner.cleanup()


def broken(status: int = 503) -> Fault:
    """An error of the provider's own, as its load balancer words it."""

    async def fault(_request: web.Request, _handler: Handler) -> web.StreamResponse:
        return web.Response(
            status=status, text="<html>upstream error</html>", content_type="text/html"
        )

    return fault


def slow(seconds: float) -> Fault:
    """The message is taken, and the answer comes late."""

    async def fault(request: web.Request, handler: Handler) -> web.StreamResponse:
        response = await handler(request)
        await asyncio.sleep(seconds)
        return response

    return fault


def dropped(*, taken: bool = False) -> Fault:
    """The connection breaks, before or (`taken`) after the message was taken."""

    async def fault(request: web.Request, handler: Handler) -> web.StreamResponse:
        if taken:
            await handler(request)
        assert request.transport
        request.transport.abort()
        return web.Response()

    return fault


def answered(response: Callable[[], web.Response]) -> Fault:
    """The answer that `response` makes, without the message being taken."""

    async def fault(_request: web.Request, _handler: Handler) -> web.StreamResponse:
        return response()

    return fault


def contents(value: str | bytes | bytearray | web.FileField) -> Any:
    """A field of a form; of a file its bytes, with the file closed."""
    if not isinstance(value, web.FileField):
        return value
    with value.file as file:
        return file.read()


def utf16(text: str) -> int:
    """The length in UTF-16 units: Telegram's, and the strictest reading of `characters`."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
