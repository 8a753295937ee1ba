"""What the system says by itself, from `data/responses/channels.yml`, in a visitor's language."""

from __future__ import annotations

from functools import lru_cache

from opencc import OpenCC

from bot.conversations.model import Language, Reply
from bot.nlg.wording import wording


def notice(response: str, language: Language | None) -> Reply:
    """The response `response` as a message of the system."""
    language = language or "zh-HK"
    variations = wording()[response]
    written = variations[-1 if language == "en" else 0]["text"].strip()
    if language == "zh-CN":
        written = _simplified().convert(written)
    return Reply(written, language, speaker="system")


@lru_cache(maxsize=1)
def _simplified() -> OpenCC:
    return OpenCC("hk2s")
