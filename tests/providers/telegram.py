"""A fake of Telegram's Bot API: `async with running(Telegram()) as telegram`."""

import itertools
import json
from typing import Any

from aiohttp import web

from tests.providers.server import FakeServer, Fault, Rejected, Sent, answered, contents
from tests.providers.telegram_rules import ERRORS, METHODS, broken_rule, error
from tests.providers.webhooks import Post

MESSAGES = ("sendMessage", "sendPhoto")
WEBHOOK = {"has_custom_certificate": False, "pending_update_count": 0}


class Telegram(FakeServer):
    """`others` holds chat actions and answered callbacks; `webhook` what was set.

    It reports nothing of messages, as Telegram. Only a callback that this fake has made can be
    answered.
    """

    def __init__(self, token: str = "123456:ABC-DEF", secret: str = "secret-token_1") -> None:
        super().__init__()
        self.token, self.secret = token, secret
        self.webhook: dict[str, Any] = {"url": ""}
        self._count = itertools.count(1)
        self._callbacks: set[str] = set()

    def routes(self) -> list[web.RouteDef]:
        return [web.route("*", "/bot{token}/{method}", self._call)]

    async def is_message(self, request: web.Request) -> bool:
        return request.path.endswith(MESSAGES)

    def words(self, sent: Sent) -> str:
        return sent.body.get("text") or sent.body.get("caption", "")

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return error(*ERRORS["unauthorized"])
        if method not in METHODS:
            return error(*ERRORS["no method"])
        given = await _parameters(request)
        broken = broken_rule(method, given) or self._unknown_callback(given)
        if broken:
            self.rejected.append(Rejected(broken, given))
            return error(400, broken)
        if str(given.get("chat_id")) in self.refusals:
            return error(*ERRORS[self.refusals[str(given["chat_id"])]])
        return web.json_response({"ok": True, "result": self._result(method, given)})

    def _unknown_callback(self, given: dict[str, Any]) -> str | None:
        if given.get("callback_query_id") in {None, *self._callbacks}:
            return None
        return "Bad Request: query is too old and response timeout expired or query ID is invalid"

    def _result(self, method: str, given: dict[str, Any]) -> Any:
        if method in MESSAGES:
            return self._taken(given)
        if method == "getMe":
            return {"id": 123456, "is_bot": True, "first_name": "RFS", "username": "advisor_bot"}
        if method == "getWebhookInfo":
            return {**WEBHOOK, **{k: v for k, v in self.webhook.items() if k != "secret_token"}}
        if method.endswith("Webhook"):
            self.webhook = {"url": "", **given}
        else:
            self.others.append((method, given))
        return True

    def _taken(self, given: dict[str, Any]) -> dict[str, Any]:
        number, chat = next(self._count), str(given["chat_id"])
        self.sent.append(Sent(str(number), chat, given))
        words = (
            {"text": given["text"]} if "text" in given else {"caption": given.get("caption", "")}
        )
        about = {"id": int(chat), "type": "private", "first_name": "Chan"}
        return {"message_id": number, "date": 1441645532, "chat": about, **words}

    def failing(self, name: str) -> Fault:
        """For `next`: an error of `telegram_rules.ERRORS`."""
        return answered(lambda: error(*ERRORS[name]))

    def too_many(self, after: int) -> Fault:
        """For `next`: flood control; the seconds stand in the body, as Telegram has it."""
        text = f"Too Many Requests: retry after {after}"
        return answered(lambda: error(429, text, retry_after=after))

    def post(self, kind: str, content: dict[str, Any], update: int | None = None) -> Post:
        """An update with the secret token."""
        body = {"update_id": update or 10_000 + next(self._count), kind: content}
        signed = {"X-Telegram-Bot-Api-Secret-Token": self.secret}
        return Post(json.dumps(body).encode(), {**signed, "Content-Type": "application/json"})

    def message(
        self, content: dict[str, Any], chat: int = 1111111, update: int | None = None
    ) -> Post:
        """A message of any content in a private chat."""
        return self.post("message", {**_about(chat), "from": _person(chat), **content}, update)

    def text(self, text: str, chat: int = 1111111, update: int | None = None) -> Post:
        """What somebody writes."""
        return self.message({"text": text}, chat, update)

    def pressed(self, data: str, title: str = "按鈕", chat: int = 1111111) -> Post:
        """A button under a message of ours."""
        id_ = f"4382bfdwdsb{next(self._count)}"
        self._callbacks.add(id_)
        keyboard = {"inline_keyboard": [[{"text": title, "callback_data": data}]]}
        under = {**_about(chat), "text": "?", "reply_markup": keyboard}
        query = {"id": id_, "from": _person(chat), "message": under, "chat_instance": "-1"}
        return self.post("callback_query", {**query, "data": data})


def _about(chat: int) -> dict[str, Any]:
    who = {"id": chat, "type": "private", "first_name": "Chan"}
    return {"message_id": 1365, "date": 1441645532, "chat": who}


def _person(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Chan", "language_code": "zh-hant"}


async def _parameters(request: web.Request) -> dict[str, Any]:
    """From the query, JSON, a form or a form with files; a file is its bytes."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        given |= await request.json()
    else:
        for name, value in (await request.post()).items():
            given[name] = contents(value)
    return given
