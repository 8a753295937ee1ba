"""Services are kept running: started again when they die, given up when they die too often."""

import asyncio
import os
import signal

import pytest

from bot.run import LaunchError, supervisor
from bot.run.supervisor import MOST_RESTARTS, Restarts, supervise
from tests.run.children import alive, end_of, service, written

SLEEP = "exec sleep 600"


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(supervisor, "FIRST_DELAY", 0.01)


async def forever() -> None:
    await asyncio.Event().wait()


class Starts:
    """Notes each start; `count` waits until there were so many, `up` is set when all are up."""

    def __init__(self) -> None:
        self.up = asyncio.Event()
        self.pids: list[int] = []
        self.names: list[str] = []

    def __call__(self, name: str, pid: int) -> None:
        self.names.append(name)
        self.pids.append(pid)

    async def ready(self) -> None:
        self.up.set()

    async def count(self, number: int) -> None:
        for _ in range(1000):
            if len(self.pids) >= number:
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"not started {number} times: {self.names}")


async def stop(supervision: asyncio.Future) -> None:
    supervision.cancel()
    with pytest.raises(asyncio.CancelledError):
        await supervision


async def test_a_child_that_dies_before_all_is_up_stops_the_start(tmp_path):
    healthy = service(tmp_path, "healthy", f"echo $$ > {tmp_path}/pid; exec sleep 600")
    dying = service(tmp_path, "dying", f"until [ -s {tmp_path}/pid ]; do sleep 0.01; done; exit 3")

    with pytest.raises(LaunchError) as stopped:
        await supervise([healthy, dying], tmp_path, forever)

    assert "dying" in str(stopped.value)
    assert "exit code 3" in str(stopped.value)
    assert str(dying.log) in str(stopped.value)
    assert "\n" not in str(stopped.value)
    assert not alive(await written(tmp_path / "pid"))


async def test_a_start_that_fails_stops_every_child(tmp_path):
    child = service(tmp_path, "child", f"echo $$ > {tmp_path}/pid; exec sleep 600")

    async def never_ready():
        await written(tmp_path / "pid")
        raise LaunchError("not ready")

    with pytest.raises(LaunchError, match="not ready"):
        await supervise([child], tmp_path, never_ready)
    assert not alive(await written(tmp_path / "pid"))


async def test_a_child_that_is_killed_is_started_again_alone_and_said_in_one_line(tmp_path, capsys):
    starts, children = Starts(), [service(tmp_path, name, SLEEP) for name in ("one", "two")]
    supervision = asyncio.ensure_future(supervise(children, tmp_path, starts.ready, starts))
    await starts.up.wait()
    one, two = starts.pids
    os.kill(one, signal.SIGKILL)
    await starts.count(3)

    assert starts.names == ["one", "two", "one"]
    assert alive(str(two))
    assert alive(str(starts.pids[2]))
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "one stopped by itself (signal SIGKILL) and is started again" in said
    assert str(children[0].log) in said

    await stop(supervision)
    assert not any(alive(str(pid)) for pid in starts.pids)


async def test_what_a_dead_child_has_started_does_not_live_beside_the_new_one(tmp_path):
    script = f"sleep 600 & echo $! >> {tmp_path}/grandchildren; wait"
    starts = Starts()
    supervision = asyncio.ensure_future(
        supervise([service(tmp_path, "parent", script)], tmp_path, starts.ready, starts)
    )
    first = await written(tmp_path / "grandchildren")
    await starts.up.wait()
    os.kill(starts.pids[0], signal.SIGKILL)
    await starts.count(2)
    await end_of(first)
    assert alive(str(starts.pids[1]))
    await stop(supervision)


async def test_a_child_that_dies_again_and_again_is_given_up_in_one_line(tmp_path, capsys):
    starts = Starts()
    healthy = service(tmp_path, "healthy", SLEEP)
    dying = service(tmp_path, "dying", "sleep 0.05; echo last words; exit 7")

    with pytest.raises(LaunchError) as stopped:
        await supervise([healthy, dying], tmp_path, starts.ready, starts)

    assert starts.names.count("dying") == MOST_RESTARTS + 1
    assert capsys.readouterr().out.count("\n") == MOST_RESTARTS
    assert f"dying stopped by itself {MOST_RESTARTS + 1} times in a minute" in str(stopped.value)
    assert "exit code 7" in str(stopped.value)
    assert dying.log.read_text().count("last words") == MOST_RESTARTS + 1
    assert str(dying.log) in str(stopped.value)
    assert "\n" not in str(stopped.value)
    assert not any(alive(str(pid)) for pid in starts.pids)


async def test_told_to_stop_while_it_waits_to_start_a_child_again_it_stops(tmp_path, monkeypatch):
    monkeypatch.setattr(supervisor, "FIRST_DELAY", 600)
    starts = Starts()
    supervision = asyncio.ensure_future(
        supervise([service(tmp_path, "child", SLEEP)], tmp_path, starts.ready, starts)
    )
    await starts.up.wait()
    os.kill(starts.pids[0], signal.SIGKILL)
    await end_of(str(starts.pids[0]))
    await stop(supervision)
    assert len(starts.pids) == 1


async def test_the_last_is_stopped_first(tmp_path):
    order = tmp_path / "order"
    children = [
        service(
            tmp_path,
            name,
            f"trap 'echo {name} >> {order}; exit' TERM; echo up; while :; do sleep 0.01; done",
        )
        for name in ("first", "second", "third")
    ]
    supervision = asyncio.ensure_future(supervise(children, tmp_path, Starts().ready))
    for child in children:
        await written(child.log)
    await stop(supervision)
    assert order.read_text().split() == ["third", "second", "first"]


def test_each_restart_within_a_minute_waits_longer_and_a_quiet_minute_forgives():
    restarts = Restarts()
    delays = [restarts.delay(now) for now in range(MOST_RESTARTS)]
    assert delays == sorted(set(delays))
    assert restarts.delay(MOST_RESTARTS) is None
    assert restarts.delay(60 + MOST_RESTARTS) == delays[0]
