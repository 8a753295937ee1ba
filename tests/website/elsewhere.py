"""A web page of somebody else, on an address of its own, with the advisor's one line in it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bot.settings import HOST

PAGE = """<!doctype html>
<html lang="zh-HK"><head><meta charset="utf-8"><title>A company</title>
<link rel="icon" href="data:,">
<script src="{advisor}/widget/embed.js" defer></script></head>
<body><main><h1>A company</h1></main></body></html>"""
POLICY = "default-src 'self'; script-src {advisor}; connect-src {advisor}; img-src data:"


class Elsewhere:
    """Where the page is; `advisor` is the address that its line names, set once it is known."""

    def __init__(self, address: str) -> None:
        self.address, self.advisor = address, ""


class _Pages(BaseHTTPRequestHandler):
    def __init__(self, place: list[Elsewhere], *given) -> None:
        self._place = place
        super().__init__(*given)

    def do_GET(self) -> None:
        advisor = self._place[0].advisor
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", POLICY.format(advisor=advisor))
        self.end_headers()
        page = "" if self.path == "/privacy" else PAGE.format(advisor=advisor)
        self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def page_elsewhere() -> Iterator[Elsewhere]:
    """Serve the page for the length of the block."""
    place: list[Elsewhere] = []
    with ThreadingHTTPServer((HOST, 0), partial(_Pages, place)) as server:
        place.append(Elsewhere(f"http://{HOST}:{server.server_port}"))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield place[0]
        finally:
            server.shutdown()
            thread.join()
