"""The website channel: a company chats on any web page (docs/website-api.md)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.bell import Bell
from bot.channels.desk import Desk
from bot.channels.events import as_json, events
from bot.channels.notices import notice
from bot.channels.rasa_advisor import RasaAdvisor
from bot.channels.rates import Rates
from bot.channels.sessions import Sessions
from bot.channels.website_requests import Opening, Rated, RefusedError, Said, read, text_of
from bot.conversations.model import (
    ClosedConversationError,
    Incoming,
    NoSuchMessageError,
    UnknownConversationError,
)
from bot.conversations.store import ConversationStore
from bot.database.migration import open_current
from bot.settings import Settings, settings

Handler = Callable[[Request], Coroutine[Any, Any, HTTPResponse | None]]
SECONDS_OF_A_DAY = 86_400
_STREAM = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class WebsiteInput(InputChannel):
    """Rasa's entry for the channel; everything that takes part is made here."""

    def __init__(self, chosen: Settings, store: ConversationStore) -> None:
        """Take the settings and the conversations."""
        self._settings, self._store = chosen, store
        self._sessions = Sessions(
            chosen.session_secret, self.name(), chosen.session_days * SECONDS_OF_A_DAY
        )
        self._rates = Rates(
            message=chosen.messages_per_minute,
            message_address=chosen.messages_per_minute_address,
            session_address=chosen.sessions_per_minute_address,
        )
        self._bell = Bell(store.last_numbers)
        self._stopping = False
        self._desk: Desk
        self._watching: asyncio.Task[None]

    @classmethod
    def name(cls) -> str:
        """The channel's name in Rasa and in addresses."""
        return "website"

    @classmethod
    def from_credentials(cls, _credentials: dict[str, Any] | None) -> WebsiteInput:
        """Make the channel from the settings; credentials.yml holds no secrets."""
        chosen = settings()
        return cls(chosen, ConversationStore(open_current(chosen.database_url)))

    def blueprint(self, _on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes below `/webhooks/website`."""
        routes = Blueprint("website")
        routes.add_route(self._guarded(self._open), "/sessions", methods=["POST"])
        routes.add_route(self._guarded(self._say), "/messages", methods=["POST"])
        routes.add_route(self._guarded(self._read), "/messages", methods=["GET"])
        routes.add_route(self._guarded(self._listen), "/events", methods=["GET"])
        routes.add_route(self._guarded(self._rate), "/feedback", methods=["POST"])
        routes.listener("after_server_start")(self._start)
        routes.listener("before_server_stop")(self._stop)
        return routes

    async def _start(self, app: Sanic, _loop: Any) -> None:
        advisor = RasaAdvisor(lambda: app.ctx.agent, self.name())
        self._desk = Desk(
            self.name(),
            self._store,
            advisor,
            self._bell,
            lambda message: notice("not_answered", message.language),
        )
        self._watching = asyncio.create_task(self._bell.watch())
        await self._desk.open()

    async def _stop(self, _app: Sanic, _loop: Any) -> None:
        self._stopping = True
        self._bell.ring_all()
        await self._desk.close()
        self._watching.cancel()

    def _guarded(self, handler: Handler) -> Handler:
        """The handler, for pages that may, with every refusal in the form of the API."""

        @wraps(handler)
        async def guarded(request: Request) -> HTTPResponse | None:
            try:
                self._check_origin(request)
                return await handler(request)
            except RefusedError as refused:
                return _refusal(refused)
            except UnknownConversationError:
                return _refusal(RefusedError(401, "no_session", "There is no such conversation."))
            except ClosedConversationError:
                return _refusal(RefusedError(409, "closed", "The conversation was closed."))
            except SQLAlchemyError:
                message = "Not stored: send the same id again."
                return _refusal(RefusedError(503, "unavailable", message, seconds=2))

        return guarded

    def _check_origin(self, request: Request) -> None:
        origin = request.headers.get("origin")
        if origin and origin not in self._settings.origins:
            raise RefusedError(403, "origin", "This page may not talk with the advisor.")

    async def _open(self, request: Request) -> HTTPResponse:
        opening = read(Opening, request.body)
        self._limit("session_address", request.remote_addr or request.ip)
        before = self._sessions.conversation(request.token or "")
        if before:
            await asyncio.to_thread(self._store.close, before)
        conversation = self._sessions.new_conversation()
        await asyncio.to_thread(self._store.begin, conversation, self.name(), opening.language)
        return json(
            {
                "session": self._sessions.token(conversation),
                "expires_in": self._sessions.seconds,
                "limit": self._settings.message_limit,
            },
            status=201,
        )

    async def _say(self, request: Request) -> HTTPResponse:
        conversation = self._conversation(request)
        incoming = await self._incoming(conversation, read(Said, request.body))
        self._limit("message", conversation)
        self._limit("message_address", request.remote_addr or request.ip)
        receipt = await asyncio.to_thread(self._store.receive, conversation, incoming)
        if receipt.new:
            self._bell.ring(conversation)
        self._desk.attend(conversation)
        answer = {"seq": receipt.seq, "session": self._sessions.token(conversation)}
        return json(answer, status=202)

    async def _incoming(self, conversation: str, said: Said) -> Incoming:
        if said.button is None:
            text = text_of(said, self._settings.message_limit)
            return Incoming(said.id, text, language=said.language)
        try:
            offered = await asyncio.to_thread(
                self._store.message, conversation, said.button.message
            )
            button = offered.buttons[said.button.index]
        except (NoSuchMessageError, IndexError):
            raise RefusedError(404, "no_button", "No such button was offered.") from None
        return Incoming(said.id, button.title, button.payload, said.language)

    async def _read(self, request: Request) -> HTTPResponse:
        conversation, after = self._conversation(request), _after(request)
        news = await asyncio.to_thread(self._store.news, conversation, after)
        messages = [as_json(message) for message in news.messages]
        state = {"working": news.working}
        return json({"messages": messages, "state": state}, headers={"Cache-Control": "no-store"})

    async def _listen(self, request: Request) -> None:
        conversation, after = self._conversation(request), _after(request)
        stream = events(self._store, self._bell, conversation, after, lambda: self._stopping)
        response = await request.respond(content_type="text/event-stream", headers=_STREAM)
        async for piece in stream:
            await response.send(piece)
        await response.eof()

    async def _rate(self, request: Request) -> HTTPResponse:
        conversation, rated = self._conversation(request), read(Rated, request.body)
        try:
            await asyncio.to_thread(self._store.rate, conversation, rated.message, rated.value)
        except NoSuchMessageError:
            raise RefusedError(404, "no_message", "The bot said no such thing.") from None
        return empty()

    def _conversation(self, request: Request) -> str:
        conversation = self._sessions.conversation(request.token or "")
        if conversation is None:
            raise RefusedError(401, "no_session", "Ask for a session first.")
        return conversation

    def _limit(self, kind: str, key: str) -> None:
        seconds = self._rates.seconds_to_wait(kind, key)
        if seconds:
            raise RefusedError(429, "too_many", "Slower, please.", seconds)


def _after(request: Request) -> int:
    given = request.headers.get("last-event-id") or request.args.get("after") or "0"
    if not (given.isascii() and given.isdecimal() and len(given) < len(str(2**31))):
        raise RefusedError(400, "bad_request", "`after` is the number of a message.")
    return int(given)


def _refusal(refused: RefusedError) -> HTTPResponse:
    headers = {"Retry-After": str(refused.seconds)} if refused.seconds else {}
    body = {"error": refused.code, "message": refused.message}
    return json(body, status=refused.status, headers=headers)
