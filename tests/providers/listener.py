"""A channel that only listens: what the tests of the fake providers deliver to."""

from dataclasses import dataclass

from aiohttp import web
from typing_extensions import Self

from tests.providers.server import Handler


@dataclass(frozen=True)
class Heard:
    body: bytes
    headers: dict[str, str]


class Listener:
    """`async with Listener() as listener`: `heard` is what was posted to `url` and taken.

    The first `refusals` requests get a 503. `on_get` answers GET requests.
    """

    def __init__(self, on_get: Handler | None = None) -> None:
        self.url = ""
        self.heard: list[Heard] = []
        self.refusals = 0
        app = web.Application()
        app.router.add_post("/hook", self._hear)
        if on_get:
            app.router.add_get("/hook", on_get)
        self._runner = web.AppRunner(app, access_log=None)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = "http://127.0.0.1:{1}/hook".format(*self._runner.addresses[0])
        return self

    async def __aexit__(self, *_failure: object) -> None:
        await self._runner.cleanup()

    async def _hear(self, request: web.Request) -> web.Response:
        if self.refusals:
            self.refusals -= 1
            return web.Response(status=503)
        self.heard.append(Heard(await request.read(), dict(request.headers)))
        return web.Response()
