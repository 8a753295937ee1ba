"""The two or three questions that are offered as buttons after an answer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.knowledge.schema import GeneralWord
from bot.nlg.words import Words

_FILE = Path(__file__).with_name("next_questions.yml")


@lru_cache(maxsize=1)
def _plan() -> dict[str, Any]:
    plan: dict[str, Any] = YAML(typ="safe").load(_FILE.read_text(encoding="utf-8"))
    return plan


def buttons_after(response: str, topic: str, words: Words) -> list[dict[str, str]]:
    """Buttons for a response: its own, or for `utter_topic` those of the topic."""
    after = _plan()["after"]
    key = topic if response == "utter_topic" else response.removeprefix("utter_")
    intents = after.get(key, after["anything"] if response == "utter_topic" else [])
    return [{"title": title(intent, words), "payload": f"/{intent}"} for intent in intents]


def title(intent: str, words: Words) -> str:
    """What a button for `intent` says: its own title, or the name of its topic."""
    own = _plan()["titles"].get(intent)
    if own:
        return str(own[words.language])
    topic = words.topic(intent.removeprefix("ask_"))
    return words.name(topic) if topic else intent


def suggestion_buttons(intents: Iterable[str], words: Words) -> list[dict[str, str]]:
    """Buttons for the intents that a message may have meant."""
    return [{"title": title(intent, words), "payload": f"/{intent}"} for intent in intents]


def option_buttons(context: dict[str, Any], words: Words) -> list[dict[str, str]]:
    """The answers to a question of the eligibility check, sent as they are written."""
    asked = context["response"]
    if not asked.startswith("utter_ask_"):
        return []
    names = [option.names.get(words.language) for option in words.asked_by(asked).options]
    return [{"title": name, "payload": name} for name in names]


def case_buttons(context: dict[str, Any], words: Words) -> list[dict[str, str]]:
    """The sides of a general word, when it is the one thing asked about."""
    items = context.get("items") or []
    if context["response"] != "utter_expense_verdicts" or len(items) != 1:
        return []
    word = words.expense(items[0]["id"])
    if not isinstance(word, GeneralWord):
        return []
    return [
        {"title": words.say(case.when), "payload": f'/ask_expense{{"expense": "{case.expense}"}}'}
        for case in word.cases
        if case.expense
    ]
