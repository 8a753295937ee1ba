"""Sessions cannot be guessed, forged or kept for ever; nobody floods the advisor."""

import pytest

from bot.channels.rates import Rates
from bot.channels.sessions import Sessions


@pytest.fixture
def sessions():
    return Sessions("a secret of the server", "website", 60)


def test_a_token_names_its_conversation(sessions):
    conversation = sessions.new_conversation()
    assert sessions.conversation(sessions.token(conversation)) == conversation


def test_no_two_conversations_are_alike(sessions):
    assert len({sessions.new_conversation() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    ("secret", "channel"), [("another", "website"), ("a secret of the server", "x")]
)
def test_a_token_of_somebody_else_is_nobody(sessions, secret, channel):
    assert sessions.conversation(Sessions(secret, channel, 60).token("website-me")) is None


def test_a_token_that_was_changed_is_nobody(sessions):
    token = sessions.token("website-me")
    for place in range(len(token)):
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        assert sessions.conversation(changed) in (None, "website-me")
        if place < len(token) - 1:
            assert sessions.conversation(changed) is None
    for broken in ("", ".", "website-me", "💥", token[:-1], token * 2):
        assert sessions.conversation(broken) is None


def test_a_token_expires(sessions):
    expired = Sessions("a secret of the server", "website", -1)
    assert expired.conversation(sessions.token("website-me")) is None


def test_above_the_limit_one_is_told_when_to_come_again_and_others_are_not_touched():
    rates = Rates(session=3)
    assert [rates.seconds_to_wait("session", "me") for _ in range(3)] == [0, 0, 0]
    assert 1 <= rates.seconds_to_wait("session", "me") <= 60
    assert rates.seconds_to_wait("session", "you") == 0
