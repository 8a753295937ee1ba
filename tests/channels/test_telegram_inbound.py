"""What Telegram posts is read as it was meant, and nothing that is posted breaks the reader."""

import json

import pytest
from hypothesis import given, settings

from bot.channels.inbound_body import BadBodyError
from bot.channels.telegram_inbound import language_of, read
from tests.channels.payloads.mutation import odd_json
from tests.channels.payloads.promises import is_kept_for
from tests.channels.payloads.samples import as_json, samples

SAMPLES = samples("telegram")

# name: kind, text, button, detail
MEANT = {
    "text": ("text", "我想問下資助幾多？", None, ""),
    "start": ("start", "", None, ""),
    "start_deep_link": ("start", "website_banner-1", None, ""),
    "start_by_name": ("start", "hktdc", None, ""),
    "help": ("text", "/help", None, ""),
    "not_start": ("text", "/startup 資助", None, ""),
    "simplified": ("text", "资助", None, ""),
    "english": ("text", "funding", None, ""),
    "other_language": ("text", "bonjour", None, ""),
    "forwarded": ("text", "轉發", None, ""),
    "reply": ("text", "呢個呢？", None, ""),
    "photo": ("media", "呢部機得唔得？", None, "photo"),
    "voice": ("media", "", None, "voice"),
    "audio": ("media", "", None, "audio"),
    "video": ("media", "", None, "video"),
    "video_note": ("media", "", None, "video_note"),
    "animation": ("media", "", None, "animation"),
    "document": ("media", "報價單", None, "document"),
    "sticker": ("media", "", None, "sticker"),
    "location": ("unsupported", "", None, "location"),
    "venue": ("unsupported", "", None, "venue"),
    "contact": ("unsupported", "", None, "contact"),
    "poll": ("unsupported", "", None, "poll"),
    "dice": ("unsupported", "", None, "dice"),
    "pinned": ("ignored", "", None, "pinned_message"),
    "future_type": ("unsupported", "", None, "hologram"),
    "callback": ("button", "申請資格", "3.1", "callback:4382bfdwdsb323b2d9"),
    "callback_old_message": ("button", "", "3.1", "callback:4382bfdwdsb323b2da"),
    "callback_inline": ("ignored", "", None, "callback:4382bfdwdsb323b2db"),
    "callback_in_group": ("ignored", "", None, "callback:4382bfdwdsb323b2dc"),
    "edited_message": ("ignored", "", None, "edited_message"),
    "group": ("ignored", "", None, "group"),
    "small_group": ("ignored", "", None, "group"),
    "channel_post": ("ignored", "", None, "channel_post"),
    "another_bot": ("ignored", "", None, "bot"),
    "inline_query": ("ignored", "", None, "inline_query"),
    "blocked": ("ignored", "", None, "blocked"),
    "unblocked": ("ignored", "", None, "unblocked"),
    "added_to_group": ("unsupported", "", None, "group"),
    "promoted_in_group": ("ignored", "", None, "supergroup:administrator"),
    "removed_from_group": ("ignored", "", None, "supergroup:kicked"),
    "added_to_channel": ("ignored", "", None, "channel:administrator"),
}


def inbound(name):
    (each,), deliveries = read(as_json(SAMPLES[name]))
    assert not deliveries
    return each


@pytest.mark.parametrize("name", SAMPLES)
def test_each_kind_of_update_is_read_as_it_was_meant(name):
    each = inbound(name)
    assert (each.kind, each.text, each.button, each.detail) == MEANT[name]
    assert each.provider_id == str(SAMPLES[name]["update_id"])


def test_replies_go_to_the_chat_and_the_note_to_the_group():
    assert inbound("text").address == inbound("callback").address == "1111111"
    assert inbound("added_to_group").address == "-1001234567890"


@pytest.mark.parametrize("keyboard", [None, 5, "x", {"a": 1}, [5], [[5]], [[{}]]])
def test_a_button_is_pressed_whatever_its_keyboard_looks_like(keyboard):
    body = json.loads(as_json(SAMPLES["callback"]))
    body["callback_query"]["message"]["reply_markup"]["inline_keyboard"] = keyboard
    (each,), _ = read(as_json(body))
    assert (each.kind, each.button, each.text) == ("button", "3.1", "")


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh-hk", "zh-HK"),
        ("zh-hant", "zh-HK"),
        ("zh-Hant-TW", "zh-HK"),
        ("zh-TW", "zh-HK"),
        ("zh-hans", "zh-CN"),
        ("zh", "zh-CN"),
        ("zh_CN", "zh-CN"),
        ("en", "en"),
        ("en-GB", "en"),
        ("fr", None),
        ("enm", None),
        ("", None),
    ],
)
def test_the_language_of_the_app_is_ours_or_unknown(code, language):
    assert language_of(code) == language


def test_the_language_comes_with_a_text_a_start_and_a_button():
    languages = {name: inbound(name).language for name in ("text", "start", "callback", "english")}
    assert languages == {"text": "zh-HK", "start": "zh-HK", "callback": "zh-HK", "english": "en"}
    assert inbound("other_language").language is None


def test_a_text_with_nul_and_half_an_emoji_keeps_the_rest():
    body = json.dumps(SAMPLES["english"]).replace("funding", "a\\u0000b \\udc00 \\ud83d\\ude00")
    assert read(body.encode())[0][0].text == "ab \ufffd 😀"


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"update_id": true}', b"{", b"[" * 9999])
def test_a_body_that_is_no_update_is_refused(body):
    with pytest.raises(BadBodyError):
        read(body)


@settings(max_examples=5000, deadline=None)
@given(odd_json("telegram"))
def test_whatever_is_posted_gives_events_that_can_be_stored_or_is_refused(body):
    is_kept_for(read, body)
