"""What one message asks, decided from everything that was read in it.

The classifier says which intent the words are like; mentions and amounts say what they
are about. Here the two are brought together, for the whole message and for each clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.nlu.matcher import Mention
from bot.nlu.turn_words import CLAIM, RESET

FALLBACK = "nlu_fallback"
SEVERAL = "ask_several"
TOO_LONG = "message_too_long"
OUTSIDE = frozenset({"out_of_scope", "other_scheme"})
MONEY_INTENTS = frozenset({"calculate_grant", "revise_budget", "ask_investment"})
SMALL_TALK = frozenset(
    [
        "affirm",
        "deny",
        "unsure",
        "cancel",
        "greet",
        "thank",
        "goodbye",
        "bot_challenge",
        "ask_source",
        "ask_why",
        "ask_language",
        "ask_capabilities",
        "describe_situation",
        "revise_budget",
        "reset_budget",
    ]
)
_ASIDE = OUTSIDE | {FALLBACK, "greet", "thank"}
_ASKED_BY_NAME = (
    ("expense", "ask_expense"),
    ("technology", "ask_technology"),
    ("service", "ask_service"),
)
_ASKED_OF_MONEY = ("ask_ceiling", "ask_matching")
_LIKELY = 0.1
_DOUBTFUL = 0.3
_NEARLY = 0.7
_SURE = 0.9
_SHORT = 16
_TINY = 5
Question = tuple[str, tuple[int, ...]]


@dataclass(frozen=True)
class Limits:
    """Scope below `unclear` is asked back; a clause needs `clause` to be answered for itself.

    `bare` is how many characters beside what it names a message may have to be taken for
    a question about that thing.
    """

    unclear: float = 0.04
    clause: float = 0.2
    outside: float = 0.35
    surely_outside: float = 0.8
    bare: int = 3


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


def decide(whole: Heard, clauses: Sequence[Heard], limits: Limits) -> Decision:
    """One intent for the message; `questions` pairs intents with the indexes of clauses."""
    settled = settle(whole, limits)
    questions = _questions(clauses, limits)
    if settled.intent == "ask_expense" and settled.confidence > _SURE:
        questions = tuple(each for each in questions if each[0] != "ask_not_covered")
    outside = settled.intent in OUTSIDE and settled.confidence > limits.surely_outside
    if len(questions) > 1 and not outside:
        return Decision(SEVERAL, settled.confidence, questions)
    doubtful = settled.intent not in OUTSIDE or settled.confidence < limits.outside
    if len(questions) == 1 and settled.intent in _ASIDE and doubtful:
        return Decision(questions[0][0], settled.confidence)
    return settled


def settle(heard: Heard, limits: Limits) -> Decision:
    """The intent of one message or clause, with mentions and amounts as evidence."""
    intent = _by_evidence(heard) or heard.intent
    sure = max(heard.probability(intent), 0.0)
    if intent != heard.intent:
        return Decision(intent, sure)
    if intent in OUTSIDE or heard.scope < limits.unclear:
        unclear = intent if intent in OUTSIDE else FALLBACK
        return Decision(_by_mention(heard, limits) or _by_claim(heard, unclear), sure)
    return Decision(intent, sure)


def _by_evidence(heard: Heard) -> str | None:
    return (
        _by_scheme(heard)
        or _by_money(heard)
        or _by_silence(heard)
        or _by_wording(heard)
        or _by_doubt(heard)
    )


def _by_scheme(heard: Heard) -> str | None:
    return "other_scheme" if heard.names("other_scheme") else None


def _by_money(heard: Heard) -> str | None:
    if heard.lines > 1 and heard.intent not in MONEY_INTENTS:
        return "calculate_grant"
    if heard.amounts and heard.intent in ("out_of_scope", "describe_situation"):
        likely = max(heard.probability(intent) for intent in MONEY_INTENTS)
        if likely > heard.probability(heard.intent) / 4 or heard.lines:
            return "calculate_grant"
    return None


def _by_silence(heard: Heard) -> str | None:
    """A named expense is looked up, unless what is asked of it is named as a silence."""
    silent = "ask_not_covered" in heard.topic_intents
    if heard.intent == "ask_not_covered" and heard.names("expense") and not silent:
        return "ask_expense" if heard.probability("ask_expense") > _LIKELY else None
    return None


def _by_wording(heard: Heard) -> str | None:
    """Two intents that need more than a likeness: nothing is cleared or begun by mistake."""
    if heard.intent == "reset_budget" and not RESET.search(heard.text):
        return FALLBACK
    makes = heard.names("product") or heard.names("industry")
    if heard.intent == "describe_situation" and makes and len(heard.mentions) == 1:
        return "request_recommendation" if len(heard.text) < _SHORT else None
    return None


def _by_doubt(heard: Heard) -> str | None:
    """Between intents that are hardly likelier than others, a named expense decides."""
    sure = heard.probability(heard.intent)
    if heard.intent in OUTSIDE or sure > _DOUBTFUL or not heard.names("expense"):
        return None
    return "ask_expense" if heard.probability("ask_expense") > sure * _NEARLY else None


def _by_mention(heard: Heard, limits: Limits) -> str | None:
    """What a message asks that is little more than the name of a thing."""
    named = sum(mention.end - mention.start for mention in heard.mentions)
    if heard.names("other_scheme") or len(heard.text.strip()) - named > limits.bare:
        return None
    for type_, intent in _ASKED_BY_NAME:
        if heard.names(type_):
            return intent
    return heard.topic_intents[0] if heard.topic_intents else None


def _by_claim(heard: Heard, unclear: str) -> str:
    """Whether something can be claimed is answered also for things that nobody lists."""
    claims = unclear == FALLBACK and CLAIM.search(heard.text)
    return "ask_expense" if claims else unclear


def _questions(clauses: Sequence[Heard], limits: Limits) -> tuple[Question, ...]:
    """The different intents of the clauses, each with all the clauses that have it."""
    found: dict[str, list[int]] = {}
    for index, clause in enumerate(clauses):
        settled = settle(clause, replace(limits, unclear=limits.clause))
        if _asks(clause, settled.intent):
            found.setdefault(settled.intent, []).append(index)
    _join_money(found, clauses)
    return tuple((intent, tuple(places)) for intent, places in found.items())


def _asks(clause: Heard, intent: str) -> bool:
    says_little = not clause.mentions and not clause.amounts and len(clause.text) < _TINY
    return intent not in SMALL_TALK | OUTSIDE | {FALLBACK} and not says_little


def _join_money(found: dict[str, list[int]], clauses: Sequence[Heard]) -> None:
    """Amounts and what is asked of them are one question, however many clauses they fill."""
    stated = [place for place, clause in enumerate(clauses) if clause.amounts]
    asked = [
        intent
        for intent, places in found.items()
        if intent in MONEY_INTENTS or (intent in _ASKED_OF_MONEY and not set(places) & set(stated))
    ]
    if not stated or not asked:
        return
    expenses = [place for place in found.pop("ask_expense", []) if place not in stated]
    for intent in asked:
        del found[intent]
    money = next((intent for intent in asked if intent in MONEY_INTENTS), "calculate_grant")
    found[money] = stated
    if expenses:
        found["ask_expense"] = expenses
