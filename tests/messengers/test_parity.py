"""The conversation tests in every channel: the same facts, sources and buttons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.channels.planning import WORDS
from bot.settings import Settings
from tests.conversations.facts import Facts
from tests.conversations.scenario import Scenario, topics
from tests.conversations.talk import Reply, check
from tests.messengers.amounts import SCENARIOS_OF_A_TOPIC
from tests.messengers.conftest import NAMES
from tests.messengers.visitor import Answer, Said, Visitor

LONGEST_ON_THE_WEBSITE = Settings().message_limit


def chosen() -> Iterator[tuple[str, Scenario]]:
    """The shortest of each topic, the shortest with a press, and one of each language in each."""
    for topic, scenarios in topics().items():
        short = sorted(filter(can_be_sent, scenarios), key=lambda each: len(each.whole))
        pressing = [each for each in short if any(step.press for step in each.whole)]
        languages = {each.language: each for each in reversed(short)}
        found = [*short[:SCENARIOS_OF_A_TOPIC], *pressing[:1], *languages.values()]
        yield from ((topic, each) for each in {each.name: each for each in found}.values())


def can_be_sent(scenario: Scenario) -> bool:
    """Whether every channel takes its texts as texts: Rasa's own commands are none there."""
    texts = [(step.user or "") * step.times for step in scenario.whole]
    return not any(len(text) > LONGEST_ON_THE_WEBSITE or text.startswith("/") for text in texts)


SCENARIOS = [pytest.param(each, id=f"{topic}: {each.name}") for topic, each in chosen()]


def test_every_topic_and_language_is_among_them():
    assert {topic for topic, _ in chosen()} == set(topics())
    assert {each.language for _, each in chosen()} == {"zh-HK", "zh-CN", "en"}
    assert len(SCENARIOS) >= 20
    assert sum(any(step.press for step in each.whole) for _, each in chosen()) >= 5


@pytest.fixture(params=["website", *NAMES])
def somebody(request, apps, come):
    """Somebody on the website, and in each of the apps."""
    if request.param == "website":
        return request.getfixturevalue("on_website")
    return come(apps[request.param])


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_conversation_goes_as_written(scenario, somebody, base):
    sums: dict[str, str] = {}
    for step in scenario.whole:
        facts = Facts(base, step.language or scenario.language)
        facts.sums = sums = sums | step.let
        if step.press:
            answer = somebody.presses(facts.fill(step.press))
        else:
            answer = somebody.asks((step.user or "") * step.times)
        if isinstance(somebody, Visitor):
            every_button_is_shown(somebody, answer)
        said = [each for each in answer.said if each.message.speaker != "system"]
        texts = tuple(map(without_options, said))
        check(Reply(texts, answer.payloads), step.expect, facts)


def without_options(said: Said) -> str:
    """What was said, without the titles of options in numbered lines."""
    return said.text.split(WORDS[said.message.language or "zh-HK"].reply)[0].strip()


def every_button_is_shown(visitor: Visitor, answer: Answer) -> None:
    for said in answer.said:
        count = range(len(said.message.buttons))
        numbers = [f"{said.message.seq}.{n}" for n in count]
        shown = [each.id for part in said.parts for each in visitor.app.shown(part)]
        typed = [f"{n + 1}" for n in count]
        assert shown == (numbers if visitor.app.shows_buttons else typed), said.text
