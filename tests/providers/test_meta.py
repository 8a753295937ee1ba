"""The fake of Meta takes what Meta takes, words its errors, fails when told, and reports."""

import json

import aiohttp
import pytest
from aiohttp import web

from bot.channels import whatsapp_inbound
from bot.channels.signatures import is_from_meta
from tests.providers.listener import Listener
from tests.providers.meta import PNG, Meta
from tests.providers.server import broken, dropped, running, slow
from tests.providers.webhooks import deliver

TEXT = {
    "messaging_product": "whatsapp",
    "to": "85251234567",
    "type": "text",
    "text": {"body": "好"},
}


@pytest.fixture
async def meta():
    async with running(Meta()) as fake:
        yield fake


async def call(meta, body, path="messages", token="token", number="1065"):
    headers = {"Authorization": f"Bearer {token}"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{meta.url}/v23.0/{number}/{path}", json=body, headers=headers) as answer,
    ):
        is_json = answer.content_type == "application/json"
        return answer.status, dict(answer.headers), await answer.json() if is_json else None


def reply(id_="1.0", title="有"):
    return {"type": "reply", "reply": {"id": id_, "title": title}}


def interactive(text="問", **action):
    kind = "list" if "sections" in action else "button"
    content = {"type": kind, "body": {"text": text}, "action": action}
    return {**{k: v for k, v in TEXT.items() if k != "text"}, "type": "interactive"} | {
        "interactive": content
    }


def rows(count, **more):
    sections = [{"rows": [{"id": f"{n}", "title": f"{n}", **more} for n in range(count)]}]
    return {"button": "選擇", "sections": sections}


async def test_a_message_is_taken_and_answered_with_its_id(meta):
    status, _, answer = await call(meta, TEXT)
    assert status == 200
    assert answer["messages"] == [{"id": meta.sent[0].id}]
    assert (meta.sent[0].to, meta.texts()) == ("85251234567", ["好"])


async def test_a_business_scoped_user_id_is_a_recipient(meta):
    body = {k: v for k, v in TEXT.items() if k != "to"}
    assert (await call(meta, {**body, "recipient": "HK.22102305"}))[0] == 200
    assert (await call(meta, {**body, "to": "HK.22102305"}))[0] == 400
    assert (await call(meta, body))[2]["error"]["code"] == 131008


@pytest.mark.parametrize(
    "body",
    [
        {**TEXT, "text": {"body": "字" * 4096}},
        interactive("字" * 1024, buttons=[reply(f"{n}", f"{n}" + "字" * 19) for n in range(3)]),
        interactive(**rows(10, description="字" * 72)),
    ],
)
async def test_what_just_fits_is_taken(meta, body):
    assert (await call(meta, body))[0] == 200


@pytest.mark.parametrize(
    "body",
    [
        {**TEXT, "text": {"body": "字" * 4097}},
        {**TEXT, "text": {"body": "😀" * 2049}},
        {**TEXT, "text": {"body": " "}},
        {**TEXT, "surprise": 1},
        {**TEXT, "type": "image", "image": {"id": "never uploaded"}},
        interactive("字" * 1025, buttons=[reply()]),
        interactive(buttons=[]),
        interactive(buttons=[reply(f"{n}", f"{n}") for n in range(4)]),
        interactive(buttons=[reply(title="字" * 21)]),
        interactive(buttons=[reply("1", "有"), reply("2", "有")]),
        interactive(buttons=[reply("1", "有"), reply("1", "冇")]),
        interactive(**rows(11)),
        interactive(**rows(2, title="行")),
        interactive(**rows(1, title="字" * 25)),
        interactive(**rows(2, description="字" * 73)),
        interactive(**{**rows(2), "button": "字" * 21}),
    ],
)
async def test_what_breaks_a_rule_is_rejected_and_remembered(meta, body):
    status, _, answer = await call(meta, body)
    assert (status, answer["error"]["type"]) == (400, "OAuthException")
    assert len(meta.rejected) == 1
    assert not meta.sent


async def test_a_wrong_token_or_number_is_refused(meta):
    assert (await call(meta, TEXT, token="x"))[2]["error"]["code"] == 190
    assert (await call(meta, TEXT, number="1"))[2]["error"]["code"] == 100


