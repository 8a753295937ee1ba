"""Telegram, by its Bot API."""

from __future__ import annotations

import asyncio

from sanic.request import Request

from bot.channels import provider_errors, telegram_inbound, telegram_outbound
from bot.channels.messenger import Delivery, Inbound, Part
from bot.channels.messenger_input import MessengerInput
from bot.channels.provider import Provider
from bot.channels.provider_client import ProviderClient
from bot.channels.provider_errors import Outcome
from bot.channels.signatures import is_from_telegram
from bot.pictures.card import picture
from bot.settings import Settings


class Telegram(Provider):
    """The provider."""

    name = "telegram"
    meaning = staticmethod(provider_errors.telegram)

    def __init__(self, chosen: Settings) -> None:
        """Take the bot's settings."""
        self._secret = chosen.telegram_webhook_secret.get_secret_value()
        token = chosen.telegram_bot_token.get_secret_value()
        self._client = ProviderClient(f"{chosen.telegram_api_url}/bot{token}")

    def is_genuine(self, request: Request) -> bool:
        """By the secret that was given to Telegram with the webhook."""
        return is_from_telegram(
            self._secret, request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        )

    def read(self, body: bytes) -> tuple[list[Inbound], list[Delivery]]:
        """What stands in a request."""
        return telegram_inbound.read(body)

    async def send(self, address: str, part: Part) -> Outcome:
        """Send one part."""
        png = b"" if part.image is None else await asyncio.to_thread(picture, part.image)
        return await self._post(telegram_outbound.send(address, part, png))

    async def acknowledge(self, inbound: Inbound) -> None:
        """'Typing'; a pressed button stops waiting, also one that comes to nothing."""
        if inbound.detail.startswith(telegram_inbound.CALLBACK):
            callback = inbound.detail.removeprefix(telegram_inbound.CALLBACK)
            await self._client.post(telegram_outbound.answer_callback(callback))
        if inbound.kind != "ignored":
            await self._client.post(telegram_outbound.typing(inbound.address))


class TelegramInput(MessengerInput):
    """Rasa's entry for the channel."""

    provider = Telegram
