"""Conversations in the database. Every method is one transaction; none keeps anything back.

A conversation numbers its messages 1, 2, 3 ... The number is taken by an update of the
conversation's row, which other writers of the same conversation wait for, so that numbers
appear in the order in which they can be read, and a reader who has seen `seq` misses nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timezone

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.conversations.model import (
    ClosedConversationError,
    Incoming,
    Language,
    Message,
    News,
    NoSuchMessageError,
    Opinion,
    Receipt,
    Reply,
    State,
    UnknownConversationError,
)
from bot.conversations.rows import reply_row, to_message
from bot.conversations.tables import conversations, messages


def utc_now() -> datetime:
    """The time in UTC, without a zone, as the tables hold it."""
    return datetime.now(timezone.utc).replace(tzinfo=None)


class ConversationStore:
    """What the channels keep and read."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = utc_now) -> None:
        """Take the engine of a migrated database and a clock."""
        self._engine, self._now = engine, now

    def begin(self, conversation: str, channel: str, language: Language | None = None) -> None:
        """Start a conversation; `conversation` is an id that nobody can guess."""
        row = {"id": conversation, "channel": channel, "language": language, "last_seq": 0}
        with self._engine.begin() as connection:
            connection.execute(conversations.insert(), row | {"created_at": self._now()})

    def close(self, conversation: str) -> None:
        """End a conversation: nothing can be said in it any more."""
        row = conversations.c
        ended = conversations.update().where(row.id == conversation, row.closed_at.is_(None))
        with self._engine.begin() as connection:
            connection.execute(ended.values(closed_at=self._now()))

    def receive(self, conversation: str, incoming: Incoming) -> Receipt:
        """Store what a visitor sent; what came before under the same id is not stored again.

        Raises:
            UnknownConversationError, ClosedConversationError: nothing was stored.
        """
        with self._engine.begin() as connection:
            seq = _take_numbers(connection, conversation, 1)
            known = _seq_of(connection, conversation, incoming.client_id)
            if known is not None:
                _give_back(connection, conversation, 1)
                return Receipt(known, new=False)
            _require_open(connection, conversation)
            connection.execute(
                messages.insert(),
                {
                    "conversation": conversation,
                    "seq": seq,
                    "client_id": incoming.client_id,
                    "speaker": "visitor",
                    "at": self._now(),
                    "text": incoming.text,
                    "payload": incoming.payload,
                    "language": incoming.language,
                    "state": "waiting",
                },
            )
        return Receipt(seq, new=True)

    def next_waiting(self, conversation: str) -> Message | None:
        """The first message that has no answer yet."""
        query = _waiting().where(messages.c.conversation == conversation)
        with self._engine.connect() as connection:
            row = connection.execute(query.order_by(messages.c.seq).limit(1)).first()
        return to_message(row) if row else None

    def with_waiting(self, channel: str) -> list[str]:
        """The conversations of a channel in which a message waits for an answer."""
        joined = messages.join(conversations)
        query = sa.select(conversations.c.id).select_from(joined).distinct()
        query = query.where(messages.c.state == "waiting", conversations.c.channel == channel)
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def try_again(self, conversation: str, seq: int) -> None:
        """Note that answering a message is tried once more."""
        with self._engine.begin() as connection:
            connection.execute(
                _one(messages.update(), conversation, seq).values(tries=messages.c.tries + 1)
            )

    def answer(
        self, conversation: str, seq: int, replies: Sequence[Reply], state: State = "answered"
    ) -> None:
        """Store the replies to a message, once: a message that has its answer is left as it is."""
        with self._engine.begin() as connection:
            last = _take_numbers(connection, conversation, len(replies))
            waiting = _one(messages.update(), conversation, seq).where(
                messages.c.state == "waiting"
            )
            if connection.execute(waiting.values(state=state)).rowcount == 0:
                _give_back(connection, conversation, len(replies))
                return
            self._add(connection, conversation, last - len(replies), replies, reply_to=seq)

    def say(self, conversation: str, reply: Reply) -> int:
        """Store what staff or the system says by itself; return its `seq`.

        Raises:
            UnknownConversationError: there is no such conversation.
        """
        with self._engine.begin() as connection:
            seq = _take_numbers(connection, conversation, 1)
            self._add(connection, conversation, seq - 1, [reply], reply_to=None)
        return seq

    def news(self, conversation: str, after: int) -> News:
        """What was said after `after` (0: everything); `working` is never false too early."""
        own = messages.c.conversation == conversation
        query = sa.select(messages).where(own, messages.c.seq > after).order_by(messages.c.seq)
        waiting = sa.select(sa.exists(_waiting().where(own)))
        with self._engine.connect() as connection:
            working = bool(connection.execute(waiting).scalar())
            found = tuple(map(to_message, connection.execute(query)))
        return News(found, working)

    def language(self, conversation: str) -> Language | None:
        """The language that the visitor last chose."""
        query = sa.select(conversations.c.language).where(conversations.c.id == conversation)
        with self._engine.connect() as connection:
            language: Language | None = connection.execute(query).scalar()
        return language

    def choose_language(self, conversation: str, language: Language) -> None:
        """Keep the language that the visitor chose."""
        own = conversations.update().where(conversations.c.id == conversation)
        with self._engine.begin() as connection:
            connection.execute(own.values(language=language))

    def last_numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """The `seq` of the last message of each conversation."""
        row = conversations.c
        query = sa.select(row.id, row.last_seq).where(row.id.in_(list(ids)))
        with self._engine.connect() as connection:
            return dict(connection.execute(query).all())

    def message(self, conversation: str, seq: int) -> Message:
        """One message.

        Raises:
            NoSuchMessageError: the conversation has none with that number.
        """
        with self._engine.connect() as connection:
            row = connection.execute(_one(sa.select(messages), conversation, seq)).first()
        if row is None:
            raise NoSuchMessageError
        return to_message(row)

    def rate(self, conversation: str, seq: int, opinion: Opinion | None) -> None:
        """Keep what the visitor thinks of an answer; the last word counts.

        Raises:
            NoSuchMessageError: there is no such message of the bot.
        """
        of_bot = _one(messages.update(), conversation, seq).where(messages.c.speaker == "bot")
        with self._engine.begin() as connection:
            rated = connection.execute(of_bot.values(feedback=opinion, feedback_at=self._now()))
            if rated.rowcount == 0:
                raise NoSuchMessageError

    def _add(
        self,
        connection: Connection,
        conversation: str,
        before: int,
        replies: Sequence[Reply],
        reply_to: int | None,
    ) -> None:
        rows = [
            reply_row(reply)
            | {"conversation": conversation, "seq": seq, "reply_to": reply_to, "at": self._now()}
            for seq, reply in enumerate(replies, start=before + 1)
        ]
        if rows:
            connection.execute(messages.insert(), rows)


