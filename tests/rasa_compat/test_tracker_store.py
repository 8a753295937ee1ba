"""An error of the database is seen by the caller and not taken for a new conversation."""

from pathlib import Path

import pytest
import rasa
from rasa.core.agent import Agent
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.utils.endpoints import EndpointConfig, read_endpoint_config
from sqlalchemy.exc import OperationalError

from bot.rasa_compat import TRIED_VERSION, RasaVersionError
from bot.rasa_compat.tracker_store import StrictSQLTrackerStore, use_unwrapped_store
from bot.settings import ROOT


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "not yet there" / "rasa.db"


@pytest.fixture
def agent(database: Path) -> Agent:
    hook = read_endpoint_config(str(ROOT / "endpoints.yml"), "tracker_store")
    hook = EndpointConfig(type=hook.type, **{**hook.kwargs, "db": str(database)})
    return Agent(domain=Domain.empty(), tracker_store=TrackerStore.create(hook))


async def test_a_conversation_is_kept_in_the_database(agent, database):
    tracker = await agent.tracker_store.get_or_create_tracker("one")
    tracker.update(UserUttered("hello"))
    await agent.tracker_store.save(tracker)
    again = StrictSQLTrackerStore(Domain.empty(), db=str(database))
    assert (await again.retrieve("one")).latest_message.text == "hello"


async def test_a_failed_read_and_a_failed_write_reach_the_caller(agent):
    tracker = await agent.tracker_store.get_or_create_tracker("one")
    with agent.tracker_store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE events")
    with pytest.raises(OperationalError):
        await agent.tracker_store.retrieve("one")
    tracker.update(UserUttered("hello"))
    with pytest.raises(OperationalError):
        await agent.tracker_store.save(tracker)


def test_any_other_tracker_store_is_treated_as_rasa_treats_it(agent):
    assert isinstance(agent.tracker_store, StrictSQLTrackerStore)
    other = Agent(tracker_store=InMemoryTrackerStore(Domain.empty()))
    assert isinstance(other.tracker_store, FailSafeTrackerStore)


def test_the_replacement_is_for_the_installed_rasa_and_for_no_other(monkeypatch):
    assert rasa.__version__ == TRIED_VERSION
    monkeypatch.setattr(rasa, "__version__", "3.6.22")
    with pytest.raises(RasaVersionError, match=r"3\.6\.22"):
        use_unwrapped_store()
