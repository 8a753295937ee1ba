"""What becomes of everyday speech of a public corpus, which asks the advisor nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.evaluation.intents import DECLINES
from bot.evaluation.sets import Reading
from bot.evaluation.shares import Share

CHAT = frozenset({"affirm", "deny", "unsure", "thank", "greet", "goodbye", "cancel"})
"""What somebody may well be doing in a corpus of conversations too."""


@dataclass(frozen=True)
class Speech:
    """Of the utterances: declined or asked back, taken for conversation, answered."""

    declined: Share
    chat: Share
    answered: Share
    answers: tuple[tuple[str, int], ...]


def judge_speech(readings: Iterable[Reading]) -> Speech:
    """Wrong is only what is answered with something else than conversation."""
    decided = [str(reading["intent"]["name"]) for reading in readings]
    answers = Counter(intent for intent in decided if intent not in DECLINES | CHAT)
    return Speech(
        declined=Share.of(intent in DECLINES for intent in decided),
        chat=Share.of(intent in CHAT for intent in decided),
        answered=Share(answers.total(), len(decided)),
        answers=tuple(sorted(answers.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
