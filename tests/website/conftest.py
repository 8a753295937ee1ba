"""The whole advisor for these tests alone, who may talk with it, and visitors who do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bot.knowledge.base import KnowledgeBase, open_base
from tests.conversations.facts import Facts
from tests.run.stack import Stack, free_port, running_stack
from tests.website.client import Client
from tests.website.elsewhere import Elsewhere, page_elsewhere
from tests.website.guest import Guest
from tests.website.records import Records
from tests.widget.chromium import Contexts, chromium

MESSAGES_PER_MINUTE = 60


@pytest.fixture(scope="package")
def elsewhere() -> Iterator[Elsewhere]:
    """A page on another origin, which the advisor allows."""
    with page_elsewhere() as place:
        yield place


@pytest.fixture(scope="package")
def var_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("website")


@pytest.fixture(scope="package")
def advisor(var_dir: Path, elsewhere: Elsewhere) -> Iterator[Stack]:
    """One of their own: it is killed, allows another origin, and all tests share one address."""
    port = free_port()
    own = f"http://localhost:{port}"
    settings = {
        "RFS_WEB_PORT": str(port),
        "RFS_ORIGINS": f"{own},{elsewhere.address}",
        "RFS_MESSAGES_PER_MINUTE": str(MESSAGES_PER_MINUTE),
        "RFS_MESSAGES_PER_MINUTE_ADDRESS": "10000",
        "RFS_SESSIONS_PER_MINUTE_ADDRESS": "10000",
    }
    with running_stack(var_dir, **settings) as stack:
        elsewhere.advisor = own
        yield stack


@pytest.fixture(scope="package")
def address(advisor: Stack) -> str:
    """Where the advisor is, without a slash at the end."""
    return advisor.web.removesuffix("/")


@pytest.fixture(scope="package")
def records(advisor: Stack, var_dir: Path) -> Records:
    return Records(var_dir)


@pytest.fixture
def client(address: str) -> Iterator[Client]:
    """A program that talks with the advisor as docs/website-api.md says, in a conversation."""
    with Client(address) as client:
        client.opens()
        yield client


@pytest.fixture(scope="package")
def base() -> KnowledgeBase:
    return open_base()


@pytest.fixture(scope="package")
def facts(base: KnowledgeBase) -> Callable[[str], Facts]:
    """The knowledge base in a language."""
    return lambda language="zh-HK": Facts(base, language)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="package")
def contexts(browser: Browser) -> Iterator[Contexts]:
    made = Contexts(browser)
    yield made
    made.close()


@pytest.fixture
def visit(contexts: Contexts, address: str) -> Iterator[Callable[..., Guest]]:
    """A function that lets a visitor come; nobody may have been asked but the advisor."""
    guests: list[Guest] = []

    def come(page: str = address, **options: object) -> Guest:
        guests.append(Guest(contexts.take(**options), page, address))
        return guests[-1]

    yield come
    for guest in guests:
        guest.leaves()
    assert [fault for guest in guests for fault in guest.faults] == []


@pytest.fixture
def visitor(visit: Callable[..., Guest]) -> Guest:
    """A visitor on a desktop whose panel is open."""
    return visit().opens()
