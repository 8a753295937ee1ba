"""Every scenario of `scenarios/`, against the running advisor."""

import pytest

from tests.conversations.scenario import Scenario, topics

SCENARIOS = [
    pytest.param(scenario, id=f"{topic}: {scenario.name}")
    for topic, scenarios in topics().items()
    for scenario in scenarios
]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_conversation_goes_as_written(scenario: Scenario, converse):
    conversation = converse()
    for step in scenario.whole:
        conversation.take(step, scenario.language)
