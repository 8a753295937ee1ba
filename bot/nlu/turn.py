"""What one message asks, decided from everything that was read in it.

The classifier says which intent the words are like; mentions and amounts say what they
are about. Here the two are brought together, for the whole message and for each clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.nlu.matcher import Mention

FALLBACK = "nlu_fallback"
SEVERAL = "ask_several"
TOO_LONG = "message_too_long"
OUTSIDE = frozenset({"out_of_scope", "other_scheme"})
MONEY_INTENTS = frozenset({"calculate_grant", "revise_budget", "ask_investment"})
SMALL_TALK = frozenset(
    ["affirm", "deny", "unsure", "cancel", "greet", "thank", "goodbye", "bot_challenge", "ask_source", "ask_why", "ask_language", "ask_capabilities", "describe_situation", "revise_budget", "reset_budget"]
)
_QUESTION = re.compile(
    r"[?？]|[嗎吗咩呢麼么]|唔|不|點|点|幾|几|邊|边|哪|多少|什|乜|誰|谁|如何|怎|可以|可否|能否|會否"
    r"|\b(?:what|how|who|when|where|which|can|could|does|do|is|are|may|will|should)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Limits:
    """Scope below `unclear` is not answered but asked back; `clause` is for clauses."""

    unclear: float = 0.18
    clause: float = 0.35
    outside: float = 0.5


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
    questions: tuple[tuple[str, int], ...] = ()


def decide(whole: Heard, clauses: Sequence[Heard], limits: Limits) -> Decision:
    """One intent for the message; `questions` pairs intents with indexes of clauses."""
    settled = settle(whole, limits)
    questions = _questions(clauses, limits)
    if len(questions) > 1 and _several(settled, questions):
        return Decision(SEVERAL, settled.confidence, questions)
    if len(questions) == 1 and settled.intent in (FALLBACK, *OUTSIDE):
        if settled.intent == FALLBACK or whole.probability(settled.intent) < limits.outside:
            return Decision(questions[0][0], settled.confidence)
    return settled


def settle(heard: Heard, limits: Limits) -> Decision:
    """The intent of one message or clause, with mentions and amounts as evidence."""
    intent = _by_scheme(heard) or _by_money(heard) or heard.intent
    if intent != heard.intent:
        return Decision(intent, max(heard.probability(intent), limits.unclear))
    sure = heard.ranking[0][1] if heard.ranking else 0.0
    if intent in OUTSIDE or heard.scope >= limits.unclear:
        return Decision(_by_mention_when_doubtful(heard, limits) or intent, sure)
    return Decision(_by_mention(heard) or FALLBACK, sure)


def _by_scheme(heard: Heard) -> str | None:
    named = heard.names("other_scheme")
    covered = ("ask_larger_projects", "ask_training_scheme", "ask_existing_lines")
    return "other_scheme" if named and heard.intent not in covered else None


def _by_money(heard: Heard) -> str | None:
    if heard.lines > 1 and heard.intent not in MONEY_INTENTS:
        return "calculate_grant"
    if heard.amounts and heard.intent in ("out_of_scope", FALLBACK, "describe_situation"):
        likely = max(heard.probability(intent) for intent in MONEY_INTENTS)
        if likely > heard.probability(heard.intent) / 4 or heard.lines:
            return "calculate_grant"
    return None


def _by_mention_when_doubtful(heard: Heard, limits: Limits) -> str | None:
    if heard.intent != "out_of_scope" or heard.probability("out_of_scope") > limits.outside:
        return None
    return _by_mention(heard)


def _by_mention(heard: Heard) -> str | None:
    if heard.names("expense"):
        return "ask_expense"
    for type_, intent in (("technology", "ask_technology"), ("service", "ask_service")):
        if heard.names(type_):
            return intent
    return heard.topic_intents[0] if heard.topic_intents else None


def _questions(clauses: Sequence[Heard], limits: Limits) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for index, clause in enumerate(clauses):
        settled = settle(clause, replace(limits, unclear=limits.clause))
        asks = settled.intent not in SMALL_TALK | OUTSIDE | {FALLBACK}
        if asks and settled.intent not in found:
            found[settled.intent] = index
    if MONEY_INTENTS & set(found):
        found.pop("ask_expense", None)
    return tuple(found.items())


def _several(settled: Decision, questions: Sequence[tuple[str, int]]) -> bool:
    return settled.intent not in OUTSIDE | {"request_recommendation", "ask_not_covered"}


def is_question(text: str) -> bool:
    """Whether a text has the look of a question, in any of the languages."""
    return bool(_QUESTION.search(text))
