"""What every reading of a body keeps to, whatever the body was."""

from collections.abc import Callable
from typing import get_args

from bot.channels.inbound_body import BadBodyError
from bot.channels.messenger import Delivery, DeliveryState, Inbound, InboundKind


def is_kept_for(read: Callable[[bytes], tuple[list[Inbound], list[Delivery]]], body: bytes) -> None:
    """Read a body that may be anything: events that can be stored and answered, or BadBodyError."""
    try:
        inbound, deliveries = read(body)
    except BadBodyError:
        return
    for each in inbound:
        _can_be_stored(each.provider_id, each.address, each.text, each.button or "", each.detail)
        _fits(each)
        assert each.kind in get_args(InboundKind)
        assert each.kind == "ignored" or (each.provider_id and each.address)
        assert (each.kind == "button") == bool(each.button)
        assert each.kind != "text" or each.text.strip()
    for delivery in deliveries:
        _can_be_stored(delivery.provider_id, delivery.error)
        assert delivery.state in get_args(DeliveryState)
        assert delivery.provider_id
        assert len(delivery.error) <= 255


def _can_be_stored(*texts: str) -> None:
    for text in texts:
        assert "\0" not in text
        text.encode("utf-8")


def _fits(each: Inbound) -> None:
    """The columns of the database; Telegram's detail is `callback:` and an id."""
    assert len(each.provider_id) <= 128
    assert len(each.address) <= 255
    assert len(each.detail) <= 140
