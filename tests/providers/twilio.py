"""A fake of Twilio's messaging API for WhatsApp: `async with running(Twilio(...)) as twilio`."""

import base64
import hashlib
import hmac
import itertools
from typing import Any
from urllib.parse import parse_qsl, urlencode

import aiohttp
from aiohttp import BasicAuth, web

from tests.providers.server import Fault, Rejected, Sent, answered
from tests.providers.statuses import ReportingServer
from tests.providers.twilio_rules import ERRORS, broken_rule, error
from tests.providers.webhooks import Post

ACCOUNT = "AC00000000000000000000000000000001"
IMAGES, LARGEST_IMAGE = ("image/png", "image/jpeg"), 5 * 1024**2


class Twilio(ReportingServer):
    """`public_url` is the one that is entered at Twilio, and signed; requests go to `webhook`.

    A message that names a StatusCallback is reported under a signature for that URL. A MediaUrl
    is fetched as Twilio does; `others` holds typing indicators and pictures.
    """

    def __init__(
        self,
        public_url: str = "https://advisor.example.hk/webhooks/twilio",
        token: str = "auth token",
        number: str = "whatsapp:+14155238886",
    ) -> None:
        super().__init__()
        self.public_url, self.token, self.number = public_url, token, number
        self._count = itertools.count(1)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/2010-04-01/Accounts/{account}/Messages.json", self._messages),
            web.post("/v2/Indicators/Typing.json", self._typing),
        ]

    async def is_message(self, request: web.Request) -> bool:
        return request.path.endswith("/Messages.json")

    def words(self, sent: Sent) -> str:
        return sent.body.get("Body", "")

    def _is_known(self, request: web.Request) -> bool:
        try:
            given = BasicAuth.decode(request.headers.get("Authorization", ""))
        except ValueError:
            return False
        return given == BasicAuth(ACCOUNT, self.token)

    async def _messages(self, request: web.Request) -> web.Response:
        if not self._is_known(request):
            return error(20003)
        if request.match_info["account"] != ACCOUNT:
            return error(20404)
        fields = parse_qsl(await request.text(), keep_blank_values=True)
        form = dict(fields)
        broken = broken_rule(fields) or await self._broken_media(form)
        if form.get("From") != self.number:
            broken = broken or (21212, "From is not our number")
        if broken:
            self.rejected.append(Rejected(broken[1], form))
            return error(broken[0])
        if form["To"] in self.refusals:
            return error(self.refusals[form["To"]])
        return self._taken(form)

    def _taken(self, form: dict[str, str]) -> web.Response:
        id_ = f"SM{next(self._count):032x}"
        self.take(Sent(id_, form["To"], form))
        resource: dict[str, Any] = {"sid": id_, "account_sid": ACCOUNT, "status": "queued"}
        resource |= {"to": form["To"], "from": form["From"], "body": form.get("Body", "")}
        resource |= {"error_code": None, "error_message": None, "num_segments": "1"}
        return web.json_response(resource, status=201)

    async def _broken_media(self, form: dict[str, str]) -> tuple[int, str] | None:
        url = form.get("MediaUrl", "")
        if not url.startswith("http://127.0.0.1"):
            return None
        async with aiohttp.ClientSession() as session, session.get(url) as answer:
            data = await answer.read()
            if answer.status != 200 or answer.content_type not in IMAGES:
                return 21620, f"MediaUrl answers {answer.status} {answer.content_type}"
        self.others.append(("media", {"url": url, "data": data}))
        return (21620, "MediaUrl: over 5 MB") if len(data) > LARGEST_IMAGE else None

    async def _typing(self, request: web.Request) -> web.Response:
        if not self._is_known(request):
            return error(20003)
        form = dict(parse_qsl(await request.text()))
        if set(form) != {"messageId", "channel"} or form["channel"] != "whatsapp":
            self.rejected.append(Rejected("typing: messageId and channel=whatsapp", form))
            return error(20001)
        self.others.append(("typing", form))
        return web.json_response({"success": True})

    def failing(self, code: int, after: int | None = None) -> Fault:
        """For `next`: the error `code`, with a Retry-After in seconds when `after` is given."""
        return answered(lambda: error(code, after))

    def post(self, fields: dict[str, str], url: str | None = None) -> Post:
        """A signed webhook to `url`, or to the public one."""
        signed = (url or self.public_url) + "".join(f"{k}{v}" for k, v in sorted(fields.items()))
        computed = hmac.new(self.token.encode(), signed.encode(), hashlib.sha1).digest()
        headers = {
            "X-Twilio-Signature": base64.b64encode(computed).decode(),
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        }
        return Post(urlencode(fields).encode(), headers)

    def message(self, sender: str = "+85251234567", **fields: str) -> Post:
        """What somebody sends; `sender` is a number with its `+` or a business-scoped user id."""
        id_ = f"SM{next(self._count):031x}f"
        ids = {"MessageSid": id_, "SmsSid": id_, "SmsMessageSid": id_, "AccountSid": ACCOUNT}
        who = {"From": f"whatsapp:{sender}", "To": self.number, "ProfileName": "Chan", "WaId": ""}
        usual = {"Body": "", "NumMedia": "0", "NumSegments": "1", "SmsStatus": "received"}
        return self.post({**ids, **who, **usual, "ApiVersion": "2010-04-01", **fields})

    def text(self, text: str, sender: str = "+85251234567", id_: str | None = None) -> Post:
        """What somebody writes."""
        ids = {"MessageSid": id_, "SmsSid": id_} if id_ else {}
        return self.message(sender, Body=text, MessageType="text", **ids)

    def status(self, sent: Sent, state: str, code: int | None = None) -> Post:
        fields = {"MessageSid": sent.id, "SmsSid": sent.id, "AccountSid": ACCOUNT}
        fields |= {"MessageStatus": state, "SmsStatus": state, "From": self.number, "To": sent.to}
        if code is not None:
            fields |= {"ErrorCode": str(code), "ErrorMessage": ERRORS[code][1]}
        return self.post(fields, sent.body.get("StatusCallback"))
