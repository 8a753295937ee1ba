"""What one message asks, decided from everything that was read in it.

The classifier says which intent the words are like; mentions and amounts say what they
are about. Here the two are brought together, for the whole message and for each clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.nlu.heard import (
    FALLBACK,
    MONEY_INTENTS,
    OUTSIDE,
    SEVERAL,
    Decision,
    Heard,
    Limits,
    Question,
)
from bot.nlu.turn_evidence import settle
from bot.nlu.turn_words import is_question

_ANSWERED_BESIDE = frozenset({"bot_challenge", "ask_source", "ask_language", "reset_budget"})
_SMALL_TALK = frozenset(
    {"affirm", "deny", "unsure", "cancel", "greet", "thank", "goodbye", "ask_why"}
    | {"ask_capabilities", "describe_situation", "revise_budget"}
)
_ASIDE = OUTSIDE | {FALLBACK, "greet", "thank", "goodbye", "affirm", "unsure"}
_NOT_TOLD = MONEY_INTENTS | _SMALL_TALK | _ANSWERED_BESIDE | {SEVERAL}
_ASKED_OF_MONEY = ("ask_ceiling", "ask_matching")
_SCHEMES = frozenset({"ask_training_scheme", "ask_larger_projects", "ask_existing_lines"})
_OF_ITS_OWN = frozenset(
    {"ask_ceiling", "ask_matching", "ask_launch", "ask_not_covered", "ask_investment"}
    | {"ask_overview", "ask_scheme_name", "ask_application_window", "ask_how_to_apply"}
    | {"ask_fund_size", "ask_eligibility", "ask_project_limit", "ask_administrator"}
)
_SURE = 0.9
_TINY = 5
_LETTER = 2


def decide(whole: Heard, clauses: Sequence[Heard], limits: Limits) -> Decision:
    """One intent for the message; `questions` pairs intents with the indexes of clauses.

    A question without clauses is one of the whole message. What is hardly taken for one
    outside is asked back and not declined.
    """
    settled = settle(whole, limits)
    if settled.intent in OUTSIDE and settled.confidence > limits.surely_outside:
        return settled
    questions = _questions(settled, clauses, limits)
    if len(questions) > 1:
        return Decision(SEVERAL, settled.confidence, questions)
    if len(questions) == 1 and _gives_way(whole, settled, questions[0], clauses, limits):
        return Decision(questions[0][0], settled.confidence)
    if settled.intent == "out_of_scope" and settled.confidence < limits.outside:
        return replace(settled, intent=FALLBACK)
    return _with_rival(whole, settled, limits)


def _gives_way(
    whole: Heard, settled: Decision, question: Question, clauses: Sequence[Heard], limits: Limits
) -> bool:
    """Whether a message says no more than what the one question in it asks."""
    if settled.intent not in OUTSIDE:
        return settled.intent in _ASIDE
    intent, places = question
    asked = max((clauses[place].probability(intent) for place in places), default=0.0)
    near = whole.scope > limits.rescue or asked > _SURE
    return near and settled.confidence < limits.outside


def _with_rival(whole: Heard, settled: Decision, limits: Limits) -> Decision:
    """Both of two questions that are as likely: one answer more is better than a wrong one."""
    rival, likely = whole.ranking[1] if len(whole.ranking) > 1 else ("", 0.0)
    as_likely = settled.intent == whole.intent and likely >= settled.confidence * limits.rival
    if not (as_likely and _is_told(settled.intent) and _is_told(rival)):
        return settled
    return Decision(SEVERAL, settled.confidence, ((settled.intent, ()), (rival, ())))


def _is_told(intent: str) -> bool:
    """Whether the answer is a statement, which does no harm beside another one."""
    return intent.startswith("ask_") and intent not in _NOT_TOLD


def _questions(settled: Decision, clauses: Sequence[Heard], limits: Limits) -> tuple[Question, ...]:
    """The different intents of the clauses, each with all the clauses that have it."""
    found: dict[str, list[int]] = {}
    for index, clause in enumerate(clauses):
        asked = settle(clause, replace(limits, unclear=limits.clause))
        quiet = not is_question(clause.text) or asked.intent in _ANSWERED_BESIDE
        sure = asked.confidence > (limits.loud if quiet else limits.heard)
        apart = sure and not _is_detail(asked.intent, settled)
        if (apart or asked.intent == settled.intent) and _asks(clause, asked.intent):
            found.setdefault(asked.intent, []).append(index)
    _join_money(found, clauses)
    return tuple((intent, tuple(places)) for intent, places in found.items())


def _is_detail(intent: str, settled: Decision) -> bool:
    """Whether a message about one of the other schemes asks for that scheme's ceiling and such."""
    return settled.intent in _SCHEMES and intent in _OF_ITS_OWN


def _asks(clause: Heard, intent: str) -> bool:
    named = clause.mentions or clause.amounts or clause.probability(intent) > _SURE
    says_little = not named and len(clause.text) < _TINY
    aside = _SMALL_TALK | OUTSIDE | {FALLBACK}
    return intent not in aside and not says_little and not _is_scheme_name(clause)


def _is_scheme_name(clause: Heard) -> bool:
    """Whether a clause is a name of this scheme and nothing else (「RFS」 of 「RFS同NIFS」)."""
    named = sum(each.end - each.start for each in clause.mentions if each.of("scheme"))
    return named > 0 and len(clause.text.strip()) - named < _LETTER


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
