"""Child processes that never outlive the launcher, each with its own log file.

Each child leads its own process group, so that a Ctrl-C reaches the launcher
alone and stopping a child stops whatever it started.
"""

import asyncio
import os
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

SECONDS_TO_STOP = 10


@dataclass(frozen=True)
class Service:
    """A long-running child: a name for people, its command, log file and extra environment."""

    name: str
    command: Sequence[str]
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)


@asynccontextmanager
async def running(service: Service, cwd: Path, *, again: bool = False) -> AsyncIterator[Process]:
    """Run `service` for the length of the block.

    Its last log is kept as `<name>.log.1`, unless it is started `again`: then it writes on.
    """
    service.log.parent.mkdir(parents=True, exist_ok=True)
    if service.log.exists() and not again:
        service.log.replace(service.log.with_name(service.log.name + ".1"))
    with service.log.open("ab") as log:
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
