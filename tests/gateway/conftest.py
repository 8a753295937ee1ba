"""A gateway on a real port before a stand-in for Rasa, with files of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.gateway.application import application
from bot.gateway.server import serving
from bot.settings import HOST, Settings
from tests.gateway.rasa import Rasa
from tests.run.stack import free_port

FILES = {
    "embed.js": "import('./src/main.js');",
    "widget.css": ".a { color: red }",
    "package.json": "{}",
    "src/main.js": "export const words = [" + "'advisor', " * 500 + "];",
    "src/.hidden.js": "secret",
    "src/main.js.map": "{}",
    "src/notes.py": "secret",
    "vendor/deep/chat.js": "export {};",
    "vendor/deep/LICENSE": "MIT",
    "demo/index.html": "<!doctype html><title>demo</title>",
    "demo/privacy.html": "<!doctype html><title>privacy</title>",
    "demo/demo.css": "body {}",
    "tests/test.js": "secret",
}


@pytest.fixture
def widget(tmp_path: Path) -> Path:
    root = tmp_path / "widget"
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "outside.js").write_text("secret", encoding="utf-8")
    (root / "src" / "link.js").symlink_to(tmp_path / "outside.js")
    return root


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    return Settings(
        rasa_port=free_port(), web_port=free_port(), var_dir=tmp_path, request_max_bytes=1024
    )


@pytest.fixture
async def rasa(chosen: Settings) -> AsyncIterator[Rasa]:
    rasa = Rasa()
    async with rasa.listening(chosen.rasa_port):
        yield rasa


AS_IT_COMES = {"raise_for_status": False}
"""For a request whose answer is not to be read whole at once."""


async def read_whole(answer: aiohttp.ClientResponse) -> None:
    await answer.read()


@asynccontextmanager
async def gateway_with(
    chosen: Settings, widget: Path, **changes: object
) -> AsyncIterator[aiohttp.ClientSession]:
    """A gateway with other settings; yields a visitor's browser, addresses are paths."""
    changed = chosen.copy(update={"web_port": free_port(), **changes})
    address = f"http://{HOST}:{changed.web_port}"
    async with (
        aiohttp.ClientSession(address, raise_for_status=read_whole) as visitor,
        serving(application(changed, widget), HOST, changed.web_port),
    ):
        yield visitor


@pytest.fixture
async def gateway(chosen: Settings, widget: Path) -> AsyncIterator[aiohttp.ClientSession]:
    async with gateway_with(chosen, widget, web_port=chosen.web_port) as visitor:
        yield visitor


@pytest.fixture
def http(gateway: aiohttp.ClientSession) -> aiohttp.ClientSession:
    return gateway
