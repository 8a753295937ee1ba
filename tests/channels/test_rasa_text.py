"""What Rasa is told of a message."""

from datetime import datetime

import pytest

from bot.channels.rasa_advisor import rasa_text
from bot.conversations.model import Message


def told(text, payload=None, language="en"):
    at = datetime(2026, 1, 1)  # noqa: DTZ001
    return rasa_text(
        Message("website-me", 1, "visitor", at, text, payload=payload, language=language)
    )


@pytest.mark.parametrize("typed", ["/ask_ceiling", ' /apply{"amount": "1"}', "/restart", "\n/"])
def test_typed_commands_are_text(typed):
    assert not told(typed).strip().startswith("/")
    assert told(typed)[1:] == typed.strip()[1:]


def test_a_button_says_nothing_in_any_language():
    assert told("上限", "/ask_ceiling", language="en") == "/ask_ceiling"


def test_a_button_that_stands_for_words_says_them():
    assert told("已註冊", "已註冊") == "已註冊"
