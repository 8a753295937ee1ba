"""A fake of Meta's WhatsApp Cloud API: `async with running(Meta()) as meta`."""

import hashlib
import hmac
import itertools
import json
from typing import Any

import aiohttp
from aiohttp import web

from tests.providers.meta_rules import ERRORS, broken_read_rule, broken_rule, error
from tests.providers.server import Fault, Rejected, Sent, answered, contents
from tests.providers.statuses import ReportingServer
from tests.providers.webhooks import Post

PNG, JPEG, LARGEST_IMAGE = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", 5 * 1024**2


class Meta(ReportingServer):
    """`others` holds read marks, typing indicators and uploads."""

    def __init__(
        self, app_secret: str = "app secret", token: str = "token", phone_number_id: str = "1065"
    ) -> None:
        super().__init__()
        self.app_secret, self.token, self.phone_number_id = app_secret, token, phone_number_id
        self.media: dict[str, bytes] = {}
        self._count = itertools.count(1)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post(r"/{version:v\d+\.\d+}/{number}/messages", self._messages),
            web.post(r"/{version:v\d+\.\d+}/{number}/media", self._upload),
        ]

    async def is_message(self, request: web.Request) -> bool:
        return request.path.endswith("/messages") and b'"status"' not in await request.read()

    def words(self, sent: Sent) -> str:
        interactive = sent.body.get("interactive", {}).get("body", {}).get("text", "")
        caption = sent.body.get("image", {}).get("caption", "")
        return sent.body.get("text", {}).get("body", "") or interactive or caption

    def _refused(self, request: web.Request) -> web.Response | None:
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return error(190)
        if request.match_info["number"] != self.phone_number_id:
            return error(100, f"Object with ID '{request.match_info['number']}' does not exist")
        return None

    async def _messages(self, request: web.Request) -> web.Response:
        refused = self._refused(request)
        if refused is not None:
            return refused
        body = await _json(request)
        if isinstance(body, dict) and "status" in body:
            return self._mark_read(body)
        broken = broken_rule(body) or self._unknown_image(body)
        if broken:
            self.rejected.append(Rejected(broken[1], body))
            return error(*broken)
        to = body.get("to") or body["recipient"]
        if to in self.refusals:
            return error(self.refusals[to])
        return self._taken(to.removeprefix("+"), body)

    def _taken(self, to: str, body: dict[str, Any]) -> web.Response:
        id_ = f"wamid.HBgL{next(self._count):016d}AA=="
        self.take(Sent(id_, to, body))
        who = {"wa_id": to} if "to" in body else {"user_id": to}
        return web.json_response(
            {
                "messaging_product": "whatsapp",
                "contacts": [{"input": to, **who}],
                "messages": [{"id": id_}],
            }
        )

    def _mark_read(self, body: dict[str, Any]) -> web.Response:
        broken = broken_read_rule(body)
        if broken:
            self.rejected.append(Rejected(broken[1], body))
            return error(*broken)
        self.others.append(("typing" if "typing_indicator" in body else "read", body))
        return web.json_response({"success": True})

    def _unknown_image(self, body: dict[str, Any]) -> tuple[int, str] | None:
        id_ = body.get("image", {}).get("id")
        return (
            (131009, f"image.id: {id_} was not uploaded") if id_ and id_ not in self.media else None
        )

    async def _upload(self, request: web.Request) -> web.Response:
        refused = self._refused(request)
        if refused is not None:
            return refused
        form = {name: contents(value) for name, value in (await request.post()).items()}
        data = form.get("file", b"")
        is_image = isinstance(data, bytes) and data.startswith((PNG, JPEG))
        if form.get("messaging_product") != "whatsapp" or not is_image:
            self.rejected.append(Rejected("media: messaging_product and a PNG or JPEG file"))
            return error(100, "(#100) Param file must be a file with one of the image types")
        if len(data) > LARGEST_IMAGE:
            self.rejected.append(Rejected("media: 5 MB"))
            return error(131009, "Media file size too big. Max file size is 5 MB")
        id_ = f"{next(self._count)}003383421387256"
        self.media[id_] = data
        self.others.append(("media", {"id": id_}))
        return web.json_response({"id": id_})

    def failing(self, code: int, after: int | None = None) -> Fault:
        """For `next`: the error `code`, with a Retry-After in seconds when `after` is given."""
        return answered(lambda: error(code, after=after))

    async def challenge(self, url: str, verify_token: str, challenge: str = "1158201444") -> Any:
        """Verify a webhook as the App Dashboard does: status and text of the answer."""
        asked = {"hub.mode": "subscribe", "hub.verify_token": verify_token}
        async with (
            aiohttp.ClientSession() as session,
            session.get(url, params={**asked, "hub.challenge": challenge}) as answer,
        ):
            return answer.status, await answer.text()

    def post(self, *values: dict[str, Any]) -> Post:
        """A signed webhook of one or several changes of `messages`."""
        changes = [{"field": "messages", "value": {**self._about(), **each}} for each in values]
        entry = [{"id": "102290129340398", "changes": changes}]
        body = json.dumps({"object": "whatsapp_business_account", "entry": entry}).encode()
        computed = hmac.new(self.app_secret.encode(), body, hashlib.sha256).hexdigest()
        signed = {"X-Hub-Signature-256": f"sha256={computed}", "Content-Type": "application/json"}
        return Post(body, signed)

    def text(self, text: str, sender: str = "85251234567", id_: str | None = None) -> Post:
        """What somebody writes; `sender` is a number or a business-scoped user id."""
        return self.message({"type": "text", "text": {"body": text}}, sender, id_)

    def pressed(self, button: str, title: str, sender: str = "85251234567") -> Post:
        reply = {"type": "button_reply", "button_reply": {"id": button, "title": title}}
        return self.message({"type": "interactive", "interactive": reply}, sender)

    def message(
        self, content: dict[str, Any], sender: str = "85251234567", id_: str | None = None
    ) -> Post:
        """A message of any content: its `type` and what stands under that name."""
        id_ = id_ or f"wamid.IN{next(self._count):016d}=="
        number = {} if "." in sender else {"wa_id": sender}
        person = {"profile": {"name": "Chan"}, "user_id": _user_id(sender), **number}
        about = {"id": id_, "timestamp": "1749416383", "from_user_id": _user_id(sender)}
        sent_by = {"from": sender} if number else {}
        return self.post({"contacts": [person], "messages": [{**about, **sent_by, **content}]})

    def status(self, sent: Sent, state: str, code: int | None = None) -> Post:
        report: dict[str, Any] = {"id": sent.id, "status": state, "timestamp": "1750263773"}
        if code is not None:
            _, title, details = ERRORS[code]
            reason = {"code": code, "title": title, "message": title}
            report["errors"] = [{**reason, "error_data": {"details": details}}]
        return self.post({"statuses": [{**report, "recipient_id": sent.to}]})

    def _about(self) -> dict[str, Any]:
        ours = {"display_phone_number": "15550783881", "phone_number_id": self.phone_number_id}
        return {"messaging_product": "whatsapp", "metadata": ours}


def _user_id(sender: str) -> str:
    return sender if "." in sender else f"HK.9{sender}"


async def _json(request: web.Request) -> Any:
    if request.content_type != "application/json":
        return None
    try:
        return json.loads(await request.read())
    except ValueError:
        return None
