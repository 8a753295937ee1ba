"""A conversation with the advisor that runs for the whole session."""

from collections.abc import Callable, Iterator

import httpx
import pytest

from bot.knowledge.base import open_base
from tests.conversations.talk import Conversation


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, timeout=60) as client:
        yield client


@pytest.fixture
def converse(http: httpx.Client, advisor_url: str) -> Callable[[], Conversation]:
    """Begin a conversation of a new user."""
    return lambda: Conversation(http, advisor_url, open_base())
