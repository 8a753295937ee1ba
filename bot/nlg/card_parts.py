"""What several kinds of cards have in common."""

from __future__ import annotations

from typing import Any

from bot.nlg.phrases import Answer

Card = dict[str, Any]
"""Plain data for JSON, in the structure of `docs/website-api.md`."""


def joined(notes: list[str], language: str) -> str:
    """The notes that say something, in one line."""
    return ("; " if language == "en" else "；").join(note for note in notes if note)


def lines_of(text: str) -> str:
    """The lines of a text that say something, each on its own line."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def of_item(answer: Answer, label: str, name: str, text: str) -> str:
    """One note on one of several things: what sort of note, of what, and what it says."""
    return answer.phrase("common.of_item", label=label, name=name, text=text)
