"""The intent of one message or clause, with what it names and counts as evidence."""

from __future__ import annotations

from bot.nlu.heard import FALLBACK, MONEY_INTENTS, OUTSIDE, Decision, Heard, Limits
from bot.nlu.turn_words import CLAIM, RESET

_ASKED_BY_NAME = (
    ("expense", "ask_expense"),
    ("technology", "ask_technology"),
    ("service", "ask_service"),
)
_OF_SCHEMES = frozenset(
    {"ask_not_covered", "ask_existing_lines", "ask_larger_projects", "ask_training_scheme"}
)
_LIKELY = 0.1
_DOUBTFUL = 0.3
_LIKELIER = 0.4
_NEARLY = 0.7
_SHORT = 16


def settle(heard: Heard, limits: Limits) -> Decision:
    """The intent of one message or clause, with mentions and amounts as evidence."""
    intent = _by_scheme(heard) or _by_money(heard)
    if intent is None:
        likely = _by_silence(heard) or _by_wording(heard) or _by_doubt(heard) or heard.intent
        intent = likely if _is_clear(heard, limits) else _by_name(heard, limits)
    return Decision(intent, heard.probability(intent))


def _is_clear(heard: Heard, limits: Limits) -> bool:
    told = heard.mentions or heard.amounts or heard.probability(heard.intent) > _LIKELIER
    least = limits.unclear if told else max(limits.unclear, limits.unnamed)
    return heard.intent not in OUTSIDE and heard.scope >= least


def _by_name(heard: Heard, limits: Limits) -> str:
    """What an unclear message is about, if it is little more than a name or asks for money."""
    if heard.intent in OUTSIDE and heard.probability(heard.intent) > limits.surely_outside:
        return heard.intent
    unclear = heard.intent if heard.intent in OUTSIDE else FALLBACK
    return _by_mention(heard, limits) or _by_claim(heard, unclear)


def _by_scheme(heard: Heard) -> str | None:
    """A scheme that is named is what is asked about, unless it is asked beside this one."""
    named = heard.names("other_scheme")
    beside = heard.intent in _OF_SCHEMES and heard.probability(heard.intent) > _DOUBTFUL
    return "other_scheme" if named and not beside else None


def _by_money(heard: Heard) -> str | None:
    if heard.lines > 1 and heard.intent not in MONEY_INTENTS:
        return "calculate_grant"
    if heard.amounts and heard.intent in ("out_of_scope", "describe_situation"):
        likely = max(heard.probability(intent) for intent in MONEY_INTENTS)
        if likely > heard.probability(heard.intent) / 2 or heard.lines:
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
    sure = heard.probability(heard.intent) > _NEARLY
    if heard.intent == "reset_budget" and not sure and not RESET.search(heard.text):
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
