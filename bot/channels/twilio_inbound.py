"""What Twilio posts for WhatsApp: one message of somebody, or what became of one of ours.

Source: Twilio, "Twilio's request to your incoming message Webhook URL", "WhatsApp Business
Platform with Twilio: API overview" and "Track the Message Status of Outbound Messages". Pure.
"""

from bot.channels.inbound_body import LONGEST_NOTE, BadBodyError, address, identity, note, text
from bot.channels.messenger import Delivery, DeliveryState, Inbound, InboundKind
from bot.channels.signatures import form_fields

Form = dict[str, str]
_LONGEST_ERROR = 255
_STATES: dict[str, DeliveryState | None] = {
    "accepted": None,
    "scheduled": None,
    "queued": None,
    "sending": None,
    "canceled": "failed",
    "sent": "sent",
    "delivered": "delivered",
    "read": "read",
    "undelivered": "failed",
    "failed": "failed",
}


def read(body: bytes) -> tuple[list[Inbound], list[Delivery]]:
    """What stands in a posted form; the first of a repeated field counts.

    An address is as Twilio writes it and wants it back: `whatsapp:+852...`, or a
    business-scoped user id in place of the number.

    Raises:
        BadBodyError: the form names no message.
    """
    form: Form = {}
    for name, value in form_fields(body):
        form.setdefault(name, value)
    id_ = identity(form, "MessageSid") or identity(form, "SmsSid")
    if not id_:
        raise BadBodyError("The form has no MessageSid.")
    status = form.get("MessageStatus") or form.get("SmsStatus") or "received"
    if status in ("received", "receiving"):
        return [_inbound(id_, form)], []
    return [], _deliveries(id_, status, form)


def _inbound(id_: str, form: Form) -> Inbound:
    sender = _sender(form)
    if not sender:
        return Inbound(id_, "", "ignored", detail="no sender")
    kind, written, button, detail = _content(form)
    if kind == "text" and not written.strip():
        kind, detail = "unsupported", note("empty", text(form, "MessageType"))
    return Inbound(id_, sender, kind, written, button, detail=detail)


def _sender(form: Form) -> str:
    """`From`; the other names of the same person when it is blank."""
    other = address(form, "WaId") or address(form, "ExternalUserId")
    return address(form, "From") or (f"whatsapp:{other}" if other else "")


def _content(form: Form) -> tuple[InboundKind, str, str | None, str]:
    """Kind, text, button and type of a message."""
    written = text(form, "Body")
    if form.get("MessageType") == "reaction":
        return "ignored", "", None, "reaction"
    for name, title in (("ButtonPayload", "ButtonText"), ("ListId", "ListTitle")):
        if option := text(form, name).strip():
            return "button", text(form, title) or written, option, name
    if form.get("NumMedia", "0").strip() not in ("", "0"):
        return "media", written, None, text(form, "MediaContentType0")[:LONGEST_NOTE]
    if form.get("Latitude"):
        return "unsupported", written, None, "location"
    return "text", written or text(form, "ButtonText"), None, ""


def _deliveries(id_: str, status: str, form: Form) -> list[Delivery]:
    state = _STATES.get(status)
    if state is None:
        return []
    return [Delivery(id_, state, _error(form, status) if state == "failed" else "")]


def _error(form: Form, status: str) -> str:
    """Code first, as `63016 Failed to send freeform message ...`; the state when none is given."""
    code = text(form, "ErrorCode") or status
    words = text(form, "ErrorMessage") or text(form, "ChannelStatusMessage")
    return f"{code} {words}".strip()[:_LONGEST_ERROR]
