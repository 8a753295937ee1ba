"""A real Chromium, the double of the channel, and a page that is watched for what it may not do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.widget.chromium import Contexts, chromium
from tests.widget.stub_server import Stub, serving
from tests.widget.visitor import Visitor


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """For this folder only: its event loop would be in others' way."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="package")
def served() -> Iterator[tuple[Stub, str]]:
    with serving() as both:
        yield both


@pytest.fixture
def stub(served: tuple[Stub, str]) -> Stub:
    served[0].do(served[0].reset)
    return served[0]


@pytest.fixture(scope="package")
def contexts(browser: Browser) -> Iterator[Contexts]:
    made = Contexts(browser)
    yield made
    made.close()


@pytest.fixture
def visit(contexts: Contexts, stub: Stub, served: tuple) -> Iterator[type]:
    """A function that lets a visitor come, with options of a browser's context.

    Every visitor must have caused no violation of the policy, no error of a script and no request
    to anybody else: checked when the test is over.
    """
    visitors: list[Visitor] = []

    def come(**options: object) -> Visitor:
        visitors.append(Visitor(contexts.take(**options), served[1], stub))
        return visitors[-1]

    yield come
    for visitor in visitors:
        visitor.leaves()
    assert [fault for visitor in visitors for fault in visitor.faults] == []


@pytest.fixture
def visitor(visit) -> Visitor:
    """A visitor on a desktop whose panel is open."""
    return visit().opens()
