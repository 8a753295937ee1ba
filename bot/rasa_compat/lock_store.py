"""A lock store that serves the messages of one conversation in the order they came.

Rasa's own store lets waiters look once a second and drops those that wait
longer than a ticket lives. Here a waiter is woken when its turn comes and none
is dropped. The locks live in this process: one Rasa process per conversation.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, LockStore
from rasa.utils.endpoints import EndpointConfig


class FairLockStore(LockStore):
    """One first-come-first-served lock for each conversation that is being answered."""

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        """Take Rasa's endpoint entry, which has nothing to configure."""
        super().__init__()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def lock(
        self,
        conversation_id: str,
        lock_lifetime: float = LOCK_LIFETIME,
        wait_time_in_seconds: float = 1,
    ) -> AsyncGenerator[TicketLock, None]:
        """Hold the conversation; the two times are Rasa's and play no part here."""
        conversation = self._locks.get(conversation_id)
        if conversation is None:
            conversation = self._locks[conversation_id] = asyncio.Lock()
        async with conversation:
            yield self.create_lock(conversation_id)
