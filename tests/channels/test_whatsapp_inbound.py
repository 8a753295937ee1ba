"""What WhatsApp posts is read as it was meant, and nothing that is posted breaks the reader."""

import importlib.util
import json

import pytest
from hypothesis import given, settings

from bot.channels.inbound_body import BadBodyError
from bot.channels.messenger import Delivery
from bot.channels.whatsapp_inbound import read
from tests.channels.payloads.mutation import odd_json
from tests.channels.payloads.promises import is_kept_for
from tests.channels.payloads.samples import as_json, samples

OURS = "106540352242922"
SAMPLES = samples("whatsapp")
NUMBER, USER_ID = "16505551234", "US.13491208655302741918"

# name: kind, text, button, detail
MEANT = {
    "text": ("text", "Does it come in another color?", None, ""),
    "text_chinese": ("text", "我哋廠有 80 人，買注塑機可以申請幾多？", None, ""),
    "text_before_user_ids": ("text", "你好", None, ""),
    "text_quoting": ("text", "呢個呢？", None, ""),
    "text_from_ad": ("text", "想了解", None, "referral"),
    "text_without_number": ("text", "用戶名", None, ""),
    "text_without_sender_but_contact": ("text", "只有聯絡人", None, ""),
    "button_reply": ("button", "計一計資助額", "3.0", "button_reply"),
    "list_reply": ("button", "申請資格", "3.4", "list_reply"),
    "flow_reply": ("unsupported", "", None, "interactive:nfm_reply"),
    "template_button": ("button", "Unsubscribe", "Unsubscribe", "button"),
    "image": ("media", "呢部機得唔得？", None, "image"),
    "image_without_caption": ("media", "", None, "image"),
    "audio": ("media", "", None, "audio"),
    "voice": ("media", "", None, "voice"),
    "video": ("media", "生產線", None, "video"),
    "document": ("media", "報價單", None, "document"),
    "sticker": ("media", "", None, "sticker"),
    "location": ("unsupported", "", None, "location"),
    "contacts": ("unsupported", "", None, "contacts"),
    "shared_number": ("unsupported", "", None, "contacts"),
    "reaction": ("ignored", "", None, "reaction"),
    "reaction_removed": ("ignored", "", None, "reaction"),
    "order": ("unsupported", "Love these!", None, "order"),
    "number_changed": ("ignored", "", None, "system:user_changed_number"),
    "user_id_changed": ("ignored", "", None, "no id or sender:system"),
    "unsupported": ("unsupported", "", None, "unsupported"),
    "unsupported_poll": ("unsupported", "", None, "unsupported:poll_creation"),
    "unsupported_edit": ("ignored", "", None, "unsupported:edit"),
    "ephemeral": ("unsupported", "", None, "ephemeral"),
    "edit": ("ignored", "", None, "edit"),
    "revoke": ("ignored", "", None, "revoke"),
    "chat_opened": ("start", "", None, "request_welcome"),
    "future_type": ("unsupported", "", None, "hologram:3d"),
    "group": ("ignored", "", None, "group"),
    "errors": ("ignored", "", None, "error:130429:Rate limit hit"),
    "another_number": ("ignored", "", None, "another number"),
    "another_field": ("ignored", "", None, "field:message_template_status_update"),
}


def inbound(name):
    found, deliveries = read(as_json(SAMPLES[name]), OURS)
    assert not deliveries
    return found


@pytest.mark.parametrize("name", MEANT)
def test_each_kind_of_message_is_read_as_it_was_meant(name):
    (each,) = inbound(name)
    assert (each.kind, each.text, each.button, each.detail) == MEANT[name]
    assert each.language is None


def test_every_sample_is_looked_at():
    others = {name for name in SAMPLES if name.startswith("status_")} | {"several"}
    assert set(MEANT) | others == set(SAMPLES)


def test_an_address_is_the_number_and_without_one_the_business_scoped_user_id():
    assert {name: inbound(name)[0].address for name in MEANT if name.startswith("text")} == {
        "text": NUMBER,
        "text_chinese": NUMBER,
        "text_before_user_ids": NUMBER,
        "text_quoting": NUMBER,
        "text_from_ad": NUMBER,
        "text_without_number": USER_ID,
        "text_without_sender_but_contact": USER_ID,
    }


