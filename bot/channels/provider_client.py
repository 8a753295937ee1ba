"""Sending requests to a provider: what happened, never an exception of the network."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import httpx

from bot.channels.provider_request import ProviderRequest

logger = logging.getLogger(__name__)
logging.getLogger("httpx").setLevel(logging.WARNING)  # it logs every address, and a token with it
SECONDS = 20.0


@dataclass(frozen=True)
class Answer:
    """A provider's answer; `status` is 503 when there was none."""

    status: int
    body: str = ""
    retry_after: str = ""


class ProviderClient:
    """One provider's API at `url`."""

    def __init__(
        self, url: str, headers: dict[str, str] | None = None, auth: tuple[str, str] | None = None
    ) -> None:
        """Take the address below which requests go, and how to prove who sends them."""
        self._url, self._headers, self._auth = url.rstrip("/"), headers or {}, auth
        self._http: httpx.AsyncClient

    def open(self) -> None:
        """Get ready, in the event loop that sends."""
        self._http = httpx.AsyncClient(headers=self._headers, auth=self._auth, timeout=SECONDS)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()

    async def post(self, request: ProviderRequest) -> Answer:
        """Send one request; the address is never logged, since it may hold a token."""
        try:
            answer = await self._http.post(
                self._url + request.path,
                json=request.json,
                data=request.form,
                files=request.files or None,
            )
        except httpx.HTTPError as error:
            logger.warning("A provider cannot be reached: %s", type(error).__name__)
            return Answer(httpx.codes.SERVICE_UNAVAILABLE)
        return Answer(answer.status_code, answer.text, answer.headers.get("Retry-After", ""))
