"""The system's Chromium, and what every visitor's browser is asked to report."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

PATIENCE_MS = 20_000
WATCH = """
addEventListener('securitypolicyviolation', (event) =>
  console.error('policy violated: ' + event.violatedDirective + ' ' + event.blockedURI));
"""
expect.set_options(timeout=PATIENCE_MS)


class NoChromiumError(Exception):
    """The browser is not installed."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run it for the length of the block.

    Raises:
        NoChromiumError: it is not on the PATH.
    """
    path = shutil.which("chromium")
    if path is None:
        raise NoChromiumError("chromium is not on the PATH (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Contexts:
    """Contexts of one browser by their options, kept for their caches of files."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._made: dict[str, BrowserContext] = {}

    def take(self, **options: object) -> BrowserContext:
        every = {"viewport": {"width": 1280, "height": 860}, "locale": "zh-HK", **options}
        key = repr(sorted(every.items()))
        if key not in self._made:
            self._made[key] = context = self._browser.new_context(**every)
            context.add_init_script(WATCH)
            context.set_default_timeout(PATIENCE_MS)
        return self._made[key]

    def close(self) -> None:
        for context in self._made.values():
            context.close()
