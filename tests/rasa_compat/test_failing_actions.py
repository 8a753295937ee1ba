"""An action that fails is seen by the channel and not taken for one with nothing to say."""

import pytest
import rasa
from rasa.core.actions.action import Action, ActionExecutionRejection
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa_compat import TRIED_VERSION, RasaVersionError, failing_actions
from bot.rasa_compat.failing_actions import let_failures_out


class ActionServerGoneError(Exception):
    pass


class Broken(Action):
    def __init__(self, error):
        self.error = error

    def name(self):
        return "action_answer_expenses"

    async def run(self, output_channel, nlg, tracker, domain):
        raise self.error


@pytest.fixture
def run(monkeypatch):
    """Run an action as Rasa's processor does, in a conversation; return both."""
    monkeypatch.setattr(MessageProcessor, "_run_action", MessageProcessor._run_action)
    processor = object.__new__(MessageProcessor)
    processor.domain = Domain.empty()
    tracker = DialogueStateTracker("me", [])
    prediction = PolicyPrediction([1.0], "RulePolicy")

    async def run_in_processor(action):
        await processor._run_action(action, tracker, None, None, prediction)
        return tracker

    return run_in_processor


async def test_rasa_as_it_comes_goes_on_as_if_nothing_had_happened(run, monkeypatch):
    monkeypatch.setattr(MessageProcessor, "_run_action", failing_actions._run_action)
    assert (await run(Broken(ActionServerGoneError()))).events


async def test_the_failure_of_an_action_reaches_the_channel(run):
    let_failures_out()
    with pytest.raises(ActionServerGoneError):
        await run(Broken(ActionServerGoneError()))


async def test_an_action_that_declines_is_no_failure(run):
    let_failures_out()
    rejected = await run(Broken(ActionExecutionRejection("action_answer_expenses")))
    assert rejected.events[-1].type_name == "action_execution_rejected"


def test_another_rasa_has_to_be_looked_at_first(monkeypatch):
    monkeypatch.setattr(rasa, "__version__", "3.7.0")
    assert rasa.__version__ != TRIED_VERSION
    with pytest.raises(RasaVersionError):
        let_failures_out()
