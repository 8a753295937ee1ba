"""A double of the website channel for what the real one does not do when asked: faults.

It speaks docs/website-api.md, serves the widget's files with the policy that they must bear, and
does as its `Faults` say. A test changes it from its own thread while it serves in another.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from aiohttp import web

from bot.settings import ROOT
from tests.widget.stub_conversation import Conversations, Message

WIDGET = ROOT / "bot" / "widget"
POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'"
T = TypeVar("T")


class Stub:
    """The double: what it was asked (`asked`), what it does wrong (`faults`), what it says."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.streams = set()
        self.reset()

    def reset(self) -> None:
        self.conversations = Conversations()
        self.faults: dict[str, Any] = {}
        self.asked: list[tuple[str, Any]] = []
        self.answers_as_ever()
        self.end_streams()

    def answers_as_ever(self) -> None:
        self.answering: Callable[[str], Message | None] = lambda text: {"text": f"答：{text}"}

    def do(self, change: Callable[[], T]) -> T:
        """Run `change` where the server runs, and wake those who wait for events."""

        async def run() -> T:
            made = change()
            self.wake()
            return made

        done: Future[T] = asyncio.run_coroutine_threadsafe(run(), self.loop)
        return done.result(10)

    def wake(self) -> None:
        for stream in self.streams:
            stream.set()

    def end_streams(self) -> None:
        for stream in self.streams:
            stream.set()
        self.streams: set[asyncio.Event] = set()

    def says(self, text: str, **more: Any) -> int:
        """Let the advisor say something in the newest conversation; its place there."""
        return self.do(lambda: self.conversations.newest().add("bot", text, **more))

    def fail(self, **faults: Any) -> None:
        """Do wrong from now on: see `_fault`, and `stream` (`drop`, `refuse`)."""
        self.do(lambda: self.faults.update(faults))

    def mend(self) -> None:
        self.do(self.faults.clear)

    # what it answers

    def application(self) -> web.Application:
        app = web.Application(middlewares=[self._watched])
        app.add_routes(
            [
                web.post("/webhooks/website/sessions", self.open),
                web.post("/webhooks/website/messages", self.say),
                web.get("/webhooks/website/messages", self.since),
                web.get("/webhooks/website/events", self.events),
                web.post("/webhooks/website/feedback", self.judge),
                web.get("/", _file("demo/index.html")),
                web.get("/privacy", _file("demo/privacy.html")),
                web.static("/demo", WIDGET / "demo"),
                web.static("/widget", WIDGET),
            ]
        )
        return app

    @web.middleware
    async def _watched(self, request: web.Request, handler: Any) -> web.StreamResponse:
        fault = self._fault(request)
        response = await handler(request) if fault is None else fault
        if not response.prepared:
            response.headers["Content-Security-Policy"] = POLICY
            response.headers["Cache-Control"] = "max-age=600"
        return response

    def _fault(self, request: web.Request) -> web.Response | None:
        """An entry such as `messages=(503, {})` or `sessions=(429, {"Retry-After": "1"})`."""
        if not request.path.startswith("/webhooks/"):
            return None
        name = request.path.rsplit("/", 1)[-1]
        everything = self.faults.get("all")
        status, headers = self.faults.get(f"{request.method} {name}", everything or (0, {}))
        if not status:
            return None
        if status == _ONCE_UNKNOWN:
            self.conversations.forget()
        return _refusal(status, "fault", headers)

    def _conversation(self, request: web.Request) -> Any:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        found = self.conversations.of(token)
        if found is None:
            raise _Refused(401, "no_session")
        return found

    async def open(self, request: web.Request) -> web.Response:
        self.asked.append(("sessions", await request.json()))
        token = self.conversations.open()
        limit = self.faults.get("limit", 2000)
        return web.json_response({"session": token, "expires_in": 60, "limit": limit}, status=201)

    async def say(self, request: web.Request) -> web.Response:
        conversation = self._conversation(request)
        body = await request.json()
        self.asked.append(("messages", body))
        if len(body.get("text", "")) > self.faults.get("server_limit", 2000):
            return _refusal(413, "too_long", {})
        seq = conversation.take(body)
        if seq is None:
            return _refusal(404, "no_button", {})
        if self.faults.get("lose_answers"):
            self.faults["lose_answers"] -= 1
            raise web.HTTPBadGateway
        answer = self.answering(conversation.said[seq - 1]["text"])
        if answer is not None and not conversation.is_answered(seq):
            conversation.add("bot", reply_to=seq, **answer)
        self.wake()
        return web.json_response({"seq": seq, "session": conversation.token}, status=202)

    async def since(self, request: web.Request) -> web.Response:
        conversation = self._conversation(request)
        after = int(request.query.get("after", "0"))
        state = {"working": conversation.working}
        return web.json_response({"messages": conversation.said[after:], "state": state})

    async def judge(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.asked.append(("feedback", body))
        self._conversation(request).said[body["message"] - 1]["feedback"] = body["value"]
        return web.Response(status=204)

    async def events(self, request: web.Request) -> web.StreamResponse:
        conversation = self._conversation(request)
        self.asked.append(("events", request.headers.get("Last-Event-ID")))
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        cursor, woken = int(request.headers.get("Last-Event-ID", "0")), asyncio.Event()
        self.streams.add(woken)
        try:
            await response.prepare(request)
            while woken in self.streams and self.faults.get("stream") != "drop":
                woken.clear()
                for part in conversation.parts(cursor):
                    await response.write(part)
                cursor = len(conversation.said)
                await woken.wait()
        except ConnectionResetError:
            pass
        finally:
            self.streams.discard(woken)
        return response


_ONCE_UNKNOWN = 401


class _Refused(web.HTTPException):
    def __init__(self, status: int, code: str) -> None:
        self.status_code = status
        super().__init__(text=f'{{"error": "{code}"}}', content_type="application/json")


def _refusal(status: int, code: str, headers: dict[str, str]) -> web.Response:
    return web.json_response({"error": code, "message": code}, status=status, headers=headers)


def _file(path: str) -> Any:
    async def handler(_request: web.Request) -> web.FileResponse:
        return web.FileResponse(Path(WIDGET, path))

    return handler


@contextmanager
def serving() -> Iterator[tuple[Stub, str]]:
    """Serve a double in a thread of its own: it and its address."""
    stub = Stub()
    thread = threading.Thread(target=stub.loop.run_forever, daemon=True)
    thread.start()

    async def start() -> tuple[web.AppRunner, int]:
        runner = web.AppRunner(stub.application(), shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        return runner, runner.addresses[0][1]

    runner, port = asyncio.run_coroutine_threadsafe(start(), stub.loop).result(10)
    try:
        yield stub, f"http://127.0.0.1:{port}"
    finally:
        stub.do(stub.end_streams)
        asyncio.run_coroutine_threadsafe(runner.cleanup(), stub.loop).result(10)
        stub.loop.call_soon_threadsafe(stub.loop.stop)
        thread.join(10)
        stub.loop.close()
