"""A message as an app gets it, and why the app would refuse a part of it."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from bot.channels import telegram_outbound, twilio_outbound, whatsapp_outbound
from bot.channels.messenger import Part
from bot.channels.planning import LIMITS, plan
from bot.conversations.model import Button, Language, Message
from tests.providers import meta_rules, telegram_rules, twilio_rules

PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\4\0" * 2


def said(
    text: str,
    *names: str,
    language: Language | None = "zh-HK",
    card: dict[str, Any] | None = None,
) -> Message:
    buttons = tuple(Button(name, f"/{name}") for name in names)
    at = datetime(2030, 1, 1, tzinfo=timezone.utc)
    return Message("c", 7, "bot", at, text, language=language, buttons=buttons, card=card)


def planned(app: str, message: Message) -> tuple[Part, ...]:
    return plan(message, LIMITS[app])


def seen(text: str) -> str:
    """What is to be seen of a text: without white space, and with what cannot be sent replaced."""
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    squeezed = "".join(paired.replace("\0", "").split())
    return squeezed if any(map(str.isprintable, squeezed)) else ""


def refused(app: str, part: Part) -> object:
    """What the app would say against a part; None if it takes it."""
    return _REFUSED[app](part)


def _by_meta(part: Part) -> object:
    return meta_rules.broken_rule(whatsapp_outbound.send("1", "85290000000", part, "449").json)


def _by_twilio(part: Part) -> object:
    form = twilio_outbound.send("AC1", "+14155238886", "+85290000000", part).form
    return twilio_rules.broken_rule(list((form or {}).items()))


def _by_telegram(part: Part) -> object:
    request = telegram_outbound.send("123", part, PICTURE)
    files = {name: content for name, (_, content, _) in request.files.items()}
    given = {**(request.json or request.form or {}), **files}
    return telegram_rules.broken_rule(request.path.removeprefix("/"), given)


_REFUSED = {"whatsapp": _by_meta, "twilio": _by_twilio, "telegram": _by_telegram}
