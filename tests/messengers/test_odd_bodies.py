"""Bodies that the provider did sign, whatever stands in them, break nothing."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections import Counter
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from multidict import MultiDict
from twilio.request_validator import RequestValidator

from bot.channels import messenger_input
from bot.channels.signatures import form_fields
from bot.channels.telegram import TelegramInput
from bot.channels.twilio import TwilioInput
from bot.channels.whatsapp import WhatsAppInput
from bot.database.engine import open_engine
from bot.database.migration import migrate
from bot.settings import Settings
from tests.channels.payloads.mutation import odd_form, odd_json
from tests.messengers.amounts import ODD_BODIES
from tests.messengers.apps import (
    APP_SECRET,
    AUTH_TOKEN,
    BOT_TOKEN,
    PUBLIC_URL,
    WEBHOOK_SECRET,
)
from tests.providers.webhooks import Post

ODD_OVER_HTTP = 200
NUMBER_IN_SAMPLES, OUR_NUMBER = b"106540352242922", b"1065"
MADE = {"whatsapp": odd_json("whatsapp"), "twilio": odd_form("twilio")}
MADE["telegram"] = odd_json("telegram")
CHANNELS = {"whatsapp": WhatsAppInput, "twilio": TwilioInput, "telegram": TelegramInput}
SETTINGS = {
    "whatsapp_phone_number_id": NUMBER_IN_SAMPLES.decode(),
    "whatsapp_app_secret": APP_SECRET,
    "twilio_auth_token": AUTH_TOKEN,
    "twilio_account_sid": "AC1",
    "telegram_bot_token": BOT_TOKEN,
    "telegram_webhook_secret": WEBHOOK_SECRET,
    "public_url": PUBLIC_URL,
}
LASTING = settings(
    deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)


def signed(name: str, body: bytes) -> Post:
    """A body as its provider signs it."""
    if name == "whatsapp":
        computed = hmac.new(APP_SECRET.encode(), body, hashlib.sha256).hexdigest()
        return Post(body, {"X-Hub-Signature-256": f"sha256={computed}"})
    if name == "twilio":
        url, fields = f"{PUBLIC_URL}webhooks/twilio/webhook", MultiDict(form_fields(body))
        computed = RequestValidator(AUTH_TOKEN).compute_signature(url, fields)
        form = "application/x-www-form-urlencoded"
        return Post(body, {"X-Twilio-Signature": computed, "Content-Type": form})
    return Post(body, {"X-Telegram-Bot-Api-Secret-Token": WEBHOOK_SECRET})


@pytest.fixture
def loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture
def channel(tmp_path, monkeypatch):
    """A channel of each app with a real database, and nobody who answers."""

    def make(name):
        engine = open_engine(f"sqlite:///{tmp_path / name}.db")
        migrate(engine)
        channel = CHANNELS[name](chosen, engine)
        channel._desk = SimpleNamespace(attend=lambda _: None)
        monkeypatch.setattr(channel._provider, "acknowledge", quietly)
        return channel

    async def quietly(_inbound):
        """Nobody is there to be told."""

    chosen = Settings(var_dir=tmp_path, **SETTINGS)
    monkeypatch.setattr(messenger_input, "PAUSES_TO_MATCH", ())
    return make


@pytest.mark.parametrize("name", CHANNELS)
def test_every_body_is_confirmed(loop, channel, name):
    tried, answers = channel(name), Counter()

    @settings(LASTING, max_examples=ODD_BODIES)
    @given(MADE[name])
    def confirms(body):
        post = signed(name, body)
        request = SimpleNamespace(headers=post.headers, body=post.body)
        answer = loop.run_until_complete(tried._posted(request))
        answers[answer.status] += 1
        assert answer.status == 200

    confirms()
    assert answers[200] >= ODD_BODIES
    store = tried._store
    stored = [each for one in store.with_waiting(name) for each in store.news(one, 0).messages]
    assert len(stored) > 5


def odd_bodies(name: str) -> list[bytes]:
    bodies: list[bytes] = []

    @settings(LASTING, max_examples=ODD_OVER_HTTP)
    @given(MADE[name])
    def keep(body):
        bodies.append(body.replace(NUMBER_IN_SAMPLES, OUR_NUMBER))

    keep()
    return bodies


def test_the_advisor_lives_on_and_answers_what_can_be_answered(app, posting, records, come):
    posts = [signed(app.name, body) for body in odd_bodies(app.name)]
    assert set(posting(app, posts, at_once=4)) == {200}
    records.wait_until_settled(app.name)
    assert come(app).asks("租金可唔可以claim？").texts
    app.fake.rejected.clear()  # odd addresses, which the provider has not
