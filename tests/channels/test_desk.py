"""Stored messages get their answers in order, once, also when something breaks."""

import asyncio

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels import desk as desk_module
from bot.channels.bell import Bell
from bot.channels.desk import MOST_DEATHS, MOST_TRIES, Desk
from bot.channels.notices import notice
from bot.conversations.model import Incoming, Reply

ME, YOU = "website-me", "website-you"


class Echo:
    """An advisor that says what it was told, and breaks when it is told to."""

    def __init__(self):
        self.heard, self.preferred, self.breaks = [], [], {}
        self.may_speak = asyncio.Event()
        self.may_speak.set()

    async def answer(self, message):
        self.heard.append((message.conversation, message.seq, message.tries))
        await self.may_speak.wait()
        if self.breaks.get(message.text, 0) > 0:
            self.breaks[message.text] -= 1
            raise RuntimeError("broken")
        return [Reply(f"re: {message.text}")] if message.text != "silence" else []

    async def prefer(self, conversation, language):
        self.preferred.append((conversation, language))


@pytest.fixture
def advisor():
    return Echo()


@pytest.fixture
def desk(store, advisor, monkeypatch):
    monkeypatch.setattr(desk_module, "SECONDS_BETWEEN_TRIES", 0)
    monkeypatch.setattr(desk_module, "SECONDS_UNTIL_THE_DATABASE_IS_BACK", 0)
    store.begin(ME, "website")
    store.begin(YOU, "website")

    def apology(message):
        return notice("not_answered", message.language)

    return Desk("website", store, advisor, Bell(store.last_numbers), apology)


def send(store, *texts, conversation=ME, language=None):
    for text in texts:
        store.receive(conversation, Incoming(f"id-{text}", text, language=language))


async def until(condition):
    async def poll():
        while not condition():
            await asyncio.sleep(0.01)

    await asyncio.wait_for(poll(), 30)


async def answered(store, *conversations):
    await until(lambda: not any(map(store.next_waiting, conversations)))


def bot_said(store, conversation=ME):
    return [each.text for each in store.news(conversation, 0).messages if each.speaker == "bot"]


async def test_messages_are_answered_in_order_whatever_comes_meanwhile(store, advisor, desk):
    for number in range(10):
        send(store, f"{number}")
        send(store, f"{number}", conversation=YOU)
        desk.attend(ME)
        desk.attend(YOU)
        await asyncio.sleep(0)
    await answered(store, ME, YOU)
    for conversation in (ME, YOU):
        assert bot_said(store, conversation) == [f"re: {number}" for number in range(10)]


async def test_a_message_that_comes_just_when_the_desk_finds_nothing_is_not_forgotten(
    store, desk, monkeypatch
):
    look = store.next_waiting

    def look_and_be_overtaken(conversation):
        found = look(conversation)
        if found is None:
            monkeypatch.setattr(store, "next_waiting", look)
            send(store, "late")
            desk.attend(ME)
        return found

    monkeypatch.setattr(store, "next_waiting", look_and_be_overtaken)
    send(store, "early")
    desk.attend(ME)
    await until(lambda: len(bot_said(store)) > 1)
    assert bot_said(store) == ["re: early", "re: late"]


async def test_an_answer_that_fails_is_tried_again(store, advisor, desk):
    advisor.breaks["租金"] = MOST_TRIES - 1
    send(store, "租金")
    desk.attend(ME)
    await answered(store, ME)
    assert bot_said(store) == ["re: 租金"]
    assert [tries for _, _, tries in advisor.heard] == list(range(MOST_TRIES))


@pytest.mark.parametrize("language", ["zh-HK", "zh-CN", "en"])
async def test_who_gets_no_answer_is_told_so_in_the_own_language(store, advisor, desk, language):
    advisor.breaks["租金"] = 99
    send(store, "租金", "silence", "人工", language=language)
    desk.attend(ME)
    await answered(store, ME)
    said = store.news(ME, 3).messages
    assert [each.speaker for each in said] == ["system", "system", "bot"]
    assert said[0].text == notice("not_answered", language).text
    assert store.message(ME, 1).state == store.message(ME, 2).state == "failed"
    assert [each.reply_to for each in said] == [1, 2, 3]


async def test_a_new_desk_takes_up_what_was_left_and_says_that_it_is_not_the_first_try(
    store, advisor, desk
):
    send(store, "租金", "人工")
    await desk.open()
    await answered(store, ME)
    assert bot_said(store) == ["re: 租金", "re: 人工"]
    assert advisor.heard == [(ME, 1, 1), (ME, 2, 0)]


async def test_a_message_that_kills_whoever_answers_it_is_given_up(store, advisor, desk):
    send(store, "poison", "租金")
    for _ in range(MOST_DEATHS):
        store.try_again(ME, 1)
    await desk.open()
    await answered(store, ME)
    assert [seq for _, seq, _ in advisor.heard] == [2]
    assert store.message(ME, 1).state == "failed"


async def test_nothing_is_asked_twice_when_the_database_fails_to_keep_the_answer(
    store, advisor, desk, monkeypatch
):
    keep, failures = store.answer, iter(range(3))

    def fail_at_first(*given):
        if next(failures, None) is not None:
            raise OperationalError("UPDATE", {}, Exception("disk full"))
        keep(*given)

    monkeypatch.setattr(store, "answer", fail_at_first)
    send(store, "租金")
    desk.attend(ME)
    await answered(store, ME)
    assert len(advisor.heard) == 1
    assert bot_said(store) == ["re: 租金"]


async def test_the_switch_is_followed_when_it_is_moved(store, advisor, desk):
    for number, language in enumerate(["en", "en", "zh-CN", "zh-CN", "en"]):
        send(store, f"{number}", language=language)
    desk.attend(ME)
    await answered(store, ME)
    assert advisor.preferred == [(ME, "en"), (ME, "zh-CN"), (ME, "en")]


async def test_a_desk_that_closes_finishes_what_it_began_and_leaves_the_rest_waiting(
    store, advisor, desk
):
    send(store, "租金", "人工")
    advisor.may_speak.clear()
    desk.attend(ME)
    await until(lambda: advisor.heard)
    closing = asyncio.create_task(desk.close())
    await asyncio.sleep(0)
    advisor.may_speak.set()
    await closing
    assert bot_said(store) == ["re: 租金"]
    assert store.next_waiting(ME).text == "人工"