async def test_a_picture_is_uploaded_and_sent(meta):
    form = aiohttp.FormData({"messaging_product": "whatsapp", "type": "image/png"})
    form.add_field("file", PNG + b"...", filename="card.png", content_type="image/png")
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{meta.url}/v23.0/1065/media", data=form, headers={"Authorization": "Bearer token"}
        ) as answer,
    ):
        image = {"id": (await answer.json())["id"], "caption": "計算"}
    assert (await call(meta, {**TEXT, "type": "image", "image": image}))[0] == 400  # text beside it
    bare = {k: v for k, v in TEXT.items() if k != "text"}
    assert (await call(meta, {**bare, "type": "image", "image": image}))[0] == 200
    assert meta.texts() == ["計算"]


async def test_faults_meet_messages_alone_and_one_each(meta):
    read = {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.IN1"}
    meta.next(meta.failing(130429, after=2), broken(502))
    assert (await call(meta, {**read, "typing_indicator": {"type": "text"}}))[0] == 200
    status, headers, answer = await call(meta, TEXT)
    assert (status, headers["Retry-After"], answer["error"]["code"]) == (429, "2", 130429)
    assert (await call(meta, TEXT))[0] == 502
    assert (await call(meta, TEXT))[0] == 200
    assert (len(meta.sent), meta.others[0][0]) == (1, "typing")


@pytest.mark.parametrize("taken", [True, False])
async def test_a_connection_breaks_before_or_after_the_message_was_taken(meta, taken):
    meta.next(dropped(taken=taken), slow(0.01))
    with pytest.raises(aiohttp.ClientError):
        await call(meta, TEXT)
    assert len(meta.sent) == taken
    assert (await call(meta, TEXT))[0] == 200


async def test_somebody_can_be_refused_for_good(meta):
    meta.refuse("85251234567", 131047)
    assert (await call(meta, TEXT))[2]["error"]["code"] == 131047
    assert (await call(meta, {**TEXT, "to": "85250000000"}))[0] == 200


async def test_what_was_sent_is_reported_and_signed():
    async with running(Meta()) as meta, Listener() as listener:
        meta.webhook = listener.url
        meta.fail_later("85250000000", 131047)
        await call(meta, TEXT)
        await call(meta, {**TEXT, "to": "85250000000"})
        await meta.reported()
    found = []
    for request in listener.heard:
        assert is_from_meta("app secret", request.body, request.headers["X-Hub-Signature-256"])
        found += whatsapp_inbound.read(request.body, "1065")[1]
    one, two = (sent.id for sent in meta.sent)
    assert [each.state for each in found if each.provider_id == one] == [
        "sent",
        "delivered",
        "read",
    ]
    assert [each.error for each in found if each.provider_id == two] == [
        "131047 Re-engagement message"
    ]


async def test_messages_are_delivered_again_and_out_of_order_until_they_are_taken():
    meta = Meta()
    posts = [meta.text(f"{n}") for n in range(20)]
    async with Listener() as listener:
        listener.refusals = 5
        assert await deliver(listener.url, posts, times=3, seed=1, at_once=4, tries=6) == [200] * 60
    bodies = [json.loads(each.body) for each in listener.heard]
    texts = [
        each["entry"][0]["changes"][0]["value"]["messages"][0]["text"]["body"] for each in bodies
    ]
    assert sorted(texts) == sorted([f"{n}" for n in range(20)] * 3)
    assert texts != sorted(texts, key=int)


async def test_what_people_send_is_read_by_our_reader():
    meta = Meta()
    (text,), _ = whatsapp_inbound.read(meta.text("你好", id_="wamid.1").body, "1065")
    assert (text.provider_id, text.text, text.address) == ("wamid.1", "你好", "85251234567")
    (hidden,), _ = whatsapp_inbound.read(meta.text("你好", "HK.22102305").body, "1065")
    assert hidden.address == "HK.22102305"
    (pressed,), _ = whatsapp_inbound.read(meta.pressed("3.0", "有").body, "1065")
    assert (pressed.kind, pressed.button, pressed.text) == ("button", "3.0", "有")


async def test_the_challenge_is_asked_as_the_dashboard_does():
    async def verify(request: web.Request) -> web.Response:
        asked = request.query
        right = (asked["hub.mode"], asked["hub.verify_token"]) == ("subscribe", "verify")
        return web.Response(text=asked["hub.challenge"], status=200 if right else 403)

    async with Listener(verify) as listener:
        assert await Meta().challenge(listener.url, "verify", "77") == (200, "77")
        assert (await Meta().challenge(listener.url, "wrong"))[0] == 403
