"""A program that talks with the advisor as docs/website-api.md says."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from typing_extensions import Self

LONGEST_WAIT = 60


def new_id() -> str:
    return uuid.uuid4().hex


class Client:
    """One session, perhaps none yet; any number of threads may use it."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client(
            base_url=f"{address}/webhooks/website",
            trust_env=False,
            timeout=LONGEST_WAIT,
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    @property
    def token(self) -> str:
        return self.http.headers["Authorization"].removeprefix("Bearer ")

    @token.setter
    def token(self, token: str) -> None:
        self.http.headers["Authorization"] = f"Bearer {token}"

    def opens(self) -> httpx.Response:
        """Ask for a conversation; an old one is closed by that."""
        response = self.http.post("/sessions", json={"language": "zh-HK"})
        self.token = response.raise_for_status().json()["session"]
        return response

    def says(self, text: str, id_: str | None = None) -> httpx.Response:
        return self.posts({"id": id_ or new_id(), "text": text, "language": "zh-HK"})

    def posts(self, body: Any) -> httpx.Response:
        return self.http.post("/messages", json=body)

    def news(self, after: int = 0) -> dict[str, Any]:
        return self.http.get("/messages", params={"after": after}).raise_for_status().json()

    def asks(self, text: str) -> list[dict[str, Any]]:
        """Say something; the answer."""
        seq = self.says(text).raise_for_status().json()["seq"]
        return [each for each in self.settled() if each["reply_to"] == seq]

    def settled(self) -> list[dict[str, Any]]:
        """The whole conversation, once everything in it is answered."""
        deadline = time.monotonic() + LONGEST_WAIT
        while (news := self.news())["state"]["working"]:
            assert time.monotonic() < deadline, "no answer"
            time.sleep(0.05)
        return news["messages"]

    @contextmanager
    def listens(self, after: int | None = None) -> Iterator[Iterator[tuple[str, str | None, Any]]]:
        """The stream of events: name, id and data of each."""
        headers = {} if after is None else {"Last-Event-ID": str(after)}
        with self.http.stream("GET", "/events", headers=headers) as response:
            assert response.headers["Content-Type"].startswith("text/event-stream")
            yield _events(response.raise_for_status().iter_lines())


def _events(lines: Iterator[str]) -> Iterator[tuple[str, str | None, Any]]:
    event: dict[str, str] = {}
    for line in lines:
        if line.startswith(":"):
            continue
        if line:
            name, _, value = line.partition(": ")
            event[name] = value
        elif event:
            yield event["event"], event.get("id"), json.loads(event["data"])
            event = {}
