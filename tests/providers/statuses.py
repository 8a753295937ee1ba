"""Telling the channel what became of its messages, while the provider runs."""

import asyncio
from collections.abc import Sequence

from tests.providers.server import FakeServer, Sent
from tests.providers.webhooks import Post, deliver


class ReportingServer(FakeServer):
    """A provider that reports. Nothing is reported until `webhook` is set.

    `webhook` is where the channel listens; `states` what it is told of each message, in order;
    `fail_later` makes messages to somebody be taken, and fail afterwards.
    """

    def __init__(self) -> None:
        super().__init__()
        self.webhook = ""
        self.states: Sequence[str] = ("sent", "delivered", "read")
        self.failures: dict[str, int] = {}
        self._reporting: set[asyncio.Task[None]] = set()

    def fail_later(self, to: str, code: int) -> None:
        """Take messages to `to`, then report that they failed with `code`."""
        self.failures[to] = code

    def status(self, sent: Sent, state: str, code: int | None = None) -> Post:
        """The request that reports `state`, signed."""
        raise NotImplementedError

    def reports(self, sent: Sent) -> list[Post]:
        """What is reported of one message."""
        if sent.to in self.failures:
            return [self.status(sent, "failed", self.failures[sent.to])]
        return [self.status(sent, state) for state in self.states]

    async def reported(self) -> None:
        """Wait until everything was reported."""
        while self._reporting:
            await asyncio.gather(*self._reporting)

    async def stop(self) -> None:
        for task in self._reporting:
            task.cancel()
        await asyncio.gather(*self._reporting, return_exceptions=True)

    def take(self, sent: Sent) -> None:
        """Keep a message, and report of it when somebody listens."""
        self.sent.append(sent)
        if self.webhook:
            task = asyncio.create_task(self._report(sent))
            self._reporting.add(task)
            task.add_done_callback(self._reporting.discard)

    async def _report(self, sent: Sent) -> None:
        await deliver(self.webhook, self.reports(sent), tries=5)
