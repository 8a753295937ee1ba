"""Children of the launcher: none outlives it, and one that dies is named."""

import asyncio
import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bot.run import LaunchError, processes
from bot.run.processes import Service, running, supervise


def service(folder: Path, name: str, script: str) -> Service:
    return Service(name, ("sh", "-c", script), folder / "log" / f"{name}.log")


async def written(path: Path) -> str:
    while not (path.exists() and path.read_text()):
        await asyncio.sleep(0.01)
    return path.read_text().strip()


def alive(pid: str) -> bool:
    with suppress(ProcessLookupError):
        os.kill(int(pid), 0)
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    return False


async def forever() -> None:
    await asyncio.Event().wait()


async def test_a_child_that_dies_is_named_with_its_log_and_the_others_are_stopped(tmp_path):
    healthy = service(tmp_path, "healthy", f"echo $$ > {tmp_path}/pid; exec sleep 600")
    dying = service(tmp_path, "dying", f"until [ -s {tmp_path}/pid ]; do sleep 0.01; done; exit 3")

    with pytest.raises(LaunchError) as stopped:
        await supervise([healthy, dying], tmp_path, forever)

    assert "dying" in str(stopped.value)
    assert "exit code 3" in str(stopped.value)
    assert str(dying.log) in str(stopped.value)
    assert "\n" not in str(stopped.value)
    assert not alive(await written(tmp_path / "pid"))


async def test_a_child_that_dies_after_the_start_is_named_too(tmp_path):
    started = asyncio.Event()
    dying = service(tmp_path, "dying", f"until [ -e {tmp_path}/go ]; do sleep 0.01; done; kill $$")

    async def announce():
        started.set()
        (tmp_path / "go").touch()

    with pytest.raises(LaunchError, match=r"dying stopped by itself .signal SIGTERM"):
        await supervise([dying], tmp_path, announce)
    assert started.is_set()


async def test_a_start_that_fails_stops_every_child(tmp_path):
    child = service(tmp_path, "child", f"echo $$ > {tmp_path}/pid; exec sleep 600")

    async def never_ready():
        await written(tmp_path / "pid")
        raise LaunchError("not ready")

    with pytest.raises(LaunchError, match="not ready"):
        await supervise([child], tmp_path, never_ready)
    assert not alive(await written(tmp_path / "pid"))


async def test_stopping_a_child_stops_what_the_child_has_started(tmp_path):
    script = f"sleep 600 & echo $! > {tmp_path}/grandchild; wait"
    async with running(service(tmp_path, "parent", script), tmp_path):
        grandchild = await written(tmp_path / "grandchild")
    assert not alive(grandchild)


async def test_a_child_that_ignores_the_request_to_stop_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "SECONDS_TO_STOP", 0.05)
    script = f"trap '' TERM; echo $$ > {tmp_path}/pid; while :; do sleep 0.05; done"
    async with running(service(tmp_path, "stubborn", script), tmp_path) as process:
        await written(tmp_path / "pid")
    assert process.returncode is not None


async def test_what_a_child_says_goes_to_its_log_and_the_log_before_is_kept(tmp_path):
    for word in ("first", "second"):
        talker = service(tmp_path, "talker", f"echo {word}; echo {word} >&2")
        async with running(talker, tmp_path) as process:
            await process.wait()
    assert talker.log.read_text() == "second\nsecond\n"
    assert talker.log.with_name("talker.log.1").read_text() == "first\nfirst\n"


async def test_a_child_gets_the_environment_of_its_service(tmp_path):
    child = Service(
        "child",
        (sys.executable, "-c", "import os; print(os.environ['COLOUR'], 'PATH' in os.environ)"),
        tmp_path / "child.log",
        {"COLOUR": "green"},
    )
    async with running(child, tmp_path) as process:
        await process.wait()
    assert child.log.read_text() == "green True\n"
