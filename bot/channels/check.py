"""`make channels-check`: which channels are set up, what is missing, and what to enter where."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

import httpx

from bot.messenger_settings import NEEDED, Messenger, is_set
from bot.settings import Settings, SettingsError, settings

SECONDS = 20
NOWHERE = "nowhere yet (make channels-check ARGS=--set)"
_ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]


def report(chosen: Settings) -> Iterator[str]:
    """Lines on each channel: on or off, what is missing, and the address of its webhook."""
    yield f"website: on, {chosen.web_url} (pages of {', '.join(chosen.origins)} may use it)"
    for name, needed in NEEDED.items():
        missing = [f"RFS_{each.upper()}" for each in needed if not is_set(chosen, each)]
        state = "on" if name in chosen.messengers else "off"
        yield f"{name}: {state}" + (f"; missing: {', '.join(missing)}" if missing else "")
        if state == "on":
            yield from _to_enter(name, chosen)


def _to_enter(name: Messenger, chosen: Settings) -> Iterator[str]:
    if not chosen.public_url:
        yield "  RFS_PUBLIC_URL is not set: the address below is not reached from the internet."
    yield f"  webhook: {chosen.webhook(name)}"
    if name == "whatsapp":
        yield "  Meta: your app > WhatsApp > Configuration: callback URL as above,"
        yield "  verify token = RFS_WHATSAPP_VERIFY_TOKEN, subscribe to the field `messages`."
    elif name == "twilio":
        yield "  Twilio: Messaging > Senders > WhatsApp senders > your sender:"
        yield "  webhook URL for incoming messages as above, method POST."


def set_telegram(chosen: Settings, http: httpx.Client) -> str:
    """Enter our address and secret at Telegram; return what Telegram says."""
    answer = http.post(
        _telegram(chosen, "setWebhook"),
        json={
            "url": chosen.webhook("telegram"),
            "secret_token": chosen.telegram_webhook_secret.get_secret_value(),
            "allowed_updates": _ALLOWED_UPDATES,
        },
    )
    return f"  Telegram: {answer.json().get('description', answer.status_code)}"


def ask_telegram(chosen: Settings, http: httpx.Client) -> Iterator[str]:
    """What Telegram knows of our address."""
    info = http.get(_telegram(chosen, "getWebhookInfo")).json()
    known = info.get("result") or {}
    if not info.get("ok"):
        yield f"  Telegram refuses the token: {info.get('description')}"
        return
    yield f"  Telegram posts to: {known.get('url') or NOWHERE}"
    yield f"  waiting there: {known.get('pending_update_count', 0)}"
    if known.get("last_error_message"):
        yield f"  last error there: {known['last_error_message']}"


def _telegram(chosen: Settings, method: str) -> str:
    token = chosen.telegram_bot_token.get_secret_value()
    return f"{chosen.telegram_api_url}/bot{token}/{method}"


def main() -> int:
    """Return 0, or 1 with one line when a setting is wrong or Telegram is not reached."""
    parser = argparse.ArgumentParser(prog="make channels-check", description=__doc__)
    parser.add_argument("--set", action="store_true", help="enter the webhook at Telegram")
    given = parser.parse_args()
    try:
        chosen = settings()
        print("\n".join(report(chosen)))
        if "telegram" in chosen.messengers:
            with httpx.Client(timeout=SECONDS) as http:
                if given.set:
                    print(set_telegram(chosen, http))
                print("\n".join(ask_telegram(chosen, http)))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    except (httpx.HTTPError, ValueError) as error:
        print(f"Telegram cannot be asked: {type(error).__name__}.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
