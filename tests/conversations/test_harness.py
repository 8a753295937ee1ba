"""The scenarios themselves: none is lost, and each topic meets each situation."""

from collections import Counter
from typing import get_args

import pytest

from bot.knowledge.base import open_base
from tests.conversations.facts import Facts
from tests.conversations.scenario import Situation, openings, topics
from tests.conversations.talk import Reply, check, says, written_in

TOPICS = topics()


def test_every_scenario_has_a_name_of_its_own():
    names = Counter(each.name for scenarios in TOPICS.values() for each in scenarios)
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_met_in_every_situation(topic):
    met = {scenario.situation for scenario in TOPICS[topic]}
    assert met == set(get_args(Situation))


def test_every_opening_is_used():
    used = {name for each in TOPICS.values() for scenario in each for name in scenario.opens_with}
    assert used == set(openings())


def test_every_step_says_something_and_most_expect_something():
    steps = [step for each in TOPICS.values() for scenario in each for step in scenario.steps]
    assert all((step.user is None) != (step.press is None) for step in steps)
    assert all(scenario.whole for each in TOPICS.values() for scenario in each)


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        ("可計入 1,200萬港元", "200萬港元", False),
        ("可計入 200萬港元", "200萬港元", True),
        ("共 0.5億港元", "5億港元", False),
        ("租金唔獲資助", "租金", True),
    ],
)
def test_an_amount_is_not_found_inside_a_larger_one(text, said, found):
    assert says(text, said) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("生產線要實際設喺香港", "zh-HK"),
        ("生产线要实际设在香港", "zh-CN"),
        ("InnoPark (創新園) is in Hong Kong", "en"),
    ],
)
def test_the_language_of_a_reply_is_told(text, language):
    assert written_in(text) == language


def test_silence_is_a_failure():
    step = TOPICS["facts"][0].steps[0]
    with pytest.raises(AssertionError, match="nothing was said"):
        check(Reply((), ()), step.expect, Facts(open_base(), "zh-HK"))
