"""The whole advisor with all three messengers, before fakes of their providers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.knowledge.base import KnowledgeBase, open_base
from tests.conversations.facts import Facts
from tests.messengers.apps import App, TelegramApp, TwilioApp, WhatsApp
from tests.messengers.background import Background, background
from tests.messengers.records import Records
from tests.messengers.visitor import Deliver, Visitor
from tests.messengers.website import WebsiteVisitor
from tests.providers.server import running
from tests.providers.webhooks import Post, deliver
from tests.run.stack import Stack, running_stack
from tests.website.client import Client

NAMES = ("whatsapp", "twilio", "telegram")
WITHOUT_LIMITS = {
    "RFS_MESSAGES_PER_MINUTE": "10000",
    "RFS_MESSAGES_PER_MINUTE_ADDRESS": "10000",
    "RFS_SESSIONS_PER_MINUTE_ADDRESS": "10000",
}


@pytest.fixture(scope="package")
def beside() -> Iterator[Background]:
    with background() as loop:
        yield loop


@pytest.fixture(scope="package")
def apps(beside: Background) -> Iterator[dict[str, App]]:
    """The apps by name, each before a running fake of its provider."""
    made: list[App] = [WhatsApp(), TwilioApp(), TelegramApp()]
    servers = AsyncExitStack()

    async def start() -> None:
        for each in made:
            await servers.enter_async_context(running(each.fake))

    beside.run(start())
    yield {each.name: each for each in made}
    beside.run(servers.aclose())


@pytest.fixture(scope="package")
def var_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("messengers")


@pytest.fixture(scope="package")
def advisor(var_dir: Path, apps: dict[str, App]) -> Iterator[Stack]:
    settings = {name: value for app in apps.values() for name, value in app.settings.items()}
    with running_stack(
        var_dir, RFS_MESSENGERS=",".join(NAMES), **settings, **WITHOUT_LIMITS
    ) as stack:
        yield stack


@pytest.fixture(scope="package")
def records(advisor: Stack, var_dir: Path) -> Records:
    return Records(var_dir)


@pytest.fixture(scope="package")
def webhook(advisor: Stack) -> Callable[[App], str]:
    """Where an app's provider posts."""
    return lambda app: f"{advisor.web}webhooks/{app.name}/webhook"


@pytest.fixture(scope="package")
def posting(beside: Background, webhook: Callable[[App], str]) -> Deliver:
    """Deliver posts to an app's channel; the last status of each."""

    def post(app: App, posts: Iterable[Post], **how: int) -> list[int]:
        return beside.run(deliver(webhook(app), posts, **how))

    return post


@pytest.fixture(params=NAMES)
def app(request: pytest.FixtureRequest, apps: dict[str, App]) -> App:
    """Each of the apps."""
    return apps[request.param]


@pytest.fixture
def come(records: Records, posting: Deliver) -> Callable[..., Visitor]:
    """Let somebody come who has not written before, or who is named."""
    return lambda app, who="": Visitor(app, records, posting, who)


@pytest.fixture
def visitor(app: App, come: Callable[..., Visitor]) -> Visitor:
    """Somebody who comes for the first time, in each of the apps."""
    return come(app)


@pytest.fixture
def on_website(advisor: Stack, records: Records) -> Iterator[WebsiteVisitor]:
    """Somebody who asks the same advisor on the website."""
    with Client(advisor.web.removesuffix("/")) as client:
        yield WebsiteVisitor(client, records)


@pytest.fixture
def reporting(app: App, webhook: Callable[[App], str], beside: Background) -> Iterator[App]:
    """The app, whose provider reports what becomes of messages."""
    app.fake.webhook = webhook(app)
    yield app
    app.fake.webhook = ""
    beside.run(app.fake.reported() if app.reports else asyncio.sleep(0))


@pytest.fixture(autouse=True)
def _no_rule_of_a_provider_is_broken(apps: dict[str, App]) -> Iterator[None]:
    yield
    assert [each for app in apps.values() for each in app.fake.rejected] == []


@pytest.fixture(scope="package")
def base() -> KnowledgeBase:
    return open_base()


@pytest.fixture(scope="package")
def facts(base: KnowledgeBase) -> Callable[..., Facts]:
    """The knowledge base in a language."""
    return lambda language="zh-HK": Facts(base, language)
