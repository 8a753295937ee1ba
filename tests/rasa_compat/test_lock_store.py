"""Messages of one conversation: answered in order, none lost, no conversation waits for another."""

import asyncio

import pytest
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import LockStore
from rasa.utils.endpoints import EndpointConfig

from bot.rasa_compat.lock_store import FairLockStore

HOOK = EndpointConfig(type="bot.rasa_compat.lock_store.FairLockStore")


class SlowProcessor:
    """Stands in for Rasa's: notes who is being answered, and yields in the middle."""

    def __init__(self) -> None:
        self.answered: list[str] = []
        self.busy: set[str] = set()
        self.held = asyncio.Event()
        self.held.set()

    async def handle_message(self, message: UserMessage) -> None:
        assert message.sender_id not in self.busy, "two messages of one conversation at once"
        self.busy.add(message.sender_id)
        if message.text == "slow":
            await self.held.wait()
        for _ in range(3):
            await asyncio.sleep(0)
        self.busy.remove(message.sender_id)
        if message.text == "fails":
            raise RuntimeError("an action failed")
        self.answered.append(message.text)


@pytest.fixture
def processor() -> SlowProcessor:
    return SlowProcessor()


@pytest.fixture
def agent(processor: SlowProcessor) -> Agent:
    agent = Agent(lock_store=LockStore.create(HOOK))
    agent.processor = processor
    return agent


def message(text: str, sender: str = "one") -> UserMessage:
    return UserMessage(text, sender_id=sender)


async def test_thirty_messages_at_once_are_all_answered_in_the_order_they_came(agent, processor):
    texts = [str(number) for number in range(30)]
    await asyncio.gather(*(agent.handle_message(message(text)) for text in texts))
    assert processor.answered == texts


async def test_no_conversation_waits_for_another(agent, processor):
    processor.held.clear()
    waiting = asyncio.ensure_future(agent.handle_message(message("slow", "one")))
    await agent.handle_message(message("quick", "two"))
    processor.held.set()
    await waiting
    assert processor.answered == ["quick", "slow"]


async def test_a_message_that_fails_or_is_given_up_does_not_hold_up_the_next(agent, processor):
    processor.held.clear()
    slow = asyncio.ensure_future(agent.handle_message(message("slow")))
    await asyncio.sleep(0)
    given_up, fails, last = (
        asyncio.ensure_future(agent.handle_message(message(text)))
        for text in ("given up", "fails", "last")
    )
    await asyncio.sleep(0)
    given_up.cancel()
    processor.held.set()
    results = await asyncio.gather(slow, given_up, fails, last, return_exceptions=True)
    assert [type(result) for result in results[1:3]] == [asyncio.CancelledError, RuntimeError]
    assert processor.answered == ["slow", "last"]


async def test_a_finished_conversation_leaves_nothing_behind(agent):
    await agent.handle_message(message("hello"))
    assert isinstance(agent.lock_store, FairLockStore)
    assert not agent.lock_store._locks
