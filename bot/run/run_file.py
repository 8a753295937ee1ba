"""`run.json` in the folder of a running advisor: where it answers, and its processes."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.run.supervisor import Started
from bot.settings import Settings


@contextmanager
def run_file(settings: Settings) -> Iterator[Started]:
    """Keep the file for the length of the block; yield what notes a process that was started.

    It has `web` and `rest` (addresses; `rest` is null in production), `launcher` (process id)
    and `processes` (name to process id). Who reads it never sees half of it.
    """
    path, processes = settings.var_dir / "run.json", dict[str, int]()
    run = {
        "web": settings.web_url,
        "rest": None if settings.production else settings.rest_url,
        "launcher": os.getpid(),
        "processes": processes,
    }

    def note(name: str, pid: int) -> None:
        processes[name] = pid
        _write(path, run)

    try:
        yield note
    finally:
        path.unlink(missing_ok=True)


def _write(path: Path, run: Mapping[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".new")
    unfinished.write_text(json.dumps(run, indent=1) + "\n", encoding="utf-8")
    unfinished.replace(path)
