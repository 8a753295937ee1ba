"""What a visitor has to load: of ours, packed together; the libraries of others are not counted."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

from bot.settings import ROOT

WIDGET = ROOT / "bot" / "widget"
VENDOR = WIDGET / "vendor"
KB = 1000
MOST_WITH_A_PAGE, MOST_OF_ALL = 15 * KB, 29 * KB
_IMPORT = re.compile(r"""^(?:import|export)\b[^"'`;]*["'](\.[^"']+)["']""", re.MULTILINE)


def imported(module: Path, known: set[Path]) -> set[Path]:
    """A module and all that it loads at once, the libraries of others aside."""
    if module in known or VENDOR in module.parents:
        return known
    known.add(module)
    for path in _IMPORT.findall(module.read_text(encoding="utf-8")):
        imported((module.parent / path).resolve(), known)
    return known


def packed(files: set[Path]) -> int:
    return len(gzip.compress(b"".join(path.read_bytes() for path in sorted(files)), mtime=0))


def test_a_page_with_the_launcher_loads_little() -> None:
    files = imported(WIDGET / "src" / "main.js", set())
    files |= {WIDGET / "embed.js", WIDGET / "css" / "launcher.css"}

    assert len(files) > 15
    assert packed(files) <= MOST_WITH_A_PAGE


def test_all_of_the_widget_is_small() -> None:
    files = {WIDGET / "embed.js", *WIDGET.glob("src/**/*.js"), *WIDGET.glob("css/*.css")}

    assert packed(files) <= MOST_OF_ALL


@pytest.mark.parametrize("path", sorted(WIDGET.glob("src/**/*.js")), ids=lambda path: path.name)
def test_a_module_can_be_read_at_once(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 200
    assert max(map(len, lines)) <= 160


def test_the_libraries_are_those_that_were_copied() -> None:
    named = dict(line.split()[::-1] for line in (VENDOR / "SHA256SUMS").read_text().splitlines())
    there = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.glob("*/*")
    }
    versions = json.loads((VENDOR / "package.json").read_text())["dependencies"]

    assert there == named
    assert {Path(name).parts[0] for name in there} == set(versions)
    assert all(re.fullmatch(r"[\d.]+", version) for version in versions.values())
