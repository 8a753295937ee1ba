"""What Rasa gets to train on: the files, with the knowledge base's words added."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.importers.advisor import AdvisorImporter
from bot.importers.examples import alias_examples
from bot.knowledge.base import open_base

DOMAIN = """
version: "3.1"
intents: [greet, ask_expense]
actions: [action_own]
"""
RULES = """
version: "3.1"
rules:
  - rule: a greeting
    steps:
      - intent: greet
      - action: utter_greet
  - rule: a thing
    steps:
      - intent: ask_expense
      - action: utter_of_nobody
"""
NLU = """
version: "3.1"
nlu:
  - intent: greet
    examples: |
      - 你好
  - intent: ask_expense
    examples: |
      - 可唔可以報租金
"""


@pytest.fixture
def importer(tmp_path: Path) -> AdvisorImporter:
    for name, text in (("domain", DOMAIN), ("rules", RULES), ("nlu", NLU)):
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    return AdvisorImporter(
        domain_path=str(tmp_path / "domain.yml"),
        training_data_paths=[str(tmp_path / "rules.yml"), str(tmp_path / "nlu.yml")],
    )


def test_the_responses_that_rules_name_belong_to_the_domain(importer: AdvisorImporter) -> None:
    domain = importer.get_domain()

    assert "utter_greet" in domain.responses
    assert "action_own" in domain.user_actions


def test_the_model_knows_the_name_of_a_response_and_not_its_words(
    importer: AdvisorImporter,
) -> None:
    assert importer.get_domain().responses["utter_greet"] == [{"text": "utter_greet"}]


def test_a_response_that_has_no_wording_is_not_made_up(importer: AdvisorImporter) -> None:
    assert "utter_of_nobody" not in importer.get_domain().responses


def test_written_examples_stay_and_aliases_are_added(importer: AdvisorImporter) -> None:
    examples = importer.get_nlu_data().training_examples
    found = {example.get("text"): example.get("intent") for example in examples}

    assert found["你好"] == "greet"
    assert found["可唔可以報租金"] == "ask_expense"
    aliases = dict(alias_examples(open_base()))
    assert {text: found[text] for text in aliases} == aliases
    assert len(examples) == len(found), "no text twice"
