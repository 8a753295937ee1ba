"""The gateway on a port of this machine."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

SECONDS_TO_FINISH = 2.0


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int) -> AsyncIterator[None]:
    """Serve `app` for the length of the block.

    A visitor who goes away ends the handler, which closes what it reads from an upstream. No
    access log is written: it would hold addresses of visitors.
    """
    runner = web.AppRunner(
        app, access_log=None, handler_cancellation=True, shutdown_timeout=SECONDS_TO_FINISH
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield
    finally:
        await runner.cleanup()
