"""WhatsApp through Twilio."""

from __future__ import annotations

from sanic.request import Request

from bot.channels import provider_errors, twilio_inbound, twilio_outbound
from bot.channels.messenger import Delivery, Inbound, Part
from bot.channels.messenger_input import MessengerInput
from bot.channels.provider import Provider
from bot.channels.provider_client import ProviderClient
from bot.channels.provider_errors import Outcome
from bot.channels.signatures import is_from_twilio
from bot.settings import Settings


class Twilio(Provider):
    """The provider. Messages and reports of their delivery come to one address."""

    name = "twilio"
    numbered = True
    meaning = staticmethod(provider_errors.twilio)

    def __init__(self, chosen: Settings) -> None:
        """Take the account's settings."""
        self._account, self._sender = chosen.twilio_account_sid, chosen.twilio_from
        self._token = chosen.twilio_auth_token.get_secret_value()
        self._url = chosen.webhook(self.name)
        self._client = ProviderClient(chosen.twilio_api_url, auth=(self._account, self._token))

    def is_genuine(self, request: Request) -> bool:
        """By Twilio's signature of our public address and the form."""
        given = request.headers.get("X-Twilio-Signature")
        return is_from_twilio(self._token, self._url, request.body, given)

    def read(self, body: bytes) -> tuple[list[Inbound], list[Delivery]]:
        """What stands in a request."""
        return twilio_inbound.read(body)

    async def send(self, address: str, part: Part) -> Outcome:
        """Send one part."""
        return await self._post(
            twilio_outbound.send(self._account, self._sender, address, part, self._url)
        )

    async def acknowledge(self, _inbound: Inbound) -> None:
        """Twilio has neither read marks nor typing for WhatsApp."""


class TwilioInput(MessengerInput):
    """Rasa's entry for the channel."""

    provider = Twilio
