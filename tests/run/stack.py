"""The whole advisor as one context manager, for tests that talk with it."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import HOST, ROOT


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_advisor(var_dir: Path) -> Iterator[str]:
    """Start everything on free ports, with its own database; yield the address of REST."""
    settings = {
        "RFS_VAR_DIR": str(var_dir),
        "RFS_RASA_PORT": str(free_port()),
        "RFS_ACTION_PORT": str(free_port()),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "bot.run"],
        cwd=ROOT,
        env=os.environ | settings,
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
            yield line.split("is ready: ")[1].strip()
        finally:
            launcher.send_signal(signal.SIGTERM)
            launcher.stdout.read()
    assert launcher.returncode == 0
