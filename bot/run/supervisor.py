"""Keeping services running: one that dies by itself is started again, but not for ever."""

import asyncio
import signal
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from bot.run import LaunchError
from bot.run.processes import Service, running
from bot.run.terminal import say

MOST_RESTARTS = 3
WITHIN_SECONDS = 60.0
FIRST_DELAY = 0.5
Started = Callable[[str, int], None]


class Restarts:
    """When one service may be started again: at most `MOST_RESTARTS` times in a minute."""

    def __init__(self) -> None:
        """Begin with none."""
        self._times: deque[float] = deque()

    def delay(self, now: float) -> float | None:
        """Return how many seconds to wait before the next start; None when it is enough."""
        while self._times and now - self._times[0] > WITHIN_SECONDS:
            self._times.popleft()
        if len(self._times) >= MOST_RESTARTS:
            return None
        self._times.append(now)
        return FIRST_DELAY * 2.0 ** (len(self._times) - 1)


async def supervise(
    services: Sequence[Service],
    cwd: Path,
    when_started: Callable[[], Awaitable[None]],
    started: Started = lambda _name, _pid: None,
) -> None:
    """Run `services`, and when all run `when_started` beside them, until the task is cancelled.

    A service that dies before `when_started` has ended will not run here at all; later it is
    started again. `started` is told name and process id of each start. The last service is
    stopped first.

    Raises:
        LaunchError: one of the services cannot be kept running; the others are stopped by then.
    """
    running_once = {service.name: asyncio.Event() for service in services}

    def note(name: str, pid: int) -> None:
        running_once[name].set()
        started(name, pid)

    async def begin() -> None:
        for each in running_once.values():
            await each.wait()
        await when_started()

    async with AsyncExitStack() as stack:
        work, keepers = asyncio.ensure_future(begin()), list[asyncio.Future[None]]()
        for service in services:
            keeping = _keep(service, cwd, work.done, note)
            keepers.append(await stack.enter_async_context(_in_background(keeping)))
        stack.callback(work.cancel)
        waiting = {work, *keepers}
        while True:
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for ended in sorted(done, key=lambda each: each is work):
                ended.result()


@asynccontextmanager
async def _in_background(work: Coroutine[Any, Any, None]) -> AsyncIterator[asyncio.Future[None]]:
    task = asyncio.ensure_future(work)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _keep(service: Service, cwd: Path, is_up: Callable[[], bool], started: Started) -> None:
    restarts, again = Restarts(), False
    while True:
        async with running(service, cwd, again=again) as process:
            started(service.name, process.pid)
            code = await process.wait()
        if not is_up():
            raise LaunchError(_obituary(service, f"stopped by itself ({_how(code)})"))
        delay = restarts.delay(asyncio.get_running_loop().time())
        if delay is None:
            often = f"stopped by itself {MOST_RESTARTS + 1} times in a minute"
            raise LaunchError(_obituary(service, f"{often} (the last time {_how(code)})"))
        say(
            f"{service.name} stopped by itself ({_how(code)}) and is started again."
            f" Its log: {service.log}"
        )
        await asyncio.sleep(delay)
        again = True


def _how(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def _obituary(service: Service, what: str) -> str:
    return f"{service.name} {what}, so all was stopped. Its log: {service.log}"
