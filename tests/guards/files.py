"""The files of the project that the guards look at: those that git tracks or would track."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from pathlib import Path

from bot.settings import ROOT


@lru_cache(maxsize=1)
def project_files() -> tuple[Path, ...]:
    """Every file that is not ignored and still there, with its path from the root."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    names = sorted({name for name in listed.split("\0") if name})
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def text_of(path: Path) -> str:
    """The text of a file; nothing for one that is not text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def python_files() -> list[Path]:
    return [path for path in project_files() if path.suffix == ".py"]


def is_under(path: Path, folders: tuple[str, ...]) -> bool:
    """Whether a path is one of `folders` or below one."""
    return any(path == Path(folder) or Path(folder) in path.parents for folder in folders)
