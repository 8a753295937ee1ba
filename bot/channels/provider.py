"""What is particular about an app and the company that carries its messages."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from sanic.request import Request
from sanic.response import HTTPResponse, empty

from bot.channels.messenger import Delivery, Inbound, Part
from bot.channels.planning import LIMITS, plan
from bot.channels.provider_client import ProviderClient
from bot.channels.provider_errors import Outcome
from bot.channels.provider_request import ProviderRequest
from bot.conversations.model import Message
from bot.settings import Settings


class Provider(ABC):
    """One provider. A subclass reads its account from the settings and sets `_client`."""

    name: str
    numbered = False
    """Whether options are offered as numbers to type."""

    meaning: Callable[[int, str, str], Outcome]
    """What an answer means: its status, its body, and how long it asks to wait."""

    _client: ProviderClient

    @abstractmethod
    def __init__(self, chosen: Settings) -> None:
        """Take the account's settings."""

    @abstractmethod
    def is_genuine(self, request: Request) -> bool:
        """Whether a request comes from the provider."""

    @abstractmethod
    def read(self, body: bytes) -> tuple[list[Inbound], list[Delivery]]:
        """What stands in a request."""

    @abstractmethod
    async def send(self, address: str, part: Part) -> Outcome:
        """Hand one part to the provider."""

    @abstractmethod
    async def acknowledge(self, inbound: Inbound) -> None:
        """Show that something was seen and is being worked on, as far as the app can."""

    def challenge(self, _request: Request) -> HTTPResponse:
        """The answer to a provider that asks whether the address is ours; most never ask."""
        return empty(404)

    def plan(self, message: Message) -> list[Part]:
        """A message in parts that fit the app."""
        return list(plan(message, LIMITS[self.name]))

    def open(self) -> None:
        """Get ready to send."""
        self._client.open()

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()

    async def _post(self, request: ProviderRequest) -> Outcome:
        answer = await self._client.post(request)
        return self.meaning(answer.status, answer.body, answer.retry_after)
