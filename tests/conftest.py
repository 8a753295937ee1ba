"""What all tests share."""

from collections.abc import Iterator

import pytest

from tests.run.stack import running_advisor


@pytest.fixture(scope="session")
def advisor_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the REST address of an advisor that runs for the whole test session."""
    with running_advisor(tmp_path_factory.mktemp("advisor")) as url:
        yield url
