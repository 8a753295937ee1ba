"""`python -m bot.run` as the operator meets it: a real process, one clear line when it cannot."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import HOST, ROOT
from tests.run.stack import free_port


def environment(tmp_path: Path, **settings: object) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RFS_")}
    ports = {f"RFS_{each}_PORT": free_port() for each in ("RASA", "ACTION", "WEB")}
    chosen = {"RFS_VAR_DIR": tmp_path, **ports, **settings}
    return kept | {name: str(value) for name, value in chosen.items()}


def run(tmp_path: Path, module: str, **settings: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module],
        cwd=ROOT,
        env=environment(tmp_path, **settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("setting", ["RFS_RASA_PORT", "RFS_ACTION_PORT", "RFS_WEB_PORT"])
def test_a_port_in_use_is_said_in_one_line_with_the_setting_that_changes_it(tmp_path, setting):
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        result = run(tmp_path, "bot.run", **{setting: port})
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert f"Port {port} is in use already" in result.stderr
    assert setting in result.stderr


def test_the_gateway_alone_says_so_too(tmp_path):
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        result = run(tmp_path, "bot.gateway", RFS_WEB_PORT=other.getsockname()[1])
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "RFS_WEB_PORT" in result.stderr


def test_a_database_that_cannot_be_used_stops_the_start(tmp_path):
    (tmp_path / "x.db").write_text("no database " * 100, encoding="utf-8")
    result = run(tmp_path, "bot.run", RFS_DATABASE_URL=f"sqlite:///{tmp_path}/x.db")
    assert result.returncode == 1
    assert result.stderr == "The database cannot be used (above).\n"
    assert result.stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"RFS_RASA_PORT": "abc"}, "RFS_RASA_PORT"),
        ({"RFS_ENVIRONMENT": "staging"}, "RFS_ENVIRONMENT"),
        ({"RFS_RASA_PROT": "5005"}, "RFS_RASA_PROT"),
        ({"RFS_ENVIRONMENT": "production"}, "RFS_SESSION_SECRET"),
    ],
)
@pytest.mark.parametrize("module", ["bot.run", "bot.run.chat", "bot.run.training", "bot.gateway"])
def test_a_wrong_setting_is_named_in_one_line(tmp_path, module, settings, named):
    result = run(tmp_path, module, **settings)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert named in result.stderr


def test_chat_says_in_one_line_that_nobody_is_running(tmp_path):
    result = run(tmp_path, "bot.run.chat")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "make run" in result.stderr


def test_chat_says_that_production_has_no_rest_channel(tmp_path):
    result = run(
        tmp_path, "bot.run.chat", RFS_ENVIRONMENT="production", RFS_SESSION_SECRET="x" * 32
    )
    assert result.returncode == 1
    assert "production" in result.stderr.lower()


STAND_IN = """
import sys
from pathlib import Path
from bot.run.processes import Service
from bot.run.supervisor import supervise
from bot.run.terminal import command_line, say

folder = Path(sys.argv[1])

async def announce():
    say("up")

async def work():
    child = Service("child", ("sh", "-c", "echo $$; exec sleep 600"), folder / "child.log")
    await supervise([child], folder, announce)

sys.exit(command_line(work))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_told_to_stop_it_stops_its_children_and_ends_well(tmp_path, number):
    with subprocess.Popen(
        [sys.executable, "-c", STAND_IN, str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as launcher:
        assert launcher.stdout.readline() == "up\n"
        while not (child := (tmp_path / "child.log").read_text().strip()):
            pass
        launcher.send_signal(number)
        launcher.send_signal(number)
        _, complaints = launcher.communicate()
    assert launcher.returncode == 0
    assert complaints == ""
    with pytest.raises(ProcessLookupError):
        os.kill(int(child), 0)
