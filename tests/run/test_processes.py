"""Children of the launcher: none outlives it, each has its log."""

import sys

from bot.run import processes
from bot.run.processes import Service, running
from tests.run.children import alive, end_of, service, written


async def test_stopping_a_child_stops_what_the_child_has_started(tmp_path):
    script = f"sleep 600 & echo $! > {tmp_path}/grandchild; wait"
    async with running(service(tmp_path, "parent", script), tmp_path):
        grandchild = await written(tmp_path / "grandchild")
    await end_of(grandchild)
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


async def test_a_child_that_is_started_again_writes_on_in_its_log(tmp_path):
    for again in (False, True):
        async with running(service(tmp_path, "talker", "echo said"), tmp_path, again=again) as one:
            await one.wait()
    assert (tmp_path / "log" / "talker.log").read_text() == "said\nsaid\n"


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
