"""Waking those who listen to a conversation when something was said in it.

What this process says rings at once. What another process said (a second worker, the staff
console) is found by one query a moment for all conversations that anybody listens to.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

logger = logging.getLogger(__name__)
SECONDS_BETWEEN_LOOKS = 0.4


class Bell:
    """One for each process."""

    def __init__(self, last_numbers: Callable[[Iterable[str]], dict[str, int]]) -> None:
        """Take the look-up of the last message number of each of some conversations."""
        self._last_numbers = last_numbers
        self._listeners: dict[str, set[asyncio.Event]] = {}
        self._seen: dict[str, int] = {}

    @contextmanager
    def listening(self, conversation: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever something was said; the listener clears it."""
        heard = asyncio.Event()
        listeners = self._listeners.setdefault(conversation, set())
        listeners.add(heard)
        try:
            yield heard
        finally:
            listeners.discard(heard)
            if not listeners:
                self._listeners.pop(conversation, None)
                self._seen.pop(conversation, None)

    def ring(self, conversation: str) -> None:
        """Wake who listens to a conversation."""
        for heard in self._listeners.get(conversation, ()):
            heard.set()

    def ring_all(self) -> None:
        """Wake everybody, so that they can go home."""
        for conversation in self._listeners:
            self.ring(conversation)

    async def watch(self) -> None:
        """Look for what other processes said, until cancelled."""
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
            if self._listeners:
                await self._look()

    async def _look(self) -> None:
        try:
            found = await asyncio.to_thread(self._last_numbers, list(self._listeners))
        except Exception:
            logger.exception("What was said elsewhere cannot be looked up now.")
            return
        for conversation, last in found.items():
            if self._seen.get(conversation) != last:
                self._seen[conversation] = last
                self.ring(conversation)
