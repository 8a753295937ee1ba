"""The whole advisor as one context manager, for tests that talk with it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx

from bot.settings import HOST, ROOT

LONGEST_WAIT = 120


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


class Stack:
    """A running advisor: where it answers, and its processes by name."""

    def __init__(self, var_dir: Path) -> None:
        self._file = var_dir / "run.json"
        run = self._read()
        self.web: str = run["web"]
        """Address of the gateway, with a slash at the end."""
        self.rest: str = run["rest"]
        """Address of Rasa's REST channel."""

    def _read(self) -> dict[str, Any]:
        return json.loads(self._file.read_text(encoding="utf-8"))

    def pid(self, name: str) -> int:
        """The process that is `Rasa`, `action server` or `gateway` now."""
        return int(self._read()["processes"][name])

    def kill(self, name: str) -> None:
        """End a process at once, and wait until the launcher has started it again."""
        before = self.pid(name)
        os.kill(before, signal.SIGKILL)
        self._wait(lambda: self.pid(name) != before)

    def wait_until_up(self) -> None:
        """Wait until Rasa answers the gateway."""
        self._wait(self._is_up)

    def _is_up(self) -> bool:
        with suppress(httpx.HTTPError):
            health = httpx.get(f"{self.web}healthz", trust_env=False).json()
            return health["rasa"] == "up"
        return False

    def _wait(self, until: Callable[[], bool]) -> None:
        deadline = time.monotonic() + LONGEST_WAIT
        while not until():
            assert time.monotonic() < deadline, "the advisor does not come back"
            time.sleep(0.1)


@contextmanager
def running_stack(var_dir: Path, **more: str) -> Iterator[Stack]:
    """Start everything on free ports, with its own databases, and stop it at the end.

    `more` are environment variables.
    """
    settings = {
        "RFS_VAR_DIR": str(var_dir),
        "RFS_RASA_PORT": str(free_port()),
        "RFS_ACTION_PORT": str(free_port()),
        "RFS_WEB_PORT": str(free_port()),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "bot.run"],
        cwd=ROOT,
        env=os.environ | settings | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as launcher:
        said = []
        for line in launcher.stdout:
            said.append(line)
            if "is ready: " in line:
                break
        else:
            raise AssertionError("the advisor did not start:\n" + "".join(said))
        try:
            yield Stack(var_dir)
        finally:
            launcher.send_signal(signal.SIGTERM)
            launcher.stdout.read()
    assert launcher.returncode == 0


@contextmanager
def running_advisor(var_dir: Path) -> Iterator[str]:
    """The same; yields the address of REST."""
    with running_stack(var_dir) as stack:
        yield stack.rest
