"""A real Chromium, the double of the channel, and a page that is watched for what it may not do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.widget.stub_server import Stub, serving
from tests.widget.visitor import WATCH, Visitor

PATIENCE_MS = 20_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The system's Chromium, for this folder only: its event loop would be in others' way."""
    path = shutil.which("chromium")
    if path is None:
        pytest.fail(
            "chromium is not on the PATH: install it (apt-get install chromium)", pytrace=False
        )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def served() -> Iterator[tuple[Stub, str]]:
    with serving() as both:
        yield both


@pytest.fixture
def stub(served: tuple[Stub, str]) -> Stub:
    served[0].do(served[0].reset)
    return served[0]


@pytest.fixture(scope="package")
def contexts(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """Browser contexts by their options, kept for their caches of files."""
    made: dict[str, BrowserContext] = {}
    yield made
    for context in made.values():
        context.close()


@pytest.fixture
def visit(browser: Browser, contexts: dict, stub: Stub, served: tuple) -> Iterator[type]:
    """A function that lets a visitor come, with options of a browser's context.

    Every visitor must have caused no violation of the policy, no error of a script and no request
    to anybody else: checked when the test is over.
    """
    visitors: list[Visitor] = []

    def come(**options: object) -> Visitor:
        every = {"viewport": {"width": 1280, "height": 860}, "locale": "zh-HK", **options}
        key = repr(sorted(every.items()))
        if key not in contexts:
            contexts[key] = browser.new_context(**every)
            contexts[key].add_init_script(WATCH)
            contexts[key].set_default_timeout(PATIENCE_MS)
        visitors.append(Visitor(contexts[key], served[1], stub))
        return visitors[-1]

    yield come
    for visitor in visitors:
        visitor.leaves()
    assert [fault for visitor in visitors for fault in visitor.faults] == []


@pytest.fixture
def visitor(visit) -> Visitor:
    """A visitor on a desktop whose panel is open."""
    return visit().opens()
