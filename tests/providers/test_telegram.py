"""The fake of Telegram takes what Telegram takes, words its errors, and fails when told."""

import json
import struct

import aiohttp
import pytest

from bot.channels import telegram_inbound
from bot.channels.signatures import is_from_telegram
from tests.providers.server import broken, running
from tests.providers.telegram import Telegram
from tests.providers.telegram_rules import PNG

TEXT = {"chat_id": "1111111", "text": "好"}


@pytest.fixture
async def telegram():
    async with running(Telegram()) as fake:
        yield fake


async def call(telegram, method, body=None, data=None, token="123456:ABC-DEF"):
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{telegram.url}/bot{token}/{method}", json=body, data=data) as answer,
    ):
        is_json = answer.content_type == "application/json"
        return answer.status, await answer.json() if is_json else None


def keyboard(*rows):
    return {"inline_keyboard": [[{"text": t, "callback_data": d} for t, d in row] for row in rows]}


def picture(width, height):
    return PNG + b"\0\0\0\rIHDR" + struct.pack(">II", width, height)


async def send_photo(telegram, data, **fields):
    form = aiohttp.FormData({"chat_id": "1111111", **fields})
    form.add_field("photo", data, filename="card.png", content_type="image/png")
    return await call(telegram, "sendPhoto", data=form)


async def test_a_message_is_taken_and_answered_with_its_id(telegram):
    status, answer = await call(telegram, "sendMessage", TEXT)
    assert (status, answer["ok"]) == (200, True)
    assert str(answer["result"]["message_id"]) == telegram.sent[0].id
    assert telegram.texts("1111111") == ["好"]


@pytest.mark.parametrize(
    "body",
    [
        {**TEXT, "text": "😀" * 2048},
        {**TEXT, "reply_markup": keyboard([("有", "字" * 21 + "x")])},
        {**TEXT, "reply_markup": json.dumps(keyboard([("有", "1")], [("冇", "2")]))},
        {**TEXT, "link_preview_options": {"is_disabled": True}},
    ],
)
async def test_what_just_fits_is_taken(telegram, body):
    assert (await call(telegram, "sendMessage", body))[0] == 200


@pytest.mark.parametrize(
    ("changed", "description"),
    [
        ({"text": "😀" * 2048 + "x"}, "message is too long"),
        ({"text": " "}, "message text is empty"),
        ({"chat_id": "@somebody"}, "chat not found"),
        ({"parse_mode": "HTML"}, "not known ['parse_mode']"),
        ({"reply_markup": keyboard([("有", "字" * 22)])}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": keyboard([("有", "")])}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": keyboard([("", "1")])}, "unallowed"),
        ({"reply_markup": "{"}, "can't parse"),
        ({"reply_markup": keyboard([(f"{n}", f"{n}") for n in range(9)])}, "too long"),
    ],
)
async def test_what_breaks_a_rule_is_rejected_and_remembered(telegram, changed, description):
    status, answer = await call(telegram, "sendMessage", TEXT | changed)
    assert (status, answer["error_code"], answer["ok"]) == (400, 400, False)
    assert description in answer["description"]
    assert len(telegram.rejected) == 1
    assert not telegram.sent


async def test_a_picture_has_a_shape_and_a_caption_that_telegram_shows(telegram):
    assert (await send_photo(telegram, picture(1080, 1350), caption="計算"))[0] == 200
    assert telegram.texts() == ["計算"]
    for data, caption in (
        (b"no picture", ""),
        (picture(100, 2100), ""),
        (picture(6000, 6000), ""),
        (picture(9, 9), "字" * 1025),
    ):
        assert (await send_photo(telegram, data, caption=caption))[0] == 400


async def test_a_wrong_token_or_method_is_refused(telegram):
    assert await call(telegram, "sendMessage", TEXT, token="1:x") == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )
    assert (await call(telegram, "sendEverything", TEXT))[0] == 404


async def test_faults_and_refusals(telegram):
    telegram.next(telegram.too_many(3), broken(502))
    await call(telegram, "sendChatAction", {"chat_id": 1111111, "action": "typing"})
    status, answer = await call(telegram, "sendMessage", TEXT)
    assert (status, answer["parameters"]) == (429, {"retry_after": 3})
    assert (await call(telegram, "sendMessage", TEXT))[0] == 502
    telegram.refuse("1111111", "blocked")
    status, answer = await call(telegram, "sendMessage", TEXT)
    assert (status, answer["description"]) == (403, "Forbidden: bot was blocked by the user")


async def test_a_callback_is_answered_only_when_it_was_made(telegram):
    (pressed,), _ = telegram_inbound.read(telegram.pressed("3.1", "有").body)
    assert (pressed.button, pressed.text) == ("3.1", "有")
    id_ = pressed.detail.removeprefix("callback:")
    assert (await call(telegram, "answerCallbackQuery", {"callback_query_id": id_}))[0] == 200
    assert (await call(telegram, "answerCallbackQuery", {"callback_query_id": "9"}))[0] == 400
    assert telegram.others == [("answerCallbackQuery", {"callback_query_id": id_})]


async def test_the_webhook_is_set_and_shown_without_its_secret(telegram):
    wanted = {"url": "https://advisor.example.hk/webhooks/telegram", "secret_token": "a-B_1"}
    assert (await call(telegram, "setWebhook", wanted | {"secret_token": "é"}))[0] == 400
    assert (await call(telegram, "setWebhook", wanted | {"url": "http://example.hk"}))[0] == 400
    assert (await call(telegram, "setWebhook", wanted))[0] == 200
    _, shown = await call(telegram, "getWebhookInfo")
    assert (shown["result"]["url"], "secret_token" in shown["result"]) == (wanted["url"], False)
    await call(telegram, "deleteWebhook")
    assert telegram.webhook == {"url": ""}


async def test_what_people_send_has_the_secret_and_is_read_by_our_reader():
    telegram = Telegram()
    post = telegram.text("你好", update=77)
    assert is_from_telegram(telegram.secret, post.headers["X-Telegram-Bot-Api-Secret-Token"])
    (text,), _ = telegram_inbound.read(post.body)
    assert (text.provider_id, text.text, text.address) == ("77", "你好", "1111111")
