"""Telegram, by its Bot API."""

from __future__ import annotations

import asyncio
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, empty

from bot.channels import provider_errors, telegram_inbound, telegram_outbound
from bot.channels.messenger import Delivery, Inbound, Part
from bot.channels.messenger_input import MessengerInput
from bot.channels.planning import LIMITS, plan
from bot.channels.provider_client import ProviderClient
from bot.channels.provider_errors import Outcome
from bot.channels.signatures import is_from_telegram
from bot.conversations.model import Message
from bot.database.migration import open_current
from bot.pictures.card import picture
from bot.settings import Settings, settings

CALLBACK = "callback:"


class Telegram:
    """The provider."""

    name, numbered = "telegram", False

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

    def challenge(self, _request: Request) -> HTTPResponse:
        """Telegram never asks."""
        return empty(404)

    def read(self, body: bytes) -> tuple[list[Inbound], list[Delivery]]:
        """What stands in a request."""
        return telegram_inbound.read(body)

    def plan(self, message: Message) -> list[Part]:
        """A message in parts."""
        return list(plan(message, LIMITS[self.name]))

    async def send(self, address: str, part: Part) -> Outcome:
        """Send one part."""
        png = b"" if part.image is None else await asyncio.to_thread(picture, part.image)
        answer = await self._client.post(telegram_outbound.send(address, part, png))
        return provider_errors.telegram(answer.status, answer.body, answer.retry_after)

    async def acknowledge(self, inbound: Inbound) -> None:
        """'Typing'; a pressed button stops waiting, also one that comes to nothing."""
        if inbound.detail.startswith(CALLBACK):
            callback = inbound.detail.removeprefix(CALLBACK)
            await self._client.post(telegram_outbound.answer_callback(callback))
        if inbound.kind != "ignored":
            await self._client.post(telegram_outbound.typing(inbound.address))

    async def open(self) -> None:
        """Get ready to send."""
        self._client.open()

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()


class TelegramInput(MessengerInput):
    """Rasa's entry for the channel."""

    @classmethod
    def from_credentials(cls, _credentials: dict[str, Any] | None) -> TelegramInput:
        """Make the channel from the settings; credentials.yml holds no secrets."""
        chosen = settings()
        return cls(chosen, open_current(chosen.database_url), Telegram(chosen))
