"""What goes out to messengers, on both databases."""

import pytest

from bot.conversations.model import Incoming, Reply
from bot.conversations.outbox import Outbox
from bot.conversations.tables import deliveries

ME, ADDRESS = "whatsapp-me", "85261234567"


@pytest.fixture
def outbox(engine):
    return Outbox(engine)


@pytest.fixture(autouse=True)
def conversation(outbox, store):
    outbox.hear(ME, "whatsapp", ADDRESS)
    store.receive(ME, Incoming("wamid.1", "租金"))


def test_who_writes_again_is_the_same_conversation_at_the_new_address(outbox, store):
    outbox.hear(ME, "whatsapp", "85269999999")
    assert outbox.contact(ME).address == "85269999999"
    assert len(store.news(ME, 0).messages) == 1


def test_replies_go_out_in_order_and_once(outbox, store):
    assert outbox.next_unsent(ME) is None
    store.answer(ME, 1, [Reply("唔得"), Reply("不過")])
    store.say(ME, Reply("陳主任", speaker="staff"))
    sent = []
    while message := outbox.next_unsent(ME):
        assert outbox.with_unsent("whatsapp") == [ME]
        sent.append(message.text)
        outbox.keep(message, 0, f"wamid.out.{message.seq}")
        outbox.finish(message)
    assert sent == ["唔得", "不過", "陳主任"]
    assert outbox.with_unsent("whatsapp") == outbox.with_unsent("telegram") == []


def test_after_a_crash_a_message_goes_on_with_the_next_piece(outbox, store):
    store.answer(ME, 1, [Reply("長篇")])
    message = outbox.next_unsent(ME)
    outbox.keep(message, 0, "wamid.out.a")
    outbox.keep(message, 1, None, "window_closed")
    assert outbox.next_unsent(ME) == message
    assert outbox.sent_parts(message) == {0, 1}


@pytest.mark.parametrize(
    ("reports", "last"),
    [
        (["sent", "delivered", "read"], "read"),
        (["read", "delivered", "sent"], "read"),
        (["delivered", "failed"], "failed"),
        (["failed", "delivered"], "delivered"),
    ],
)
def test_what_providers_report_out_of_order_ends_right(outbox, store, engine, reports, last):
    store.answer(ME, 1, [Reply("唔得")])
    outbox.keep(outbox.next_unsent(ME), 0, "wamid.out.a")
    assert all(outbox.note("wamid.out.a", state) for state in reports)
    with engine.connect() as connection:
        assert connection.execute(deliveries.select()).one().state == last


def test_a_report_of_something_that_was_not_sent_is_told_apart(outbox):
    assert not outbox.note("wamid.unknown", "read")
