"""What was heard in one message or clause, what is decided from it, and by which limits."""

from __future__ import annotations

from dataclasses import dataclass

from bot.nlu.matcher import Mention

FALLBACK = "nlu_fallback"
SEVERAL = "ask_several"
TOO_LONG = "message_too_long"
OUTSIDE = frozenset({"out_of_scope", "other_scheme"})
MONEY_INTENTS = frozenset({"calculate_grant", "revise_budget", "ask_investment"})
Question = tuple[str, tuple[int, ...]]


@dataclass(frozen=True)
class Limits:
    """Where one decision ends and the next begins; ADR 0007 shows how they were chosen.

    Scope below `unclear` is asked back, below `unnamed` when nothing is named and no intent
    stands out. A clause asks for itself from scope `clause` and probability `heard` on, one
    without the look of a question from `loud` on. An intent outside is beyond doubt above
    `surely_outside`, and weak below `outside`. `bare` is how many characters beside what it
    names a message may have to be taken for a question about that thing. A second intent at
    least `rival` times as likely as the first is answered too. A message taken for one outside
    is asked by its one clause when its scope is above `rescue`.
    """

    unclear: float = 0.05
    unnamed: float = 0.15
    clause: float = 0.3
    heard: float = 0.5
    loud: float = 0.9
    outside: float = 0.35
    surely_outside: float = 0.6
    bare: int = 3
    rival: float = 0.6
    rescue: float = -0.05


@dataclass(frozen=True)
class Heard:
    """One message or clause as read; `lines` counts the budget lines with an amount."""

    text: str
    ranking: tuple[tuple[str, float], ...]
    scope: float
    mentions: tuple[Mention, ...] = ()
    topic_intents: tuple[str, ...] = ()
    amounts: int = 0
    lines: int = 0

    @property
    def intent(self) -> str:
        return self.ranking[0][0] if self.ranking else FALLBACK

    def probability(self, intent: str) -> float:
        return next((value for name, value in self.ranking if name == intent), 0.0)

    def names(self, type_: str) -> list[str]:
        """The ids of the entries of a type that are mentioned, each once."""
        found = (mention.of(type_) for mention in self.mentions)
        return list(dict.fromkeys(id_ for id_ in found if id_))


@dataclass(frozen=True)
class Decision:
    """The intent of a message, how sure, and its questions when there are several."""

    intent: str
    confidence: float
    questions: tuple[Question, ...] = ()
