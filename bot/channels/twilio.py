"""WhatsApp through Twilio."""

from __future__ import annotations

from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, empty

from bot.channels import provider_errors, twilio_inbound, twilio_outbound
from bot.channels.messenger import Delivery, Inbound, Part
from bot.channels.messenger_input import MessengerInput
from bot.channels.planning import LIMITS, plan
from bot.channels.provider_client import ProviderClient
from bot.channels.provider_errors import Outcome
from bot.channels.signatures import is_from_twilio
from bot.conversations.model import Message
from bot.database.migration import open_current
from bot.settings import Settings, settings


class Twilio:
    """The provider. Messages and reports of their delivery come to one address."""

    name, numbered = "twilio", True

    def __init__(self, chosen: Settings) -> None:
        """Take the account's settings."""
        self._account, self._sender = chosen.twilio_account_sid, chosen.twilio_from
        self._token = chosen.twilio_auth_token.get_secret_value()
        self._url = f"{chosen.public_url}webhooks/{self.name}/webhook"
        self._client = ProviderClient(chosen.twilio_api_url, auth=(self._account, self._token))

    def is_genuine(self, request: Request) -> bool:
        """By Twilio's signature of our public address and the form."""
        given = request.headers.get("X-Twilio-Signature")
        return is_from_twilio(self._token, self._url, request.body, given)

    def challenge(self, _request: Request) -> HTTPResponse:
        """Twilio never asks."""
        return empty(404)

    def read(self, body: bytes) -> tuple[list[Inbound], list[Delivery]]:
        """What stands in a request."""
        return twilio_inbound.read(body)

    def plan(self, message: Message) -> list[Part]:
        """A message in parts."""
        return list(plan(message, LIMITS[self.name]))

    async def send(self, address: str, part: Part) -> Outcome:
        """Send one part."""
        answer = await self._client.post(
            twilio_outbound.send(self._account, self._sender, address, part, self._url)
        )
        return provider_errors.twilio(answer.status, answer.body, answer.retry_after)

    async def acknowledge(self, inbound: Inbound) -> None:
        """Twilio has neither read marks nor typing for WhatsApp."""

    async def open(self) -> None:
        """Get ready to send."""
        self._client.open()

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()


class TwilioInput(MessengerInput):
    """Rasa's entry for the channel."""

    @classmethod
    def from_credentials(cls, _credentials: dict[str, Any] | None) -> TwilioInput:
        """Make the channel from the settings; credentials.yml holds no secrets."""
        chosen = settings()
        return cls(chosen, open_current(chosen.database_url), Twilio(chosen))
