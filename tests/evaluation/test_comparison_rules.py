"""A rule is taken away alone and what it is worth is counted right: invented data."""

from __future__ import annotations

import numpy as np
import pytest

from bot.evaluation.comparison.data import Example, Item
from bot.evaluation.comparison.ours import Ours
from bot.evaluation.comparison.rule_features import Classifier, Eyes
from bot.evaluation.comparison.rule_trial import Trial
from bot.evaluation.comparison.rule_words import (
    Rule,
    never_read,
    single_rules,
    whole_rules,
    without,
)
from bot.evaluation.comparison.rule_worth import Judged, worth
from bot.evaluation.comparison.scoring import reading_of
from bot.nlu import cantonese


def item(wanted: str, text: str) -> Item:
    return Item(text, wanted, (wanted,), "cantonese")


def test_every_word_is_in_one_rule_and_spellings_of_one_word_go_together() -> None:
    rules = single_rules()
    words = [word for rule in rules for word in rule.words]

    assert sorted(words) == sorted(cantonese._WORDS)
    assert single_rules({"系咪": "是", "系米": "是", "是咪": "否", "唔": "不"}) == [
        Rule("系咪 系米 → 是", ("系咪", "系米")),
        Rule("是咪 → 否", ("是咪",)),
        Rule("唔 → 不", ("唔",)),
    ]


def test_without_a_rule_its_word_stays_and_afterwards_it_is_read_again() -> None:
    before = cantonese.feature_text("系咪得㗎,几钱呀")

    with without(Rule("", ("系咪",))):
        assert cantonese.feature_text("系咪得㗎,几钱呀") == before.replace("是不是", "是咪")
    assert cantonese.feature_text("系咪得㗎,几钱呀") == before


def test_whole_parts_can_be_taken_away() -> None:
    text = "唔得,比例!"
    words, spared, noise = whole_rules()

    with without(words):
        assert cantonese.feature_text(text) == "唔得 比例"
    with without(spared):
        assert cantonese.feature_text(text) == "不可以 给例"
    with without(noise):
        assert cantonese.feature_text(text) == "不可以,比例!"


def test_a_word_that_folding_writes_another_way_is_never_read() -> None:
    assert never_read(Rule("", ("嗰個", "得"))) == ["嗰個"]


def test_only_texts_with_the_word_are_seen_in_another_way() -> None:
    eyes = Eyes(["系咪有錢", "有錢", "係咪"])
    seen = eyes.see()
    other = eyes.see_without(Rule("", ("系咪",)), seen)

    assert other.changed_from(seen) == [0, 2]
    assert (other.vectors[1] == seen.vectors[1]).all()
    assert not np.allclose(other.vectors[0], seen.vectors[0])
    assert eyes.see_without(Rule("", ("攞",)), seen).changed_from(seen) == []


def test_a_trial_says_what_a_rule_is_worth_to_the_texts_it_touches() -> None:
    said = {
        "thank": ("唔該晒", "多謝晒", "請多謝", "唔該"),
        "greet": ("你好", "早晨", "你好早晨", "好早"),
    }
    examples = [Example(text, intent) for intent, texts in said.items() for text in texts]
    trial = Trial(examples, [item("thank", "唔該"), item("greet", "你好")])

    found = trial.result(Rule("請", ("唔该",)))
    idle = trial.result(Rule("攞", ("攞",)))

    assert trial.with_all.accuracy == 1.0
    assert (found.examples, found.texts) == (2, 1)
    assert found.margin != 0.0
    assert (idle.texts, idle.margin, idle.gained, idle.lost) == (0, 0.0, 0, 0)


def test_the_classifier_of_the_trial_scores_as_the_components_do() -> None:
    said = {"thank": "唔該晒 多謝晒 請多謝", "out_of_scope": "今日落雨 今日好天 聽日落雨"}
    examples = [Example(text, intent) for intent in said for text in said[intent].split()]
    asked = ["多謝", "聽日好天"]
    ours, classifier = Ours(), Classifier()
    ours.fit(examples)
    classifier.fit(Eyes([each.text for each in examples]).see(), [e.intent for e in examples])

    for reading, scores in zip(
        ours.read(asked), classifier.scores(Eyes(asked).see(), 0), strict=True
    ):
        assert reading_of(scores).intent == reading.intent
        assert reading_of(scores).scope == pytest.approx(reading.scope, abs=1e-3)


def test_worth_is_what_the_rule_adds() -> None:
    with_it = Judged(np.array([True, False, True]), np.array([0.5, -0.2, 0.3]))
    without_it = Judged(np.array([True, True, True]), np.array([0.5, 0.1, 0.6]))
    rule = Rule("")

    found = worth(rule, with_it, without_it, texts=[1, 2], examples=7)

    assert (found.gained, found.lost, found.examples, found.texts) == (0, 1, 7, 2)
    assert found.margin == pytest.approx(-0.2)
    assert found.touched_margin == pytest.approx(-0.3)
    assert found.doubt == pytest.approx(0.1)
    assert not found.harms
    assert worth(rule, with_it, without_it, texts=[1] * 10, examples=7).harms
    assert not worth(rule, without_it, with_it, texts=[1] * 10, examples=7).harms
