"""What anybody may have, how it is kept by browsers, and what nobody gets."""

from __future__ import annotations

import asyncio
import gzip

import aiohttp
import pytest

from bot.settings import HOST
from tests.gateway.conftest import FILES

pytestmark = pytest.mark.usefixtures("gateway")


async def raw(port: int, target: str) -> tuple[int, bytes]:
    """Ask for `target` just as it is written; a client would tidy it up first."""
    reader, writer = await asyncio.open_connection(HOST, port)
    writer.write(f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return int(answer.split()[1]), answer


@pytest.mark.parametrize(
    ("path", "file", "content_type"),
    [
        ("/", "demo/index.html", "text/html; charset=utf-8"),
        ("/privacy", "demo/privacy.html", "text/html; charset=utf-8"),
        ("/demo/demo.css", "demo/demo.css", "text/css; charset=utf-8"),
        ("/widget/embed.js", "embed.js", "text/javascript; charset=utf-8"),
        ("/widget/widget.css", "widget.css", "text/css; charset=utf-8"),
        ("/widget/src/main.js", "src/main.js", "text/javascript; charset=utf-8"),
        ("/widget/vendor/deep/chat.js", "vendor/deep/chat.js", "text/javascript; charset=utf-8"),
        ("/widget/vendor/deep/LICENSE", "vendor/deep/LICENSE", "text/plain; charset=utf-8"),
        ("/widget/demo/privacy.html", "demo/privacy.html", "text/html; charset=utf-8"),
    ],
)
async def test_a_public_file_is_served_with_its_type(http, path, file, content_type):
    answer = await http.get(path)
    assert answer.status == 200
    assert await answer.text() == FILES[file]
    assert answer.headers["Content-Type"] == content_type


@pytest.mark.parametrize(
    "target",
    [
        "/widget/../outside.js",
        "/widget/src/../../../outside.js",
        "/widget/src/%2e%2e/%2e%2e/%2e%2e/outside.js",
        "/widget/src/..%2f..%2f..%2foutside.js",
        "/widget/src/..%5c..%5coutside.js",
        "/widget//etc/passwd",
        "/widget/%2fetc%2fpasswd",
        "/widget/src/main.js%00.css",
        "/widget/src/link.js",
        "/widget/src/.hidden.js",
        "/widget/src/main.js.map",
        "/widget/src/notes.py",
        "/widget/tests/test.js",
        "/widget/package.json",
        "/demo/../embed.js",
    ],
)
async def test_what_is_not_public_cannot_be_had_by_any_spelling(chosen, target):
    status, answer = await raw(chosen.web_port, target)
    assert status in (400, 404)
    assert b"secret" not in answer


@pytest.mark.parametrize("path", ["/widget", "/widget/", "/widget/src", "/widget/src/", "/demo/"])
async def test_folders_are_not_listed(http, path):
    assert (await http.get(path)).status == 404


async def test_the_loader_is_kept_for_minutes_and_the_rest_is_asked_for_each_time(http):
    loader = await http.get("/widget/embed.js")
    assert loader.headers["Cache-Control"] == "public, max-age=300"
    for path in ("/widget/src/main.js", "/widget/widget.css", "/", "/privacy"):
        assert "no-cache" in (await http.get(path)).headers["Cache-Control"]


async def test_a_file_that_the_browser_has_is_not_sent_again_until_it_changes(http, widget):
    first = await http.get("/widget/src/main.js")
    known = {"If-None-Match": first.headers["ETag"]}
    again = await http.get("/widget/src/main.js", headers=known)
    assert again.status == 304
    assert await again.read() == b""
    assert again.headers["ETag"] == first.headers["ETag"]

    (widget / "src" / "main.js").write_text("changed", encoding="utf-8")
    changed = await http.get("/widget/src/main.js", headers=known)
    assert (changed.status, await changed.text()) == (200, "changed")


async def test_long_text_is_packed_for_browsers_that_unpack(chosen, http):
    address = f"http://{HOST}:{chosen.web_port}/widget/src/main.js"
    async with aiohttp.ClientSession(auto_decompress=False) as plain:
        packed = await plain.get(address, headers={"Accept-Encoding": "gzip, br"})
        body = await packed.read()
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert len(body) * 5 < len(FILES["src/main.js"])
    assert gzip.decompress(body).decode() == FILES["src/main.js"]

    unpacked = await http.get("/widget/src/main.js", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in unpacked.headers


async def test_the_head_of_a_file_has_no_body(http):
    answer = await http.head("/widget/src/main.js", headers={"Accept-Encoding": "identity"})
    assert int(answer.headers["Content-Length"]) == len(FILES["src/main.js"])
    assert await answer.read() == b""
