"""Voice, pictures, places, reactions, groups: each has its answer, or none."""

from __future__ import annotations

import pytest

from bot.channels.notices import notice
from tests.messengers import kinds


@pytest.mark.parametrize("kind", kinds.NAMES)
def test_who_sends_what_cannot_be_read_is_asked_to_type(visitor, app, kind):
    visitor.sends(kinds.sent(app, visitor.who, kind))
    answer = visitor.is_answered()
    assert answer.texts[1:] == (notice("please_type", "zh-HK").text,)
    (asked, *_) = visitor.messages()
    assert asked.state == "answered"
    assert asked.text.startswith("[")


def test_the_words_under_a_picture_are_kept(visitor, app):
    visitor.sends(kinds.sent(app, visitor.who, "image"))
    visitor.is_answered()
    assert "呢部機得唔得" in visitor.messages()[0].text


def test_the_request_to_type_is_in_the_language_of_the_conversation(visitor, app):
    visitor.asks("What is the funding ceiling of the scheme?")
    for kind in ("voice", "document"):
        visitor.sends(kinds.sent(app, visitor.who, kind))
        assert visitor.is_answered().texts == (notice("please_type", "en").text,)


def test_a_picture_does_not_change_the_conversation(visitor, app, facts):
    visitor.asks("Please check if my company is eligible")
    visitor.sends(kinds.sent(app, visitor.who, "image"))
    visitor.is_answered()
    answer = visitor.asks("Yes, incorporated in Hong Kong")
    assert facts("en").fill("{check.question:new_line}") in answer.text


def test_reactions_edits_and_groups_get_nothing(visitor, app):
    visitor.asks("多謝")
    before, messages = visitor.received(), visitor.messages()
    visitor.sends(*kinds.ignored(app, visitor.who))
    visitor.asks("拜拜")
    assert visitor.messages()[: len(messages) + 1] == [*messages, visitor.messages()[-2]]
    assert len(visitor.received()) == len(before) + 1
    assert not app.fake.texts(f"-{visitor.who}")


def test_a_group_that_the_bot_is_added_to_is_told_where_it_answers(apps, come):
    app = apps["telegram"]
    visitor = come(app, f"-{app.somebody()}")
    person = {"id": 5, "is_bot": False, "first_name": "Chan", "language_code": "zh-hant"}
    bot = {"id": 123456, "is_bot": True, "first_name": "RFS"}
    about = {"chat": {"id": int(visitor.who), "type": "group", "title": "廠商"}, "from": person}
    added = {"date": 1, "old_chat_member": {"user": bot, "status": "left"}}
    added |= {"new_chat_member": {"user": bot, "status": "member"}}
    visitor.sends(app.fake.post("my_chat_member", about | added))
    assert visitor.is_answered().texts[1:] == (notice("messenger_group", "zh-HK").text,)


@pytest.mark.parametrize("written", ["/start", "/start from_website_banner"])
def test_who_presses_start_is_greeted_and_told_what_it_is(apps, come, written):
    visitor = come(apps["telegram"])
    answer = visitor.asks(written)
    assert len(answer.texts) == 2
    assert "自動助理" in answer.texts[0]
    assert answer.texts[1] == notice("messenger_start", "zh-HK").text
    assert visitor.messages()[0].text == written


def test_a_very_long_message_is_asked_for_in_parts(visitor, facts):
    answer = visitor.asks("部機1200萬可唔可以claim？" * 300)
    assert facts().fixed_words("utter_too_long") in answer.text


def test_a_command_that_nobody_knows_is_a_text(visitor):
    visitor.asks("多謝")
    answer = visitor.asks("/restart")
    assert answer.texts
    assert visitor.messages()[-2].text == "/restart"
    assert len(visitor.messages()) > 2
