"""The three apps as somebody holds them: what is written, what is shown, what is pressed."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import dataclass
from typing import Any

from bot.channels.messenger import Part
from bot.channels.planning import LIMITS, plan
from bot.conversations.model import Message
from tests.providers.meta import Meta
from tests.providers.server import Sent
from tests.providers.telegram import Telegram
from tests.providers.twilio import ACCOUNT, Twilio
from tests.providers.webhooks import Post

PUBLIC_URL = "https://advisor.example.org/"
APP_SECRET, VERIFY_TOKEN, ACCESS_TOKEN = "meta-app-secret", "meta-verify-token", "meta-access-token"
AUTH_TOKEN, BOT_TOKEN, WEBHOOK_SECRET = "twilio-auth-token", "123456:telegram-token", "secret-token"
_NUMBERED = re.compile(r"(\d+)\. (.+)")


@dataclass(frozen=True)
class Shown:
    """Something to press, by the id that comes back."""

    id: str
    title: str


class App:
    """One app, before the fake of its provider. People are named by their address there."""

    name: str
    secrets: tuple[str, ...]
    shows_pictures = True
    shows_buttons = True
    reports = True
    signs_of_a_text: tuple[str, ...] = ()
    """What the provider is asked, beside the answer, when a text came."""

    signs_of_a_press: tuple[str, ...] = ()

    def __init__(self, fake: Any) -> None:
        self.fake = fake
        self._people = itertools.count(51_000_000)

    @property
    def settings(self) -> dict[str, str]:
        raise NotImplementedError

    def somebody(self) -> str:
        """Somebody who has not written before."""
        raise NotImplementedError

    def text(self, who: str, text: str) -> Post:
        raise NotImplementedError

    def pressed(self, who: str, option: Shown) -> Post:
        raise NotImplementedError

    def shown(self, sent: Sent) -> list[Shown]:
        """What can be pressed or typed under a message."""
        raise NotImplementedError

    def signs(self, who: str, ids: set[str]) -> tuple[str, ...]:
        """What the provider was asked beside messages; `ids` are those of what `who` sent."""
        return ()

    def plan(self, message: Message) -> tuple[Part, ...]:
        """The pieces in which a message should arrive."""
        return plan(message, LIMITS[self.name])


class WhatsApp(App):
    name = "whatsapp"
    signs_of_a_text = signs_of_a_press = ("typing",)
    secrets = (APP_SECRET, VERIFY_TOKEN, ACCESS_TOKEN)
    fake: Meta

    def __init__(self) -> None:
        super().__init__(Meta(APP_SECRET, ACCESS_TOKEN))

    @property
    def settings(self) -> dict[str, str]:
        return {
            "RFS_WHATSAPP_PHONE_NUMBER_ID": self.fake.phone_number_id,
            "RFS_WHATSAPP_ACCESS_TOKEN": ACCESS_TOKEN,
            "RFS_WHATSAPP_APP_SECRET": APP_SECRET,
            "RFS_WHATSAPP_VERIFY_TOKEN": VERIFY_TOKEN,
            "RFS_WHATSAPP_API_URL": f"{self.fake.url}/v23.0",
        }

    def somebody(self) -> str:
        return f"852{next(self._people)}"

    def text(self, who: str, text: str) -> Post:
        return self.fake.text(text, who)

    def pressed(self, who: str, option: Shown) -> Post:
        return self.fake.pressed(option.id, option.title, who)

    def shown(self, sent: Sent) -> list[Shown]:
        action = sent.body.get("interactive", {}).get("action", {})
        replies = [each["reply"] for each in action.get("buttons", ())]
        rows = [row for each in action.get("sections", ()) for row in each["rows"]]
        return [Shown(each["id"], each["title"]) for each in replies + rows]

    def signs(self, who: str, ids: set[str]) -> tuple[str, ...]:
        return tuple(n for n, given in self.fake.others if given.get("message_id") in ids)


class TwilioApp(App):
    name = "twilio"
    secrets = (AUTH_TOKEN,)
    shows_pictures = shows_buttons = False
    fake: Twilio

    def __init__(self) -> None:
        super().__init__(Twilio(f"{PUBLIC_URL}webhooks/twilio/webhook", AUTH_TOKEN))

    @property
    def settings(self) -> dict[str, str]:
        return {
            "RFS_TWILIO_ACCOUNT_SID": ACCOUNT,
            "RFS_TWILIO_AUTH_TOKEN": AUTH_TOKEN,
            "RFS_TWILIO_FROM": self.fake.number,
            "RFS_TWILIO_API_URL": self.fake.url,
            "RFS_PUBLIC_URL": PUBLIC_URL,
        }

    def somebody(self) -> str:
        return f"whatsapp:+852{next(self._people)}"

    def text(self, who: str, text: str) -> Post:
        return self.fake.text(text, who.removeprefix("whatsapp:"))

    def pressed(self, who: str, option: Shown) -> Post:
        return self.text(who, option.id)

    def shown(self, sent: Sent) -> list[Shown]:
        """The numbered lines at the end: a number is typed."""
        lines = reversed(sent.body["Body"].splitlines())
        last = list(itertools.takewhile(bool, map(_NUMBERED.fullmatch, lines)))
        return [Shown(found[1], found[2]) for found in reversed(last) if found]


class TelegramApp(App):
    name, reports = "telegram", False
    signs_of_a_text = ("sendChatAction",)
    signs_of_a_press = ("answerCallbackQuery", "sendChatAction")
    secrets = (BOT_TOKEN, WEBHOOK_SECRET)
    fake: Telegram

    def __init__(self) -> None:
        super().__init__(Telegram(BOT_TOKEN, WEBHOOK_SECRET))
        self._presses: dict[str, str] = {}

    @property
    def settings(self) -> dict[str, str]:
        return {
            "RFS_TELEGRAM_BOT_TOKEN": BOT_TOKEN,
            "RFS_TELEGRAM_WEBHOOK_SECRET": WEBHOOK_SECRET,
            "RFS_TELEGRAM_API_URL": self.fake.url,
        }

    def somebody(self) -> str:
        return str(next(self._people))

    def text(self, who: str, text: str) -> Post:
        return self.fake.text(text, int(who))

    def pressed(self, who: str, option: Shown) -> Post:
        post = self.fake.pressed(option.id, option.title, int(who))
        self._presses[json.loads(post.body)["callback_query"]["id"]] = who
        return post

    def signs(self, who: str, ids: set[str]) -> tuple[str, ...]:
        return tuple(name for name, given in self.fake.others if self._whose(given) == who)

    def _whose(self, given: dict[str, Any]) -> str | None:
        press = given.get("callback_query_id")
        return self._presses.get(press) if press else given.get("chat_id")

    def shown(self, sent: Sent) -> list[Shown]:
        markup = sent.body.get("reply_markup") or {}
        keyboard = json.loads(markup) if isinstance(markup, str) else markup
        buttons = [each for row in keyboard.get("inline_keyboard", ()) for each in row]
        return [Shown(each["callback_data"], each["text"]) for each in buttons]


def has_picture(sent: Sent) -> bool:
    """Whether a message shows a picture."""
    return bool(sent.body.get("image") or sent.body.get("photo"))
