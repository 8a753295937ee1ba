"""A visitor of the real advisor."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Locator, expect

from tests.widget.visitor import Visitor

SESSION = "JSON.parse(localStorage.getItem('rfs-advisor.session'))?.token"


class Guest(Visitor):
    """What a visitor does and sees; nothing is arranged, the advisor answers.

    `address` is where the page comes from, `advisor` where the widget does.
    """

    def __init__(self, context: BrowserContext, address: str, advisor: str) -> None:
        self.advisor = advisor
        super().__init__(context, address, None)

    def _request(self, url: str) -> None:
        if not url.startswith(self.advisor):
            super()._request(url)

    def asks(self, question: str) -> Locator:
        """Write a question and wait for the whole answer; its last message."""
        asked = self.messages("visitor").count()
        self.sends(question)
        return self.is_answered(asked + 1)

    def presses(self, title: str) -> Locator:
        """Press the newest button with that title and wait for the whole answer."""
        asked = self.messages("visitor").count()
        self.button(title).last.click()
        return self.is_answered(asked + 1)

    def is_answered(self, asked: int) -> Locator:
        """Wait until all that was asked is answered; the last message."""
        expect(self.messages("visitor")).to_have_count(asked)
        expect(self.page.locator(".unsent")).to_have_count(0)
        last = self.page.locator(".message").last
        expect(last).not_to_contain_class("visitor")
        expect(self.working).to_have_count(0)
        return last

    @property
    def working(self) -> Locator:
        return self.page.locator(".working")

    @property
    def unsent(self) -> Locator:
        return self.page.locator(".unsent")

    @property
    def token(self) -> str:
        """The token of the session, which the widget keeps."""
        return self.page.evaluate(SESSION)

    def all_texts(self) -> list[str]:
        """Every text of the conversation, also where a card is shown in its place."""
        return self.page.locator(".message:not(.greeting) .text").all_text_contents()
