"""The SQL tracker store, with its errors left visible.

Rasa wraps every tracker store in `FailSafeTrackerStore`: a failed read then
looks like a new conversation and a failed write goes to memory, while the
replies look normal. With this store an error reaches the channel instead.
"""

from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain

from bot.rasa_compat import require_tried_version


class StrictSQLTrackerStore(SQLTrackerStore):
    """Rasa's SQL tracker store; an agent that is given it uses it unwrapped."""

    def __init__(
        self,
        domain: Domain | None = None,
        dialect: str = "sqlite",
        db: str = "rasa.db",
        **kwargs: Any,
    ) -> None:
        """Open the database, making the folder of an SQLite file first."""
        if dialect == "sqlite" and db != ":memory:":
            Path(db).parent.mkdir(parents=True, exist_ok=True)
        super().__init__(domain, dialect=dialect, db=db, **kwargs)
        use_unwrapped_store()


def use_unwrapped_store() -> None:
    """Have Rasa's agents use a `StrictSQLTrackerStore` as it is.

    Raises:
        RasaVersionError: the installed Rasa is another version than the one read.
    """
    require_tried_version()
    Agent._create_tracker_store = staticmethod(_create_tracker_store)


_wrap_in_failsafe = Agent._create_tracker_store


def _create_tracker_store(store: TrackerStore | None, domain: Domain) -> TrackerStore:
    if not isinstance(store, StrictSQLTrackerStore):
        return _wrap_in_failsafe(store, domain)
    store.domain = domain
    return store
