"""A conversation as server-sent events (docs/website-api.md)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from bot.channels.bell import Bell
from bot.conversations.model import Message
from bot.conversations.store import ConversationStore

SECONDS_BETWEEN_SIGNS = 15.0
SIGN_OF_LIFE = ": still here\n\n"


async def events(
    store: ConversationStore,
    bell: Bell,
    conversation: str,
    after: int,
    is_over: Callable[[], bool],
) -> AsyncIterator[str]:
    """Everything that was said after `after`, then what comes, until `is_over`."""
    state: dict[str, Any] | None = None
    with bell.listening(conversation) as heard:
        while not is_over():
            heard.clear()
            news = await asyncio.to_thread(store.news, conversation, after)
            for message in news.messages:
                after = message.seq
                yield event("message", as_json(message), message.seq)
            if state != {"working": news.working}:
                state = {"working": news.working}
                yield event("state", state)
            try:
                await asyncio.wait_for(heard.wait(), SECONDS_BETWEEN_SIGNS)
            except asyncio.TimeoutError:
                yield SIGN_OF_LIFE


def event(name: str, data: Any, number: int | None = None) -> str:
    """One event; JSON has no line breaks of its own, so the data is one line."""
    id_ = "" if number is None else f"id: {number}\n"
    return f"{id_}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


def as_json(message: Message) -> dict[str, Any]:
    """A message as a client gets it: no payloads."""
    return {
        "seq": message.seq,
        "from": message.speaker,
        "name": message.name,
        "at": message.at.isoformat(timespec="seconds") + "Z",
        "text": message.text,
        "language": message.language if message.speaker != "visitor" else None,
        "id": message.client_id,
        "reply_to": message.reply_to,
        "buttons": [{"title": button.title} for button in message.buttons],
        "card": message.card,
        "feedback": message.feedback,
    }
