"""Nothing in the project points at one machine or at one package index."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.guards.files import project_files, text_of

THIS_FILE = Path("tests/guards/test_places.py")
HOSTS = re.compile(
    r"\b(?:files\.)?py(?:pi|thonhosted)\.(?:org|python)|\bnpm(?:js|mirror)\.|\byarnpkg\.|\bcrates\.io"
    r"|artifactory|jfrog|sonatype|index-url[ =]+https?:"
    r"|(?:registry|proxy|mirrors?)\.[a-z-]+\.[a-z]",
    re.IGNORECASE,
)
MACHINE_PATHS = re.compile(r"(?<![\w.:/}])/(?:home|root|Users|work|mnt|srv)/\w|[A-Z]:\\Users\\")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number}: {match.group()}"
        for path in project_files()
        if path != THIS_FILE
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if (match := pattern.search(line))
    ]


def test_no_file_names_the_host_of_a_package_index() -> None:
    assert lines_with(HOSTS) == []


def test_no_file_has_a_path_of_somebodys_machine() -> None:
    assert lines_with(MACHINE_PATHS) == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (HOSTS, "--index-url https://mirror.example"),
        (HOSTS, f"https://files.{'python' + 'hosted'}.org/packages/x.whl"),
        (MACHINE_PATHS, 'open("/home/somebody/x")'),
        (MACHINE_PATHS, "see /root/project"),
    ],
)
def test_such_a_line_would_be_found(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


@pytest.mark.parametrize("line", ["https://itf.gov.hk/home/en", "--no-emit-index-url", "root/"])
def test_an_address_in_the_world_is_no_path_of_a_machine(line: str) -> None:
    assert not HOSTS.search(line)
    assert not MACHINE_PATHS.search(line)