def _take_numbers(connection: Connection, conversation: str, how_many: int) -> int:
    """Hold the conversation until the transaction ends; return the last of the numbers taken."""
    last = conversations.c.last_seq
    own = conversations.c.id == conversation
    taken = connection.execute(conversations.update().where(own).values(last_seq=last + how_many))
    if taken.rowcount == 0:
        raise UnknownConversationError
    return int(connection.execute(sa.select(last).where(own)).scalar_one())


def _give_back(connection: Connection, conversation: str, how_many: int) -> None:
    last = conversations.c.last_seq
    own = conversations.update().where(conversations.c.id == conversation)
    connection.execute(own.values(last_seq=last - how_many))


def _seq_of(connection: Connection, conversation: str, client_id: str) -> int | None:
    known = sa.select(messages.c.seq).where(
        messages.c.conversation == conversation, messages.c.client_id == client_id
    )
    seq: int | None = connection.execute(known).scalar()
    return seq


def _require_open(connection: Connection, conversation: str) -> None:
    closed = sa.select(conversations.c.closed_at).where(conversations.c.id == conversation)
    if connection.execute(closed).scalar() is not None:
        raise ClosedConversationError


def _waiting() -> sa.sql.Select:
    return sa.select(messages).where(messages.c.state == "waiting")


def _one(statement: sa.sql.expression.Executable, conversation: str, seq: int) -> sa.sql.Select:
    return statement.where(messages.c.conversation == conversation, messages.c.seq == seq)
