"""Rows of the tables into messages and back."""

from dataclasses import asdict, fields
from typing import Any

from sqlalchemy.engine import Row

from bot.conversations.model import Button, Message, Reply

_FIELDS = tuple(each.name for each in fields(Message) if each.name != "buttons")


def to_message(row: Row) -> Message:
    """One row of the table `messages`."""
    columns = row._mapping
    buttons = tuple(Button(**button) for button in columns["buttons"])
    return Message(**{name: columns[name] for name in _FIELDS}, buttons=buttons)


def reply_row(reply: Reply) -> dict[str, Any]:
    """The columns that a reply fills."""
    return asdict(reply) | {"buttons": [asdict(button) for button in reply.buttons]}
