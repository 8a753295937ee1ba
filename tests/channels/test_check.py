"""`make channels-check` tells the operator what is set up and what is not, and no secret."""

import json

import httpx
import pytest

from bot.channels.check import NOWHERE, ask_telegram, report, set_telegram
from bot.messenger_settings import NEEDED
from bot.settings import Settings

SECRETS = {
    name: f"secret-{name}" for needed in NEEDED.values() for name in needed if name != "public_url"
}


@pytest.fixture
def chosen():
    return Settings(
        messengers=("whatsapp", "twilio", "telegram"),
        public_url="https://advisor.example.org",
        **SECRETS,
    )


def telegram(answer):
    """Telegram's Bot API as "setWebhook" and "getWebhookInfo" describe it."""
    asked = []

    def take(request):
        asked.append(request)
        return httpx.Response(200, json=answer)

    return httpx.Client(transport=httpx.MockTransport(take)), asked


def test_what_is_off_is_said_with_what_is_missing():
    lines = "\n".join(report(Settings()))
    for name, needed in NEEDED.items():
        assert f"{name}: off; missing: RFS_{needed[0].upper()}" in lines


def test_what_is_on_is_said_with_the_address_to_enter_and_without_secrets(chosen):
    lines = "\n".join(report(chosen))
    for name in NEEDED:
        assert f"{name}: on\n" in lines
        assert f"https://advisor.example.org/webhooks/{name}/webhook" in lines
    assert "missing" not in lines
    assert "secret-" not in lines


def test_telegram_is_told_the_address_and_the_secret(chosen):
    http, asked = telegram({"ok": True, "result": True, "description": "Webhook was set"})
    assert "Webhook was set" in set_telegram(chosen, http)
    body = json.loads(asked[0].content)
    assert body["url"] == "https://advisor.example.org/webhooks/telegram/webhook"
    assert body["secret_token"] == "secret-telegram_webhook_secret"


def test_what_telegram_knows_is_shown(chosen):
    nothing, _ = telegram({"ok": True, "result": {"url": "", "pending_update_count": 0}})
    assert NOWHERE in "\n".join(ask_telegram(chosen, nothing))
    info = {"url": "https://a/b", "pending_update_count": 7, "last_error_message": "SSL error"}
    something, _ = telegram({"ok": True, "result": info})
    shown = "\n".join(ask_telegram(chosen, something))
    assert all(part in shown for part in ("https://a/b", "7", "SSL error"))


def test_a_wrong_token_is_said_in_one_line(chosen):
    refused, _ = telegram({"ok": False, "error_code": 401, "description": "Unauthorized"})
    assert list(ask_telegram(chosen, refused)) == ["  Telegram refuses the token: Unauthorized"]
