"""What the advisor has written down about the people in the apps."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bot.channels.addresses import conversation_id
from bot.conversations.model import Message
from bot.conversations.outbox import Outbox, Report
from bot.conversations.store import ConversationStore
from bot.database.engine import open_engine

LONGEST_WAIT = 120


class Records:
    """Its database, as another process of the advisor would use it, and Rasa's."""

    def __init__(self, var_dir: Path) -> None:
        self.path = var_dir / "advisor.db"
        engine = open_engine(f"sqlite:///{self.path}")
        self.store, self.outbox = ConversationStore(engine), Outbox(engine)
        self.secret = (var_dir / "session-secret").read_text(encoding="ascii")
        self._trackers = var_dir / "rasa.db"

    def conversation(self, app: str, address: str) -> str:
        return conversation_id(self.secret, app, address)

    def messages(self, conversation: str) -> list[Message]:
        return list(self.store.news(conversation, 0).messages)

    def report(self, conversation: str) -> list[Report]:
        return self.outbox.report(conversation)

    def is_settled(self, conversation: str) -> bool:
        """Whether everything is answered and has gone out as far as it can."""
        return not self.store.news(conversation, 0).working and not self.outbox.next_unsent(
            conversation
        )

    def wait_until_settled(self, app: str) -> None:
        """Wait until nothing waits in any conversation of an app."""
        store, outbox = self.store, self.outbox
        wait_until(lambda: not store.with_waiting(app), f"{app} is answered", LONGEST_WAIT * 5)
        wait_until(lambda: not outbox.with_unsent(app), f"{app} is sent", LONGEST_WAIT * 5)

    def asked_of_rasa(self, conversation: str) -> list[str]:
        """The number of each message that Rasa has kept."""
        query = "SELECT data FROM events WHERE sender_id = ? AND type_name = 'user' ORDER BY id"
        with closing(sqlite3.connect(self._trackers)) as trackers:
            found = trackers.execute(query, (conversation,)).fetchall()
        return [json.loads(data)["message_id"] for (data,) in found]

    def count(self, table: str) -> int:
        with closing(sqlite3.connect(self.path)) as database:
            return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def wait_until(condition: Callable[[], object], what: str, seconds: float = LONGEST_WAIT) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"never: {what}"
        time.sleep(0.03)
