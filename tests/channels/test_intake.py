"""What comes from a messenger is stored once, under the provider's id, as what it means."""

from __future__ import annotations

from functools import partial

import pytest

from bot.channels.addresses import conversation_id
from bot.channels.intake import NOTICE, Intake
from bot.channels.messenger import Inbound
from bot.conversations.model import Button, Reply
from bot.conversations.outbox import Outbox

WHO = "85251234567"
BUTTONS = (Button("申請資格", "/check_eligibility"), Button("可獲資助的開支", "/ask_expenses"))
PLEASE_TYPE = f"{NOTICE}please_type"


@pytest.fixture
def outbox(store):
    return Outbox(store._engine)


@pytest.fixture
def intake(store, outbox):
    return Intake("whatsapp", store, outbox, partial(conversation_id, "secret", "whatsapp"))


@pytest.fixture
def numbered(store, outbox):
    """Of an app without buttons."""
    return Intake("whatsapp", store, outbox, partial(conversation_id, "secret", "whatsapp"), True)


def text(words="租金", id_="wamid.1", **more):
    return Inbound(id_, WHO, "text", words, **more)


def taken(store, intake, inbound):
    """The message as it was stored."""
    conversation, receipt = intake.take(inbound)
    assert receipt.new
    return store.message(conversation, receipt.seq)


def offer(store, intake, *replies):
    """Have replies said, after a question; the number of the last."""
    conversation, receipt = intake.take(text(id_="wamid.question"))
    store.answer(conversation, receipt.seq, replies or [Reply("請揀", "zh-HK", BUTTONS)])
    return store.last_numbers([conversation])[conversation]


def test_what_was_written_is_stored_and_where_replies_go(store, intake, outbox):
    message = taken(store, intake, text())
    assert (message.text, message.payload, message.state) == ("租金", None, "waiting")
    assert outbox.contact(message.conversation).address == WHO


def test_the_conversation_is_named_by_a_hash(store, intake):
    conversation = taken(store, intake, text()).conversation
    assert WHO not in conversation
    other = conversation_id("another secret", "whatsapp", WHO)
    assert other != conversation != conversation_id("secret", "telegram", WHO)


def test_what_is_delivered_again_is_not_stored_again(store, intake):
    first, second = intake.take(text()), intake.take(text("其他字"))
    assert (first[1].new, second[1].new) == (True, False)
    assert (first[0], first[1].seq) == (second[0], second[1].seq)
    assert [each.text for each in store.news(first[0], 0).messages] == ["租金"]


def test_the_same_id_of_somebody_else_is_another_message(store, intake):
    conversation, _ = intake.take(text())
    other, receipt = intake.take(Inbound("wamid.1", "85259999999", "text", "租金"))
    assert other != conversation
    assert receipt.new


@pytest.mark.parametrize(
    "inbound",
    [
        Inbound("1", WHO, "ignored", detail="reaction"),
        Inbound("", WHO, "text", "租金"),
        Inbound("1", "", "text", "租金"),
    ],
)
def test_what_is_ignored_leaves_nothing(store, intake, inbound):
    assert intake.take(inbound) is None
    assert store.with_waiting("whatsapp") == []


@pytest.mark.parametrize(
    ("inbound", "words", "payload"),
    [
        (Inbound("1", WHO, "media", "呢部機得唔得", detail="image"), "[image] 呢部機得唔得", None),
        (Inbound("1", WHO, "unsupported", detail="location"), "[location]", None),
        (Inbound("1", WHO, "button", "", "foreign"), "[button]", None),
        (Inbound("1", WHO, "start"), "/start", f"{NOTICE}messenger_start"),
        (Inbound("1", WHO, "start", "banner"), "/start banner", f"{NOTICE}messenger_start"),
        (Inbound("1", WHO, "unsupported", detail="group"), "[group]", f"{NOTICE}messenger_group"),
    ],
)
def test_what_the_advisor_cannot_read_is_stored_with_the_notice_for_it(
    store, intake, inbound, words, payload
):
    message = taken(store, intake, inbound)
    assert (message.text, message.payload) == (words, payload or PLEASE_TYPE)


def test_a_pressed_option_is_the_button_that_was_offered(store, intake):
    seq = offer(store, intake)
    message = taken(store, intake, Inbound("2", WHO, "button", "可獲…", f"{seq}.1"))
    assert (message.text, message.payload) == ("可獲資助的開支", "/ask_expenses")


@pytest.mark.parametrize("pressed", ["{seq}.2", "{seq}.9999", "1.0", "99.0", "x", "1", "{seq}.-1"])
def test_an_option_that_was_not_offered_counts_as_its_words(store, intake, pressed):
    seq = offer(store, intake)
    message = taken(store, intake, Inbound("2", WHO, "button", "申請資格", pressed.format(seq=seq)))
    assert (message.text, message.payload) == ("申請資格", None)


@pytest.mark.parametrize("written", ["2", " 2 ", "2.", "(2)", "2）", "２"])
def test_a_number_chooses_where_options_are_numbered(store, numbered, written):
    offer(store, numbered)
    assert taken(store, numbered, text(written, "2")).payload == "/ask_expenses"


@pytest.mark.parametrize("written", ["0", "3", "2個", "200", "1.5", "2 3"])
def test_another_number_is_a_text(store, numbered, written):
    offer(store, numbered)
    message = taken(store, numbered, text(written, "2"))
    assert (message.text, message.payload) == (written, None)


def test_a_number_is_a_text_where_options_are_buttons(store, intake):
    offer(store, intake)
    assert taken(store, intake, text("2", "2")).payload is None


def test_a_number_is_a_text_when_the_last_message_offers_nothing(store, numbered):
    offer(store, numbered, Reply("請揀", buttons=BUTTONS), Reply("幾多部機？"))
    assert taken(store, numbered, text("2", "2")).payload is None


def test_the_language_of_the_app_counts_for_the_first_message_alone(store, intake):
    assert taken(store, intake, text("AI", "1", language="en")).language == "en"
    assert taken(store, intake, text("OK", "2", language="en")).language is None


def test_a_button_goes_on_in_the_language_of_the_conversation(store, intake):
    seq = offer(store, intake, Reply("Please choose", "en", (Button("Yes", "/affirm"),)))
    pressed = Inbound("2", WHO, "button", "Yes", f"{seq}.0", language="zh-HK")
    assert taken(store, intake, pressed).language is None


@pytest.mark.parametrize(
    ("said", "caption", "language"),
    [
        ((Reply("Hello", "en"),), "", "en"),
        ((Reply("Hello", "en"), Reply("陳生", speaker="staff")), "", "en"),
        ((Reply("Hello", "en"),), "呢部機得唔得", "zh-HK"),
        ((Reply("…"),), "", "zh-CN"),
    ],
)
def test_a_notice_is_in_the_language_that_is_spoken(store, intake, said, caption, language):
    offer(store, intake, *said)
    picture = Inbound("2", WHO, "media", caption, language="zh-CN", detail="image/jpeg")
    assert taken(store, intake, picture).language == language


def test_a_greeting_is_in_the_language_of_the_app_whatever_its_parameter(store, intake):
    start = Inbound("1", WHO, "start", "from website banner", language="zh-HK")
    assert taken(store, intake, start).language == "zh-HK"
