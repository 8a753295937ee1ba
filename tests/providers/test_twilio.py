"""The fake of Twilio takes what Twilio takes, words its errors, fails when told, and reports."""

import aiohttp
import pytest
from aiohttp import BasicAuth, web
from twilio.request_validator import RequestValidator

from bot.channels import twilio_inbound
from bot.channels.signatures import is_from_twilio
from tests.providers.listener import Listener
from tests.providers.meta import PNG
from tests.providers.server import running
from tests.providers.twilio import ACCOUNT, Twilio

FORM = {"From": "whatsapp:+14155238886", "To": "whatsapp:+85251234567", "Body": "好"}
CALLBACK = "https://advisor.example.hk/webhooks/twilio/status"


@pytest.fixture
async def twilio():
    async with running(Twilio()) as fake:
        yield fake


async def call(
    twilio, form, token="auth token", path=f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
):
    async with (
        aiohttp.ClientSession(auth=BasicAuth(ACCOUNT, token)) as session,
        session.post(twilio.url + path, data=form) as answer,
    ):
        return answer.status, await answer.json()


async def test_a_message_is_taken_and_answered_with_its_id(twilio):
    status, answer = await call(twilio, FORM)
    assert (status, answer["sid"], answer["status"]) == (201, twilio.sent[0].id, "queued")
    assert twilio.texts("whatsapp:+85251234567") == ["好"]


@pytest.mark.parametrize(
    "form",
    [
        {**FORM, "Body": "字" * 1600},
        {**FORM, "To": "whatsapp:HK.22102305"},
        {**FORM, "StatusCallback": CALLBACK},
    ],
)
async def test_what_just_fits_is_taken(twilio, form):
    assert (await call(twilio, form))[0] == 201


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"Body": "字" * 1601}, 21617),
        ({"Body": "😀" * 801}, 21617),
        ({"Body": " "}, 21602),
        ({"To": "+85251234567"}, 21211),
        ({"To": "whatsapp:85251234567"}, 21211),
        ({"From": "whatsapp:+14150000000"}, 21212),
        ({"StatusCallback": "http://example.hk"}, 21609),
        ({"MediaUrl": "http://example.hk/card.png"}, 21620),
        ({"Button": "x"}, 20001),
    ],
)
async def test_what_breaks_a_rule_is_rejected_and_remembered(twilio, changed, code):
    status, answer = await call(twilio, FORM | changed)
    assert (status, answer["code"], answer["status"]) == (400, code, 400)
    assert len(twilio.rejected) == 1
    assert not twilio.sent


async def test_a_wrong_token_is_refused(twilio):
    assert (await call(twilio, FORM, token="x"))[1]["code"] == 20003


async def test_a_picture_is_fetched(twilio):
    async def picture(_request: web.Request) -> web.Response:
        return web.Response(body=PNG, content_type="image/png")

    async with Listener(picture) as listener:
        assert (await call(twilio, {**FORM, "MediaUrl": listener.url}))[0] == 201
        status, answer = await call(twilio, {**FORM, "MediaUrl": listener.url + "/nothing"})
    assert (status, answer["code"]) == (400, 21620)
    assert twilio.others[0][1]["data"] == PNG


async def test_faults_and_refusals(twilio):
    twilio.refuse("whatsapp:+85251234567", 21610)
    assert (await call(twilio, FORM))[1]["code"] == 21610
    twilio.next(twilio.failing(20429, after=1))
    assert (await call(twilio, FORM | {"To": "whatsapp:+85250000000"}))[0] == 429
    typing = {"messageId": "SM1", "channel": "whatsapp"}
    assert (await call(twilio, typing, path="/v2/Indicators/Typing.json"))[0] == 200
    assert twilio.others == [("typing", typing)]


async def test_what_was_sent_is_reported_under_a_signature_for_the_url_that_was_asked():
    async with running(Twilio()) as twilio, Listener() as listener:
        twilio.webhook = listener.url
        twilio.fail_later("whatsapp:+85250000000", 63016)
        await call(twilio, {**FORM, "StatusCallback": CALLBACK})
        await call(twilio, {**FORM, "To": "whatsapp:+85250000000"})
        await twilio.reported()
    found = []
    for request in listener.heard:
        _, (delivery,) = twilio_inbound.read(request.body)
        is_first = delivery.provider_id == twilio.sent[0].id
        url = CALLBACK if is_first else twilio.public_url
        signature = request.headers["X-Twilio-Signature"]
        assert is_from_twilio("auth token", url, request.body, signature)
        found.append((is_first, delivery.state, delivery.error[:5]))
    assert [each[1:] for each in found if each[0]] == [
        ("sent", ""),
        ("delivered", ""),
        ("read", ""),
    ]
    assert [each[1:] for each in found if not each[0]] == [("failed", "63016")]


async def test_what_people_send_is_signed_as_twilio_does_and_read_by_our_reader():
    twilio = Twilio()
    post = twilio.text("你好", id_="SM1")
    fields = dict(twilio_inbound.form_fields(post.body))
    assert fields["WaId"] == ""
    signature = post.headers["X-Twilio-Signature"]
    assert RequestValidator("auth token").validate(twilio.public_url, fields, signature)
    (text,), _ = twilio_inbound.read(post.body)
    assert (text.provider_id, text.text, text.address) == ("SM1", "你好", "whatsapp:+85251234567")
