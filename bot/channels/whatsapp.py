"""WhatsApp through Meta's Cloud API."""

from __future__ import annotations

import asyncio
import hmac

from sanic.request import Request
from sanic.response import HTTPResponse, empty, text

from bot.channels import provider_errors, whatsapp_inbound, whatsapp_outbound
from bot.channels.messenger import Delivery, Inbound, Part
from bot.channels.messenger_input import MessengerInput
from bot.channels.provider import Provider
from bot.channels.provider_client import ProviderClient
from bot.channels.provider_errors import Outcome
from bot.channels.signatures import is_from_meta
from bot.pictures.card import picture
from bot.settings import Settings


class WhatsApp(Provider):
    """The provider."""

    name = "whatsapp"
    meaning = staticmethod(provider_errors.whatsapp)

    def __init__(self, chosen: Settings) -> None:
        """Take the account's settings."""
        self._number = chosen.whatsapp_phone_number_id
        self._app_secret = chosen.whatsapp_app_secret.get_secret_value()
        self._verify_token = chosen.whatsapp_verify_token.get_secret_value()
        token = chosen.whatsapp_access_token.get_secret_value()
        self._client = ProviderClient(chosen.whatsapp_api_url, {"Authorization": f"Bearer {token}"})

    def is_genuine(self, request: Request) -> bool:
        """By Meta's signature of the body."""
        given = request.headers.get("X-Hub-Signature-256")
        return is_from_meta(self._app_secret, request.body, given)

    def challenge(self, request: Request) -> HTTPResponse:
        """Meta asks once, when the address is entered there."""
        token = (request.args.get("hub.verify_token") or "").encode()
        if request.args.get("hub.mode") == "subscribe" and hmac.compare_digest(
            token, self._verify_token.encode()
        ):
            return text(request.args.get("hub.challenge") or "")
        return empty(403)

    def read(self, body: bytes) -> tuple[list[Inbound], list[Delivery]]:
        """What stands in a request."""
        return whatsapp_inbound.read(body, self._number)

    async def send(self, address: str, part: Part) -> Outcome:
        """Send one part; a picture is uploaded first."""
        media = ""
        if part.image is not None:
            png = await asyncio.to_thread(picture, part.image)
            stored = await self._post(whatsapp_outbound.upload(self._number, png))
            if not isinstance(stored, provider_errors.Sent):
                return stored
            media = stored.provider_id
        return await self._post(whatsapp_outbound.send(self._number, address, part, media))

    async def acknowledge(self, inbound: Inbound) -> None:
        """Two blue ticks, and 'typing'."""
        if inbound.kind != "ignored":
            await self._client.post(
                whatsapp_outbound.read_and_typing(self._number, inbound.provider_id)
            )


class WhatsAppInput(MessengerInput):
    """Rasa's entry for the channel."""

    provider = WhatsApp
