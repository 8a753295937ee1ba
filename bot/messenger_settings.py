"""The settings of the messengers: which are on, and the accounts that they need."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseSettings, SecretStr, root_validator

Messenger = Literal["whatsapp", "twilio", "telegram"]
NEEDED: Mapping[Messenger, tuple[str, ...]] = {
    "whatsapp": (
        "whatsapp_phone_number_id",
        "whatsapp_access_token",
        "whatsapp_app_secret",
        "whatsapp_verify_token",
    ),
    "twilio": ("twilio_account_sid", "twilio_auth_token", "twilio_from", "public_url"),
    "telegram": ("telegram_bot_token", "telegram_webhook_secret"),
}
"""What each messenger cannot do without."""

_NO_SECRET = SecretStr("")


class MessengerSettings(BaseSettings):
    """A part of `bot.settings.Settings`; docs/channels.md says where each value comes from."""

    messengers: tuple[Messenger, ...] = ()
    public_url: str = ""
    """Where the gateway is reached from the internet; https, a slash at the end is added."""

    whatsapp_phone_number_id: str = ""
    whatsapp_access_token: SecretStr = _NO_SECRET
    whatsapp_app_secret: SecretStr = _NO_SECRET
    whatsapp_verify_token: SecretStr = _NO_SECRET
    whatsapp_api_url: str = "https://graph.facebook.com/v23.0"
    twilio_account_sid: str = ""
    twilio_auth_token: SecretStr = _NO_SECRET
    twilio_from: str = ""
    twilio_api_url: str = "https://api.twilio.com"
    telegram_bot_token: SecretStr = _NO_SECRET
    telegram_webhook_secret: SecretStr = _NO_SECRET
    telegram_api_url: str = "https://api.telegram.org"

    @root_validator(skip_on_failure=True)
    @classmethod
    def _have_what_they_need(cls, values: dict[str, Any]) -> dict[str, Any]:
        values["public_url"] = _with_slash(values["public_url"])
        missing = [
            f"RFS_{name.upper()}"
            for messenger in values["messengers"]
            for name in NEEDED[messenger]
            if not plain(values[name])
        ]
        if missing:
            raise ValueError(f"the messengers that are switched on need {', '.join(missing)}")
        return values


def is_set(settings: MessengerSettings, name: str) -> bool:
    """Whether a value was given."""
    return bool(plain(getattr(settings, name)))


def plain(value: str | SecretStr) -> str:
    """What stands in a value, secret or not."""
    return value.get_secret_value() if isinstance(value, SecretStr) else value


def _with_slash(url: str) -> str:
    return f"{url.rstrip('/')}/" if url else ""
