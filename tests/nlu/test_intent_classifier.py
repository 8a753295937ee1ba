"""The classifier within its pipeline, on a few invented examples."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.evaluation.comparison.data import Example
from bot.evaluation.comparison.ours import Ours
from bot.nlu.component import CLAUSES
from bot.nlu.intent_classifier import KernelIntentClassifier

SAID = {
    "thank": ["唔該晒你", "多謝晒你", "真係多謝晒"],
    "greet": ["大家早晨呀", "你好早晨呀", "各位早晨"],
    "out_of_scope": ["今日會唔會落雨", "聽日好唔好天", "聽日會落雨咩"],
}


@pytest.fixture(scope="module")
def ours() -> Ours:
    trained = Ours()
    trained.fit([Example(text, intent) for intent, texts in SAID.items() for text in texts])
    return trained


def read(ours: Ours, text: str) -> Message:
    messages = [Message({TEXT: text})]
    for part in ours._components:
        messages = part.process(messages)
    return messages[0]


def test_each_clause_of_a_message_that_could_be_several_things_is_read(ours: Ours) -> None:
    message = read(ours, "大家早晨呀，今日會唔會落雨")

    assert [clause.get(INTENT)["name"] for clause in message.get(CLAUSES)] == [
        "greet",
        "out_of_scope",
    ]


def test_a_message_that_is_certain_as_a_whole_is_not_taken_apart(ours: Ours) -> None:
    message = read(ours, "唔該晒你，多謝晒你")

    assert message.get(INTENT)["name"] == "thank"
    assert message.get(CLAUSES) == []


def test_a_key_word_said_alone_is_learnt_whatever_else_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = KernelIntentClassifier.get_default_config()
    settings |= {"many": 1, "sure": 0.0, "kept": 0.0}
    monkeypatch.setattr(KernelIntentClassifier, "get_default_config", lambda: settings)
    trained = Ours()
    short = [Example(text, intent) for intent, texts in SAID.items() for text in texts]
    trained.fit([*short, Example("我要走喇，聽日再同大家傾過", "goodbye")])

    ranking = read(trained, "唔該晒你").get("intent_ranking")
    assert {each["name"] for each in ranking} == set(SAID)
