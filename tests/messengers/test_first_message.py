"""Somebody writes for the first time: what it is, the right answer, and the signs of the app."""

from __future__ import annotations

import pytest

from bot.channels.notices import notice
from tests.messengers.apps import PUBLIC_URL, VERIFY_TOKEN
from tests.messengers.records import wait_until

RENT = "租金可唔可以claim？"
CEILING = "最多資助幾多？"


def privacy(language: str) -> str:
    return notice("messenger_privacy", language, privacy=f"{PUBLIC_URL}privacy").text


def test_the_first_answer_begins_with_the_privacy_notice_and_the_second_does_not(visitor, facts):
    first = visitor.asks(RENT)
    assert first.texts[0] == privacy("zh-HK")
    assert "自動助理" in first.texts[0]
    assert "❌" in first.text
    assert facts().fill("{expense:rent}") in first.text

    second = visitor.asks(CEILING)
    assert facts().fill("{ceiling}") in second.text
    assert privacy("zh-HK") not in second.text
    assert visitor.received()[0] == privacy("zh-HK")


@pytest.mark.parametrize(
    ("text", "language"),
    [("Is rent funded by the scheme?", "en"), ("租金可以报销吗？", "zh-CN")],
)
def test_who_writes_otherwise_is_told_so_in_that_language(visitor, facts, text, language):
    answer = visitor.asks(text)
    assert answer.texts[0] == privacy(language)
    assert facts(language).fill("{expense:rent}") in answer.text


@pytest.mark.parametrize("name", ["whatsapp", "twilio"])
def test_who_shows_no_number_is_answered_too(apps, come, facts, name):
    prefix = "whatsapp:" if name == "twilio" else ""
    visitor = come(apps[name], f"{prefix}HK.13491208655302741918")
    assert facts().fill("{expense:rent}") in visitor.asks(RENT).text


def test_the_app_shows_that_a_message_was_seen(visitor, app):
    visitor.asks(RENT)
    visitor.is_shown(*app.signs_of_a_text)


def test_what_became_of_each_piece_is_kept(visitor, reporting, beside):
    visitor.asks(RENT)
    last = "read" if reporting.reports else "sent"
    wait_until(lambda: states(visitor) == {last}, f"everything is {last}")


def states(visitor) -> set[str]:
    return {each.state for each in visitor.records.report(visitor.conversation)}


@pytest.mark.parametrize("name", ["whatsapp", "twilio"])
def test_reports_in_any_order_and_repeated_end_right(apps, come, posting, name):
    app, visitor = apps[name], come(apps[name])
    visitor.asks(RENT)
    taken = [each for each in app.fake.sent if each.to == visitor.who]
    posts = [post for each in taken for post in app.fake.reports(each)]
    assert set(posting(app, posts, times=3, seed=5, at_once=4)) == {200}
    wait_until(lambda: states(visitor) == {"read"}, "everything is read")


@pytest.mark.parametrize("name", ["whatsapp", "twilio"])
def test_a_failure_that_is_reported_later_is_kept_with_its_reason(apps, come, posting, name):
    app, visitor = apps[name], come(apps[name])
    visitor.asks(RENT)
    taken = [each for each in app.fake.sent if each.to == visitor.who]
    code = 131026 if name == "whatsapp" else 63024
    assert posting(app, [app.fake.status(taken[0], "failed", code)]) == [200]
    wait_until(lambda: "failed" in states(visitor), "the failure is kept")
    failed = visitor.records.report(visitor.conversation)[0]
    assert str(code) in failed.error


def test_meta_verifies_the_address_and_nobody_else_does(apps, webhook, beside):
    url, fake = webhook(apps["whatsapp"]), apps["whatsapp"].fake
    assert beside.run(fake.challenge(url, VERIFY_TOKEN)) == (200, "1158201444")
    assert beside.run(fake.challenge(url, "wrong"))[0] == 403


@pytest.mark.parametrize("name", ["twilio", "telegram"])
def test_the_others_have_nothing_to_ask(apps, webhook, beside, name):
    fake = apps["whatsapp"].fake
    assert beside.run(fake.challenge(webhook(apps[name]), VERIFY_TOKEN))[0] == 404


def test_several_messages_in_one_request_are_each_answered_in_order(apps, come):
    app, visitor = apps["whatsapp"], come(apps["whatsapp"])
    texts = (RENT, CEILING, "多謝")
    said = [
        {"type": "text", "id": f"wamid.SEVERAL{n}", "from": visitor.who, "text": {"body": text}}
        for n, text in enumerate(texts)
    ]
    visitor.sends(app.fake.post({"messages": said}))
    visitor.is_answered()
    asked = [each.text for each in visitor.messages() if each.speaker == "visitor"]
    replies = [each.reply_to for each in visitor.messages() if each.speaker == "bot"]
    assert asked == list(texts)
    assert sorted(set(replies)) == [1, 2, 3]
    assert replies == sorted(replies)
