"""What all tests share."""

from collections.abc import Iterator

import pytest

from tests.run.stack import Stack, running_stack


@pytest.fixture(scope="session")
def advisor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """An advisor that runs for the whole test session."""
    with running_stack(tmp_path_factory.mktemp("advisor")) as stack:
        yield stack


@pytest.fixture(scope="session")
def advisor_url(advisor: Stack) -> str:
    """Return the REST address of that advisor."""
    return advisor.rest