def test_the_id_is_the_messages_own():
    message = SAMPLES["text"]["entry"][0]["changes"][0]["value"]["messages"][0]
    assert inbound("text")[0].provider_id == message["id"]


def test_of_several_messages_in_a_body_none_is_lost_and_the_order_is_kept():
    found, deliveries = read(as_json(SAMPLES["several"]), OURS)
    assert [(each.kind, each.text or each.detail) for each in found] == [
        ("text", "一"),
        ("text", "二"),
        ("ignored", "field:account_update"),
        ("media", "image"),
        ("ignored", "another number"),
    ]
    assert [each.address for each in found[:2]] == [NUMBER, "85251234567"]
    assert [each.state for each in deliveries] == ["read", "delivered"]


def test_two_people_in_one_body_are_not_mixed_up_when_a_message_names_nobody():
    body = json.loads(json.dumps(SAMPLES["several"]))
    message = body["entry"][0]["changes"][0]["value"]["messages"][1]
    del message["from"]
    found, _ = read(as_json(body), OURS)
    assert (found[1].kind, found[1].address) == ("text", "HK.22102305")
    del message["from_user_id"]
    found, _ = read(as_json(body), OURS)
    assert (found[1].kind, found[1].address) == ("ignored", "")


@pytest.mark.parametrize("state", ["sent", "delivered", "read"])
def test_a_status_is_told_by_the_id_of_what_was_sent(state):
    sent = "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI0001AA=="
    assert read(as_json(SAMPLES[f"status_{state}"]), OURS) == ([], [Delivery(sent, state)])


def test_a_failure_begins_with_its_code():
    _, (failed,) = read(as_json(SAMPLES["status_failed"]), OURS)
    assert (failed.state, failed.error) == ("failed", "131047 Re-engagement message")
    _, (unexplained,) = read(as_json(SAMPLES["status_failed_without_errors"]), OURS)
    assert (unexplained.state, unexplained.error) == ("failed", "")


def test_a_status_of_an_unknown_name_is_none():
    assert read(as_json(SAMPLES["status_played"]), OURS) == ([], [])


def test_a_text_with_nul_and_half_an_emoji_keeps_the_rest():
    body = json.dumps(SAMPLES["text"]).replace(
        "Does it come", "\\u0000Does \\ud83d it \\ud83d\\ude00"
    )
    (each,), _ = read(body.encode(), OURS)
    assert each.text == "Does \ufffd it 😀 in another color?"


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b"{}", b'{"entry": {}}', b"\xff", b"[" * 9999]
)
def test_a_body_that_is_none_of_metas_is_refused(body):
    with pytest.raises(BadBodyError):
        read(body, OURS)


@settings(max_examples=5000, deadline=None)
@given(odd_json("whatsapp"))
def test_whatever_is_posted_gives_events_that_can_be_stored_or_is_refused(body):
    is_kept_for(lambda each: read(each, OURS), body)


ALSO_READ = [name for name in MEANT if MEANT[name][0] in ("text", "media", "button")]


@pytest.mark.skipif(importlib.util.find_spec("pywa") is None, reason="pywa is not installed")
@pytest.mark.parametrize("name", [name for name in ALSO_READ if name != "text_before_user_ids"])
def test_an_independent_parser_reads_the_same(name):
    """pywa insists on a `user_id` of the contact, which bodies before April 2026 have not."""
    from pywa import WhatsApp, types  # noqa: PLC0415

    classes = {"interactive": types.CallbackButton, "button": types.CallbackButton}
    body = SAMPLES[name]
    message = body["entry"][0]["changes"][0]["value"]["messages"][0]
    class_ = classes.get(message["type"], types.Message)
    if name == "list_reply":
        class_ = types.CallbackSelection
    theirs = class_.from_update(WhatsApp(phone_id=OURS, token="x"), body)
    (ours,) = inbound(name)
    assert theirs.id == ours.provider_id
    assert ours.address in (theirs.from_user.wa_id, theirs.from_user.bsuid)
    words = (getattr(theirs, each, None) for each in ("text", "caption", "title"))
    assert ours.text == next((each for each in words if each), "")
    assert ours.button == getattr(theirs, "data", None)
