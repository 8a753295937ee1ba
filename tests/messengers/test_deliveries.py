"""Everything is delivered three times, out of order, while Rasa dies: each message counts once."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from bot.conversations.model import Message
from tests.messengers.amounts import MESSAGES, PEOPLE
from tests.messengers.apps import App
from tests.messengers.records import Records, wait_until
from tests.messengers.visitor import Visitor
from tests.providers.webhooks import Post, deliver

TEXTS = ("多謝", "拜拜", "你好")
TIMES, AT_ONCE, TRIES = 3, 6, 60
BEFORE_THE_KILL = 5
"""One in so many messages is stored when Rasa is killed."""


@pytest.fixture(scope="module")
def people(
    apps: dict[str, App], records: Records, posting, webhook, beside, advisor
) -> list[Visitor]:
    """Those who have written, once everything is answered and sent."""
    everybody = [
        Visitor(app, records, posting) for app in apps.values() for _ in range(PEOPLE // 3)
    ]
    written = [(each, random.Random(n).choice(TEXTS)) for n, each in enumerated(everybody)]
    before = records.count("messages")
    deliveries = [
        beside.start(deliver(webhook(app), posts_of(app, written), seed=5, **HOW))
        for app in apps.values()
    ]
    wait_until(
        lambda: records.count("messages") > before + MESSAGES // BEFORE_THE_KILL,
        "some of the messages are there",
    )
    advisor.kill("Rasa")
    statuses = [status for each in deliveries for status in beside.run(each)]
    assert Counter(statuses) == {200: MESSAGES * TIMES}
    settle(apps, records)
    return everybody


HOW = {"times": TIMES, "at_once": AT_ONCE, "tries": TRIES}


def enumerated(everybody: list[Visitor]) -> list[tuple[int, Visitor]]:
    return [(n, everybody[n % len(everybody)]) for n in range(MESSAGES)]


def posts_of(app: App, written: list[tuple[Visitor, str]]) -> list[Post]:
    return [app.text(each.who, text) for each, text in written if each.app is app]


def settle(apps: dict[str, App], records: Records) -> None:
    for name in apps:
        records.wait_until_settled(name)


def asked(messages: list[Message]) -> list[Message]:
    return [each for each in messages if each.speaker == "visitor"]


def test_every_message_is_stored_once_and_nothing_is_lost(people):
    stored = [each for person in people for each in asked(person.messages())]
    assert len(stored) == MESSAGES
    assert len({(each.conversation, each.client_id) for each in stored}) == MESSAGES
    assert {each.state for each in stored} == {"answered"}


def test_every_message_is_answered_once_and_in_order(people):
    for person in people:
        messages = person.messages()
        assert [each.seq for each in messages] == list(range(1, len(messages) + 1))
        answers = [each for each in messages if each.speaker == "bot"]
        assert [each.reply_to for each in answers] == [each.seq for each in asked(messages)]
        notices = [each.reply_to for each in messages if each.speaker == "system"]
        assert notices == [1]


def test_rasa_was_asked_once_about_each_and_in_order(people):
    for person in people:
        numbers = [str(each.seq) for each in asked(person.messages())]
        assert person.records.asked_of_rasa(person.conversation) == numbers


def test_every_answer_was_sent_in_order_and_kept(people):
    again = 0
    for person in people:
        said = [each for each in person.messages() if each.speaker != "visitor"]
        report = person.records.report(person.conversation)
        assert [(each.seq, each.part, each.state) for each in report] == [
            (each.seq, 0, "sent") for each in said
        ]
        kept = {each.provider_id for each in report}
        sent = [each for each in person.app.fake.sent if each.to == person.who]
        known = [person.app.fake.words(each) for each in sent if each.id in kept]
        assert known == [part.text for each in said for part in person.app.plan(each)]
        again += len(sent) - len(kept)
    # taken by the provider in the moment before the kill, and sent again since nobody knew
    assert again <= PEOPLE // 10


def test_a_message_that_comes_again_later_is_not_answered_again(visitor, app):
    post = app.text(visitor.who, "租金可唔可以claim？")
    visitor.sends(post, times=4, at_once=4)
    first = visitor.is_answered()
    received = visitor.received()
    visitor.sends(post, times=3)
    visitor.asks("多謝")
    assert len(asked(visitor.messages())) == 2
    assert visitor.received()[: len(received)] == received
    assert not set(first.texts) & set(visitor.last.texts)
