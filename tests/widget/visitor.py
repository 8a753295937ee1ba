"""What a visitor does and sees, on one page after another of the same browser."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.widget.stub_server import Stub

EXPECTED = ("Failed to load resource", "net::ERR_")
"""What a browser says of answers that a test wants to fail."""


class Visitor:
    """A browser with pages open; what they did wrong is collected in `faults`."""

    def __init__(self, context: BrowserContext, address: str, stub: Stub) -> None:
        self.context, self.address, self.stub = context, address, stub
        self.faults: list[str] = []
        self.pages: list[Page] = []
        self.page = self.another_tab()

    def another_tab(self, path: str = "/") -> Page:
        page = self.context.new_page()
        self.pages.append(page)
        page.on("console", lambda said: self._console(said.type, said.text))
        page.on("pageerror", lambda error: self.faults.append(f"{error}"))
        page.on("request", lambda request: self._request(request.url))
        page.goto(self.address + path)
        return page

    def leaves(self) -> None:
        """Close everything and leave nothing behind for the next visitor."""
        self.context.set_offline(False)
        for page in self.pages[1:]:
            page.close()
        self.page.goto(f"{self.address}/privacy")
        self.page.evaluate("localStorage.clear(), sessionStorage.clear()")
        self.page.close()

    def _console(self, kind: str, text: str) -> None:
        if kind == "error" and not any(each in text for each in EXPECTED):
            self.faults.append(text)

    def _request(self, url: str) -> None:
        if not url.startswith((self.address, "blob:", "data:")):
            self.faults.append(f"request to {url}")

    # what a visitor does

    def opens(self) -> Visitor:
        self.page.locator(".launcher").click()
        expect(self.input).to_be_focused()
        return self

    def writes(self, text: str) -> None:
        self.input.fill(text)

    def sends(self, text: str) -> None:
        self.writes(text)
        self.input.press("Enter")

    def asks(self, question: str, **answer: Any) -> Locator:
        """Send a text and wait for the answer, which is given as text and more."""
        self.stub.answering = lambda _: {"text": f"答：{question}", **answer}
        before = self.messages("bot").count()
        self.sends(question)
        expect(self.messages("bot")).to_have_count(before + 1)
        self.stub.answers_as_ever()
        return self.messages("bot").last

    # what a visitor sees

    @property
    def input(self) -> Locator:
        return self.page.locator("#text-input")

    @property
    def panel(self) -> Locator:
        return self.page.locator(".panel")

    @property
    def launcher(self) -> Locator:
        return self.page.locator(".launcher")

    @property
    def status(self) -> Locator:
        return self.page.locator(".unsent .status")

    @property
    def banner(self) -> Locator:
        return self.page.locator(".banner")

    def messages(self, sender: str) -> Locator:
        return self.page.locator(f".message.{sender}:not(.greeting)")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def texts(self, page: Page | None = None) -> list[str]:
        return (page or self.page).locator(".message:not(.greeting) .text").all_inner_texts()
