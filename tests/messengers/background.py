"""An event loop in a thread, for servers that run beside the tests."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Result = TypeVar("Result")
LONGEST_WAIT = 600


class Background:
    """`run` waits for a coroutine that runs there, and gives what it returns."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(LONGEST_WAIT)

    def start(self, work: Coroutine[Any, Any, Result]) -> Coroutine[Any, Any, Result]:
        """Begin now; what comes back is waited for by `run`."""
        future = asyncio.run_coroutine_threadsafe(work, self._loop)

        async def end() -> Result:
            return await asyncio.wrap_future(future)

        return end()


@contextmanager
def background() -> Iterator[Background]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield Background(loop)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
