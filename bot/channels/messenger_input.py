"""A messenger as a Rasa channel: the same for each; what differs is in its `Provider`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.addresses import conversation_id
from bot.channels.courier import Courier
from bot.channels.desk import Desk
from bot.channels.inbound_body import BadBodyError
from bot.channels.intake import Intake
from bot.channels.messenger import Delivery, Inbound
from bot.channels.notices import notice
from bot.channels.provider import Provider
from bot.channels.provider_errors import reason_of
from bot.channels.rasa_advisor import RasaAdvisor
from bot.conversations.outbox import Outbox
from bot.conversations.store import ConversationStore
from bot.database.migration import open_current
from bot.nlu.language import language_of
from bot.settings import Settings, settings

logger = logging.getLogger(__name__)
PAUSES_TO_MATCH = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""In seconds; together longer than an answer of the provider may take."""


class MessengerInput(InputChannel):
    """Takes in, has answered, and sends, for the provider that a subclass names."""

    provider: type[Provider]

    def __init__(self, chosen: Settings, engine: Engine) -> None:
        """Take the settings and the engine of a migrated database."""
        self._provider = provider = self.provider(chosen)
        self._store, self._outbox = ConversationStore(engine), Outbox(engine)
        conversation_of = partial(conversation_id, chosen.session_secret, provider.name)
        self._intake = Intake(
            provider.name, self._store, self._outbox, conversation_of, provider.numbered
        )
        self._courier = Courier(provider.name, self._outbox, provider)
        self._privacy_url = f"{chosen.address}privacy"
        self._in_the_background: set[asyncio.Task[Any]] = set()
        self._desk: Desk

    @classmethod
    def from_credentials(cls, _credentials: dict[str, Any] | None) -> MessengerInput:
        """Make the channel from the settings; credentials.yml holds no secrets."""
        chosen = settings()
        return cls(chosen, open_current(chosen.database_url))

    def name(self) -> str:  # type: ignore[override]
        """The channel's name in Rasa and in addresses."""
        return self._provider.name

    def blueprint(self, _on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes below `/webhooks/<name>`. Sanic notes on a handler whose it is."""

        async def asked(request: Request) -> HTTPResponse:
            return self._provider.challenge(request)

        async def posted(request: Request) -> HTTPResponse:
            return await self._posted(request)

        routes = Blueprint(self._provider.name)
        routes.add_route(asked, "/webhook", methods=["GET"])
        routes.add_route(posted, "/webhook", methods=["POST"])
        routes.listener("after_server_start")(self._start)
        routes.listener("before_server_stop")(self._stop)
        return routes

    async def _start(self, app: Sanic, _loop: Any) -> None:
        self._provider.open()
        greeting = partial(notice, "messenger_privacy", privacy=self._privacy_url)
        self._desk = Desk(
            self._provider.name,
            self._store,
            RasaAdvisor(lambda: app.ctx.agent, self._provider.name, greeting),
            self._courier,
            lambda message: notice("not_answered", language_of(message.text, message.language)),
        )
        self._spawn(self._courier.watch())
        await self._desk.open()

    async def _stop(self, _app: Sanic, _loop: Any) -> None:
        await self._desk.close()
        await self._courier.close()
        for work in self._in_the_background:
            work.cancel()
        await asyncio.gather(*self._in_the_background, return_exceptions=True)
        await self._provider.close()

    async def _posted(self, request: Request) -> HTTPResponse:
        """200 when everything in the request is stored; anything else is delivered again."""
        if not self._provider.is_genuine(request):
            return empty(403)
        try:
            inbound, deliveries = self._provider.read(request.body)
        except BadBodyError as error:
            logger.warning("A genuine request of %s is not understood: %s", self.name(), error)
            return empty(200)
        try:
            for each in inbound:
                await self._take(each)
            for delivery in deliveries:
                if not await self._note(delivery):
                    self._spawn(self._note_later(delivery))
        except SQLAlchemyError:
            logger.exception("What came from %s cannot be stored now.", self.name())
            return empty(503)
        return empty(200)

    async def _take(self, inbound: Inbound) -> None:
        taken = await asyncio.to_thread(self._intake.take, inbound)
        if taken is None or taken[1].new:
            self._spawn(self._provider.acknowledge(inbound))
        if taken is not None:
            self._desk.attend(taken[0])

    async def _note(self, delivery: Delivery) -> bool:
        """Keep a report; whether it is of something that we know we sent."""
        error = delivery.error
        if delivery.state == "failed":
            error = f"{reason_of(self.name(), error.partition(' ')[0])} {error}".strip()
        return await asyncio.to_thread(
            self._outbox.note, delivery.provider_id, delivery.state, error
        )

    async def _note_later(self, delivery: Delivery) -> None:
        """A report may come before we have kept that the piece was taken."""
        for seconds in PAUSES_TO_MATCH:
            await asyncio.sleep(seconds)
            if await self._note(delivery):
                return

    def _spawn(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._in_the_background.add(task)
        task.add_done_callback(self._in_the_background.discard)
