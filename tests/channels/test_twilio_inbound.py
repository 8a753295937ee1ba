"""What Twilio posts is read as it was meant, and nothing that is posted breaks the reader."""

import pytest
from hypothesis import given, settings

from bot.channels.inbound_body import BadBodyError
from bot.channels.messenger import Delivery
from bot.channels.twilio_inbound import read
from tests.channels.payloads.mutation import odd_form
from tests.channels.payloads.promises import is_kept_for
from tests.channels.payloads.samples import as_form, samples

SAMPLES = samples("twilio")
SENT = "SM9f8e7d6c5b4a39281706f5e4d3c2b1a0"

# name: kind, text, button, detail
MEANT = {
    "text": ("text", "我想問下資助幾多？", None, ""),
    "text_blank_fields": ("text", "hi", None, ""),
    "quick_reply": ("button", "Yes", "3.0", "ButtonPayload"),
    "list_reply": ("button", "申請資格", "3.4", "ListId"),
    "button_without_payload": ("text", "Yes", None, ""),
    "image": ("media", "呢部機", None, "image/jpeg"),
    "voice": ("media", "", None, "audio/ogg"),
    "contact": ("media", "", None, "text/vcard"),
    "location": ("unsupported", "", None, "location"),
    "reaction": ("ignored", "", None, "reaction"),
    "empty": ("unsupported", "", None, "empty:unsupported"),
    "from_ad": ("text", "想了解", None, ""),
    "without_number": ("text", "用戶名", None, ""),
    "without_from": ("text", "用戶名", None, ""),
    "only_sms_sid": ("text", "舊", None, ""),
}
STATES = {
    "status_queued": [],
    "status_sent": [Delivery(SENT, "sent")],
    "status_delivered": [Delivery(SENT, "delivered")],
    "status_read": [Delivery(SENT, "read")],
    "status_failed": [Delivery(SENT, "failed", "63024")],
}


def inbound(name):
    (each,), deliveries = read(as_form(SAMPLES[name]))
    assert not deliveries
    return each


@pytest.mark.parametrize("name", MEANT)
def test_each_kind_of_message_is_read_as_it_was_meant(name):
    each = inbound(name)
    assert (each.kind, each.text, each.button, each.detail) == MEANT[name]


def test_every_sample_is_looked_at():
    assert set(MEANT) | set(STATES) | {"status_undelivered"} == set(SAMPLES)


def test_the_address_is_what_twilio_wants_back():
    assert inbound("text").address == "whatsapp:+85251234567"
    assert inbound("without_number").address == "whatsapp:HK.22102305"
    assert inbound("without_from").address == "whatsapp:HK.22102305"


def test_the_id_is_the_messages_own_also_under_its_old_name():
    assert inbound("image").provider_id == "MM1c3b09bb3d3c4c0a9d5c2f1e8a7b6c02"
    assert inbound("only_sms_sid").provider_id == "SM1c3b09bb3d3c4c0a9d5c2f1e8a7b6c01"


@pytest.mark.parametrize("name", STATES)
def test_a_callback_tells_what_became_of_a_message(name):
    assert read(as_form(SAMPLES[name])) == ([], STATES[name])


def test_a_failure_begins_with_its_code():
    _, (failed,) = read(as_form(SAMPLES["status_undelivered"]))
    assert failed.state == "failed"
    assert failed.error.startswith("63016 Message failed to send because more than 24 hours")


def test_a_text_with_nul_and_broken_bytes_keeps_the_rest():
    body = as_form(SAMPLES["text"] | {"Body": "X"}).replace(b"Body=X", b"Body=a%00b%ED%A0%BDc+d")
    assert read(body)[0][0].text.replace("\ufffd", "") == "abc d"


@pytest.mark.parametrize("body", [b"", b"{}", b"Body=hello", b"MessageSid=", b"\xff\xfe"])
def test_a_form_that_names_no_message_is_refused(body):
    with pytest.raises(BadBodyError):
        read(body)


@settings(max_examples=5000, deadline=None)
@given(odd_form("twilio"))
def test_whatever_is_posted_gives_events_that_can_be_stored_or_is_refused(body):
    is_kept_for(read, body)
