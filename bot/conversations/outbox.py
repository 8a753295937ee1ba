"""What goes out to messengers, in order, and what became of it.

A message of the bot, of staff or of the system is sent when the conversation's `sent_seq` has
reached it. Each piece of it that a provider took has a row in `deliveries`, so that after a
crash the sender goes on with the next piece.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Engine

from bot.conversations.model import Language, Message
from bot.conversations.rows import to_message
from bot.conversations.store import utc_now
from bot.conversations.tables import contacts, conversations, deliveries, messages

REPLACES = {
    "sent": (),
    "delivered": ("sent", "failed"),
    "read": ("sent", "failed", "delivered"),
    "failed": ("sent", "failed", "delivered", "read"),
}
"""Which states a report replaces: providers report out of order."""


@dataclass(frozen=True)
class Report:
    """What became of one piece of a message: sent, delivered, read or failed with `error`."""

    seq: int
    part: int
    state: str
    error: str
    provider_id: str | None


@dataclass(frozen=True)
class Contact:
    """Where replies go (personal data), and when somebody was last heard from there (UTC)."""

    address: str
    heard_at: datetime


class Outbox:
    """What the messengers read and keep of what is said to visitors."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = utc_now) -> None:
        """Take the engine of a migrated database and a clock."""
        self._engine, self._now = engine, now

    def hear(self, conversation: str, channel: str, address: str) -> None:
        """Keep where replies go; begins the conversation when it is new."""
        now = self._now()
        known = {"conversation": conversation, "address": address, "heard_at": now}
        new = {"id": conversation, "channel": channel, "last_seq": 0, "created_at": now}
        with self._engine.begin() as connection:
            insert = _insert_for(self._engine)
            connection.execute(insert(conversations).values(new).on_conflict_do_nothing())
            kept = insert(contacts).values(known)
            connection.execute(
                kept.on_conflict_do_update(index_elements=["conversation"], set_=known)
            )

    def contact(self, conversation: str) -> Contact | None:
        """Where replies go, if they go anywhere."""
        query = sa.select(contacts).where(contacts.c.conversation == conversation)
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return Contact(row.address, row.heard_at) if row else None

    def with_unsent(self, channel: str) -> list[str]:
        """The conversations of a channel in which something has still to go out."""
        query = sa.select(conversations.c.id).where(
            conversations.c.channel == channel,
            conversations.c.last_seq > conversations.c.sent_seq,
            sa.exists(
                _unsent()
                .where(messages.c.conversation == conversations.c.id)
                .correlate(conversations)
            ),
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def next_unsent(self, conversation: str) -> Message | None:
        """The first message that has to go out."""
        query = (
            _unsent()
            .join(conversations)
            .where(messages.c.conversation == conversation)
            .order_by(messages.c.seq)
            .limit(1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return to_message(row) if row else None

    def sent_parts(self, message: Message) -> set[int]:
        """Which pieces of a message a provider has taken or refused."""
        row = deliveries.c
        query = sa.select(row.part).where(
            row.conversation == message.conversation, row.seq == message.seq
        )
        with self._engine.connect() as connection:
            return set(connection.execute(query).scalars())

    def keep(
        self, message: Message, part: int, provider_id: str | None, error: str | None = None
    ) -> None:
        """Note that a provider took a piece, or refused it with `error`."""
        row = {
            "conversation": message.conversation,
            "seq": message.seq,
            "part": part,
            "provider_id": provider_id,
            "state": "sent" if error is None else "failed",
            "error": (error or "")[:255],
            "at": self._now(),
        }
        with self._engine.begin() as connection:
            connection.execute(deliveries.insert(), row)

    def report(self, conversation: str) -> list[Report]:
        """What became of everything that was sent in a conversation, in order."""
        row = deliveries.c
        columns = [row[each.name] for each in fields(Report)]
        query = sa.select(*columns).where(row.conversation == conversation)
        with self._engine.connect() as connection:
            return [Report(*each) for each in connection.execute(query.order_by(row.seq, row.part))]

    def finish(self, message: Message) -> None:
        """Note that a message went out as far as it can."""
        own = conversations.update().where(conversations.c.id == message.conversation)
        with self._engine.begin() as connection:
            connection.execute(own.values(sent_seq=message.seq))

    def last_offer(self, conversation: str) -> Message | None:
        """The last message that was said to the visitor, if it offers buttons."""
        with self._engine.connect() as connection:
            row = connection.execute(_last_said(sa.select(messages), conversation)).first()
        last = to_message(row) if row else None
        return last if last and last.buttons else None

    def language_said(self, conversation: str) -> Language | None:
        """The language of the last message that was said to the visitor in any."""
        column = messages.c.language
        query = _last_said(sa.select(column), conversation).where(column.is_not(None))
        with self._engine.connect() as connection:
            language: Language | None = connection.execute(query).scalar()
        return language

    def note(self, provider_id: str, state: str, error: str = "") -> bool:
        """Keep what a provider reports; whether it is of something that we know we sent."""
        row = deliveries.c
        with self._engine.begin() as connection:
            known = connection.execute(
                sa.select(row.state).where(row.provider_id == provider_id)
            ).first()
            connection.execute(
                deliveries.update()
                .where(row.provider_id == provider_id, row.state.in_(REPLACES[state]))
                .values(state=state, error=error[:255], at=self._now())
            )
        return known is not None


def _last_said(query: sa.sql.Select, conversation: str) -> sa.sql.Select:
    to_visitor = query.where(
        messages.c.conversation == conversation, messages.c.speaker != "visitor"
    )
    return to_visitor.order_by(messages.c.seq.desc()).limit(1)


def _unsent() -> sa.sql.Select:
    return sa.select(messages).where(
        messages.c.speaker != "visitor", messages.c.seq > conversations.c.sent_seq
    )


def _insert_for(engine: Engine) -> Callable[..., Any]:
    """The INSERT of the database that knows what to do with a row that is there already."""
    insert: Callable[..., Any] = (
        sqlite.insert if engine.dialect.name == "sqlite" else postgresql.insert
    )
    return insert
