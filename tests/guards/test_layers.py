"""One topic, one file stem in every layer; nothing is named in one layer and missing in another."""

from __future__ import annotations

import re

import pytest
from rasa.shared.core.domain import Domain

from bot.knowledge.base import open_base
from bot.settings import ROOT
from tests.guards import rasa_data

NEVER_TRAINED = {
    "ask_several": "decided from the clauses of a message",
    "message_too_long": "decided from the length of a message",
    "nlu_fallback": "decided from the scope of a message",
}


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "domain.yml"))


def topics() -> set[str]:
    return rasa_data.stems("nlu")


def trained() -> set[str]:
    return {intent for _, intent, _ in rasa_data.examples()}


def with_a_rule() -> set[str]:
    return {step["intent"] for step in rasa_data.steps() if "intent" in step}


@pytest.mark.parametrize("layer", ["rules", "responses"])
def test_a_topic_has_the_same_file_stem_in_every_layer(layer: str) -> None:
    assert rasa_data.stems(layer) == topics()


def test_every_trained_intent_is_in_the_domain_and_every_other_says_why_not() -> None:
    assert trained() | set(NEVER_TRAINED) == set(rasa_data.read(ROOT / "domain.yml")["intents"])


def test_every_intent_has_a_rule() -> None:
    assert (trained() | set(NEVER_TRAINED)) - with_a_rule() == set()


def test_every_action_that_a_rule_names_exists(domain: Domain) -> None:
    named = {step["action"] for step in rasa_data.steps() if "action" in step}
    known = {*domain.action_names_or_texts, *domain.form_names, *rasa_data.responses()}

    assert named - known == set()


def named_responses() -> set[str]:
    in_rules = {
        step["action"] for step in rasa_data.steps() if step.get("action", "").startswith("utter_")
    }
    asked = {f"utter_ask_{each.fact}" for each in open_base().scheme.requirements}
    return in_rules | rasa_data.responses_in_code() | asked


def test_responses_are_named_in_rules_and_in_code() -> None:
    assert {"utter_topic", "utter_funding", "utter_ask_months"} <= named_responses()


@pytest.mark.parametrize("response", sorted(named_responses()))
def test_every_response_that_is_named_exists_in_both_languages(response: str) -> None:
    variations = rasa_data.responses().get(response, [])
    conditions = [each.get("condition", []) for each in variations]

    assert [] in conditions, f"{response} has no default (Chinese) wording"
    assert any(
        {"name": "language", "value": "en"}.items() <= condition.items()
        for each in conditions
        for condition in each
    ), f"{response} has no English wording"


@pytest.mark.parametrize("response", sorted(rasa_data.responses()))
def test_the_default_wording_is_chinese_and_the_other_is_not(response: str) -> None:
    for variation in rasa_data.responses()[response]:
        said = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|（.*?）", "", variation["text"], flags=re.DOTALL)
        han = bool(re.search(r"[\u4e00-\u9fff]", said))
        assert han is not bool(variation.get("condition")) or not re.search(r"\w", said)
