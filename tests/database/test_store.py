"""What is kept of a conversation, on both databases."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.conversations.model import (
    Button,
    ClosedConversationError,
    Incoming,
    NoSuchMessageError,
    Reply,
    UnknownConversationError,
)

ME = "website-me"


@pytest.fixture(autouse=True)
def conversation(store):
    store.begin(ME, "website", "zh-HK")


def said(store, after=0):
    return [message.text for message in store.news(ME, after).messages]


def test_what_a_visitor_wrote_is_kept_as_written(store):
    written = "租金🏭\n<b>可唔可以</b> claim？ " + "長" * 5000
    store.receive(ME, Incoming("first-id", written, language="zh-HK"))
    assert said(store) == [written]


def test_the_same_id_is_stored_once(store):
    receipts = [store.receive(ME, Incoming("same-id", "租金")) for _ in range(3)]
    assert [(each.seq, each.new) for each in receipts] == [(1, True), (1, False), (1, False)]
    assert store.receive(ME, Incoming("next-id", "人工")).seq == 2


def test_the_same_id_in_another_conversation_is_another_message(store):
    store.begin("website-other", "website")
    store.receive(ME, Incoming("same-id", "租金"))
    assert store.receive("website-other", Incoming("same-id", "人工")).new


def test_messages_of_many_senders_at_once_get_numbers_without_gaps(store):
    def send(number):
        return store.receive(ME, Incoming(f"id-{number % 20}", f"{number}")).seq

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send, range(60)))
    assert [each.seq for each in store.news(ME, 0).messages] == list(range(1, 21))


def test_who_has_seen_a_number_misses_nothing_that_comes(store):
    seen, cursor = [], 0
    with ThreadPoolExecutor(4) as pool:
        sent = [pool.submit(store.say, ME, Reply(str(each), speaker="staff")) for each in range(40)]
        while len(seen) < len(sent):
            news = store.news(ME, cursor).messages
            seen += [message.seq for message in news]
            cursor = seen[-1] if seen else 0
    assert seen == list(range(1, 41))


def test_a_message_waits_until_it_is_answered(store):
    store.receive(ME, Incoming("first-id", "租金"))
    store.receive(ME, Incoming("second-id", "人工"))
    assert store.with_waiting("website") == [ME]
    assert store.with_waiting("telegram") == []
    assert store.next_waiting(ME).text == "租金"
    store.answer(ME, 1, [Reply("唔得")])
    assert store.next_waiting(ME).text == "人工"
    assert store.news(ME, 0).working
    store.answer(ME, 2, [Reply("唔得")])
    assert store.next_waiting(ME) is None
    assert not store.news(ME, 0).working


def test_an_answer_that_comes_twice_is_stored_once(store):
    store.receive(ME, Incoming("first-id", "租金"))
    for _ in range(2):
        store.answer(ME, 1, [Reply("唔得"), Reply("不過")])
    assert said(store) == ["租金", "唔得", "不過"]
    assert store.say(ME, Reply("你好", speaker="staff", name="陳主任")) == 4


def test_a_reply_comes_back_as_it_was_given(store):
    store.receive(ME, Incoming("first-id", "租金"))
    card = {"kind": "expenses", "columns": [{"title": "不獲資助", "items": []}]}
    reply = Reply("唔得", "zh-HK", (Button("上限係幾多", "/ask_ceiling"),), card)
    store.answer(ME, 1, [reply])
    kept = store.message(ME, 2)
    assert (kept.text, kept.language, kept.buttons, kept.card, kept.reply_to, kept.speaker) == (
        *(reply.text, reply.language, reply.buttons, reply.card),
        *(1, "bot"),
    )


def test_nothing_can_be_said_in_a_closed_conversation_and_all_of_it_stays(store):
    store.receive(ME, Incoming("first-id", "租金"))
    store.close(ME)
    with pytest.raises(ClosedConversationError):
        store.receive(ME, Incoming("second-id", "人工"))
    assert store.receive(ME, Incoming("first-id", "租金")).seq == 1
    assert said(store) == ["租金"]


def test_nothing_can_be_said_in_a_conversation_that_was_never_begun(store):
    with pytest.raises(UnknownConversationError):
        store.receive("website-nobody", Incoming("first-id", "租金"))


def test_only_answers_of_the_bot_are_rated_and_the_last_word_counts(store):
    store.receive(ME, Incoming("first-id", "租金"))
    store.answer(ME, 1, [Reply("唔得")])
    store.rate(ME, 2, "up")
    store.rate(ME, 2, "down")
    assert store.message(ME, 2).feedback == "down"
    for seq in (1, 3):
        with pytest.raises(NoSuchMessageError):
            store.rate(ME, seq, "up")
