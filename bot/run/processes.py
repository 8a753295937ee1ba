"""Child processes that never outlive the launcher, each with its own log file.

Each child leads its own process group, so that a Ctrl-C reaches the launcher
alone and stopping a child stops whatever it started.
"""

import asyncio
import os
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.run import LaunchError

SECONDS_TO_STOP = 10


@dataclass(frozen=True)
class Service:
    """A long-running child: a name for people, its command, log file and extra environment."""

    name: str
    command: Sequence[str]
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)


@asynccontextmanager
async def running(service: Service, cwd: Path) -> AsyncIterator[Process]:
    """Run `service` for the length of the block; its last log is kept as `<name>.log.1`."""
    service.log.parent.mkdir(parents=True, exist_ok=True)
    if service.log.exists():
        service.log.replace(service.log.with_name(service.log.name + ".1"))
    with service.log.open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *service.command,
            cwd=cwd,
            env={**os.environ, **service.environment},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        await _stop_group(process)


async def _stop_group(process: Process) -> None:
    if process.returncode is None:
        _signal_group(process, signal.SIGTERM)
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(process.wait(), SECONDS_TO_STOP)
    _signal_group(process, signal.SIGKILL)
    await process.wait()


def _signal_group(process: Process, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)


async def supervise(
    services: Sequence[Service], cwd: Path, when_started: Callable[[], Awaitable[None]]
) -> None:
    """Run `services` and `when_started` beside them until the task is cancelled.

    Raises:
        LaunchError: one of the services ended; the others are stopped by then.
    """
    async with AsyncExitStack() as stack:
        ends: dict[asyncio.Future[Any], Service] = {}
        for service in services:
            process = await stack.enter_async_context(running(service, cwd))
            ends[asyncio.ensure_future(process.wait())] = service
        work = asyncio.ensure_future(when_started())
        try:
            waiting: set[asyncio.Future[Any]] = {work, *ends}
            while True:
                done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                for end in done - {work}:
                    raise LaunchError(_obituary(ends[end], end.result()))
                work.result()
        finally:
            work.cancel()


def _obituary(service: Service, code: int) -> str:
    how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    return f"{service.name} stopped by itself ({how}), so all was stopped. Its log: {service.log}"
