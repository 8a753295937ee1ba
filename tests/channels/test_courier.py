"""Messages go out in order, each piece once, whatever the provider and the process do."""

import asyncio

import pytest

from bot.channels import courier as courier_module
from bot.channels.courier import Courier
from bot.channels.messenger import Part
from bot.channels.provider_errors import Refused, Retry, Sent
from bot.conversations.model import Incoming, Reply
from bot.conversations.outbox import Outbox

ME = "whatsapp-me"


class Post:
    """A provider that keeps what it took, and answers as it is told to."""

    def __init__(self):
        self.taken, self.answers, self.open = [], {}, asyncio.Event()
        self.open.set()

    def plan(self, message):
        return [Part("text", piece) for piece in message.text.split("|")]

    async def send(self, address, part):
        await self.open.wait()
        answers = self.answers.get(part.text, [])
        if answers:
            return answers.pop(0)
        self.taken.append((address, part.text))
        return Sent(f"id-{len(self.taken)}")


@pytest.fixture
def post():
    return Post()


@pytest.fixture
def outbox(store):
    outbox = Outbox(store._engine)
    outbox.hear(ME, "whatsapp", "85261234567")
    return outbox


@pytest.fixture
def courier(outbox, post, monkeypatch):
    monkeypatch.setattr(courier_module, "FIRST_PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(courier_module, "SECONDS_BETWEEN_LOOKS", 0.01)
    return Courier("whatsapp", outbox, post)


async def gone(outbox, courier):
    async def poll():
        while outbox.next_unsent(ME):
            await asyncio.sleep(0.01)

    watching = asyncio.create_task(courier.watch())
    await asyncio.wait_for(poll(), 30)
    await courier.close()
    await watching


def say(store, *texts):
    for text in texts:
        store.say(ME, Reply(text, speaker="staff"))


async def test_pieces_go_out_in_order_to_where_they_belong(store, outbox, courier, post):
    say(store, "a|b", "c")
    await gone(outbox, courier)
    assert post.taken == [("85261234567", each) for each in "abc"]


async def test_what_the_visitor_said_is_not_sent_back(store, outbox, courier, post):
    store.receive(ME, Incoming("wamid.1", "租金"))
    store.answer(ME, 1, [Reply("唔得")])
    await gone(outbox, courier)
    assert [text for _, text in post.taken] == ["唔得"]


async def test_a_piece_that_is_not_taken_now_is_tried_until_it_is_and_the_next_ones_wait(
    store, outbox, courier, post
):
    post.answers["a"] = [Retry(None, "500"), Retry(0.01, "429"), Retry(None, "")]
    say(store, "a", "b")
    await gone(outbox, courier)
    assert [text for _, text in post.taken] == ["a", "b"]


async def test_a_piece_that_is_refused_is_kept_as_failed_and_the_rest_goes_on(
    store, outbox, courier, post
):
    post.answers["a"] = [Refused("window_closed", "131047")]
    say(store, "a", "b")
    await gone(outbox, courier)
    assert [text for _, text in post.taken] == ["b"]
    (failed, sent) = outbox.report(ME)
    assert (failed.state, failed.error, sent.state) == ("failed", "window_closed 131047", "sent")


async def test_a_new_courier_goes_on_with_the_piece_after_the_last_that_was_taken(
    store, outbox, courier, post
):
    say(store, "a|b|c")
    outbox.keep(outbox.next_unsent(ME), 0, "id-before")
    await gone(outbox, courier)
    assert [text for _, text in post.taken] == ["b", "c"]


async def test_who_stops_in_the_middle_leaves_the_rest_in_the_outbox(store, outbox, courier, post):
    post.answers["b"] = [Retry(300, "429")] * 9
    say(store, "a|b", "c")
    watching = asyncio.create_task(courier.watch())
    while not post.taken:
        await asyncio.sleep(0.01)
    await courier.close()
    await watching
    assert outbox.next_unsent(ME).text == "a|b"
    assert outbox.sent_parts(outbox.next_unsent(ME)) == {0}


async def test_a_slow_conversation_does_not_hold_up_another(store, outbox, courier, post):
    outbox.hear("whatsapp-you", "whatsapp", "85269999999")
    post.answers["a"] = [Retry(300, "429")] * 9
    say(store, "a")
    store.say("whatsapp-you", Reply("d"))
    watching = asyncio.create_task(courier.watch())
    while not post.taken:
        await asyncio.sleep(0.01)
    await courier.close()
    await watching
    assert post.taken == [("85269999999", "d")]
