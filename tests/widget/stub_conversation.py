"""What the double of the website channel remembers: conversations and what was said in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

Message = dict[str, Any]


class Conversation:
    """One conversation, its messages in the form of the API."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.said: list[Message] = []
        self.working = False

    def add(self, sender: str, text: str, **more: Any) -> int:
        message = {
            "seq": len(self.said) + 1,
            "from": sender,
            "name": None,
            "at": datetime.now(timezone.utc).isoformat(),
            "text": text,
            "language": None if sender == "visitor" else "zh-HK",
            "id": None,
            "reply_to": None,
            "buttons": [],
            "card": None,
            "feedback": None,
        }
        self.said.append({**message, **more})
        return message["seq"]

    def take(self, body: Message) -> int | None:
        """Store what a visitor sends, once for each id; nothing for a button that is not there."""
        known = [each["seq"] for each in self.said if each["id"] == body["id"]]
        if known:
            return known[0]
        if "button" not in body:
            return self.add("visitor", body["text"], id=body["id"])
        message, index = body["button"]["message"], body["button"]["index"]
        buttons = self.said[message - 1]["buttons"] if message <= len(self.said) else []
        if index >= len(buttons):
            return None
        return self.add("visitor", buttons[index]["title"], id=body["id"])

    def is_answered(self, seq: int) -> bool:
        return any(each["reply_to"] == seq for each in self.said)

    def parts(self, cursor: int) -> Iterator[bytes]:
        """Everything after a cursor and the state, as parts of a stream."""
        for message in self.said[cursor:]:
            yield f"id: {message['seq']}\nevent: message\ndata: {json.dumps(message)}\n\n".encode()
        yield f"event: state\ndata: {json.dumps({'working': self.working})}\n\n".encode()


class Conversations:
    """Those that the double knows, by their tokens."""

    def __init__(self) -> None:
        self.known: dict[str, Conversation] = {}
        self.made = 0

    def open(self) -> str:
        self.made += 1
        token = f"token-{self.made}"
        self.known[token] = Conversation(token)
        return token

    def of(self, token: str) -> Conversation | None:
        return self.known.get(token)

    def newest(self) -> Conversation:
        return list(self.known.values())[-1]

    def forget(self) -> None:
        self.known.clear()
