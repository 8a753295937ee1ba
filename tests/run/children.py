"""Small children for the tests of the launcher, and what became of them."""

import asyncio
import os
from contextlib import suppress
from pathlib import Path

from bot.run.processes import Service


def service(folder: Path, name: str, script: str) -> Service:
    return Service(name, ("sh", "-c", script), folder / "log" / f"{name}.log")


async def written(path: Path) -> str:
    while not (path.exists() and path.read_text()):
        await asyncio.sleep(0.01)
    return path.read_text().strip()


def alive(pid: str) -> bool:
    with suppress(ProcessLookupError, FileNotFoundError):
        os.kill(int(pid), 0)
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    return False


async def end_of(pid: str) -> None:
    """Wait for the end of a process that was killed."""
    for _ in range(1000):
        if not alive(pid):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"process {pid} lives on")
