"""Parts as requests of Twilio's Messages resource, for WhatsApp through Twilio."""

from __future__ import annotations

from bot.channels.messenger import Part
from bot.channels.provider_request import ProviderRequest

_WHATSAPP = "whatsapp:"


def send(
    account_sid: str, sender: str, address: str, part: Part, status_callback: str = ""
) -> ProviderRequest:
    """A message from one WhatsApp number to another; the text is all that is sent.

    Twilio fetches pictures from a public address, and has buttons in templates only.
    `status_callback` is our address that hears what became of the message.
    """
    form = {"From": _number(sender), "To": _number(address), "Body": part.text}
    if status_callback:
        form["StatusCallback"] = status_callback
    return ProviderRequest(f"/2010-04-01/Accounts/{account_sid}/Messages.json", form=form)


def _number(address: str) -> str:
    return _WHATSAPP + address.removeprefix(_WHATSAPP)
