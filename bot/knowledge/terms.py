"""The knowledge base as inputs of the pure core: terms, rules, requirements, catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.rendering import PLACEHOLDER, Renderer
from bot.knowledge.schema import Expense, GeneralWord
from bot.knowledge.values import parts
from bot.scheme.conditions import UNSURE, FactValue, Profile, parse
from bot.scheme.eligibility import Requirement
from bot.scheme.funding import ExpenseRule, FundingTerms
from bot.scheme.money import Money
from bot.scheme.services import CatalogueEntry


def funding_terms(words: Renderer) -> FundingTerms:
    """Matching and ceiling that hold on the renderer's day."""
    government, company = parts(str(words.value("matching")))
    return FundingTerms(government, company, Money.of(_number(words, "ceiling")))


def expense_rules(base: KnowledgeBase, words: Renderer) -> dict[str, ExpenseRule]:
    """Rule per expense id; a general word counts as what it is assumed to be."""
    rules = {entry.id: _rule(entry, words) for entry in base.scheme.expenses}
    for word in base.scheme.general_words:
        if word.assume:
            rules[word.id] = rules[word.assume]
    return rules


def assumed(base: KnowledgeBase, expense: str) -> str:
    """The expense that a calculation takes `expense` for: itself, unless a general word."""
    entry = base.expenses.get(expense)
    return entry.assume or expense if isinstance(entry, GeneralWord) else expense


def requirements(base: KnowledgeBase, words: Renderer) -> tuple[Requirement, ...]:
    """The requirements of the scheme, in the order in which they are asked."""
    return tuple(
        Requirement(each.id, each.fact, parse(_filled(each.condition, words), each.id), each.hard)
        for each in base.scheme.requirements
    )


def profile(base: KnowledgeBase, said: Mapping[str, Any]) -> Profile:
    """What the requirements ask for, from a conversation's slots by the names of the facts.

    A slot holds a bool, an int, a string, a list of ids, None, or `unsure` for 'not known'.
    """
    return {each.fact: _fact(said.get(each.fact)) for each in base.scheme.requirements}


def catalogue(base: KnowledgeBase) -> tuple[CatalogueEntry, ...]:
    """HKPC's services with when to recommend each."""
    return tuple(
        CatalogueEntry(
            each.id,
            parse(each.recommend_when, each.id) if each.recommend_when is not None else None,
        )
        for each in base.library.services
    )


def _fact(said: Any) -> FactValue:
    if said == UNSURE.value:
        return UNSURE
    if isinstance(said, list):
        return frozenset(said)
    return said if isinstance(said, bool | int | str) else None


def _rule(entry: Expense, words: Renderer) -> ExpenseRule:
    return ExpenseRule(
        id=entry.id,
        verdict=entry.verdict,
        cap=Money.of(_number(words, entry.cap)) if entry.cap else None,
        cap_per=entry.cap_per,
        max_count=int(_number(words, entry.max_count)) if entry.max_count else None,
        counts_when_itemised=entry.counts_when_itemised,
    )


def _number(words: Renderer, parameter: str) -> Decimal:
    value = words.value(parameter)
    if isinstance(value, date):
        raise TypeError(f"parameter {parameter} is a date, not a number")
    return Decimal(value)


def _filled(condition: Any, words: Renderer) -> Any:
    """The condition with each `{parameter}` in the place of a number replaced by it."""
    if isinstance(condition, dict):
        return {key: _filled(value, words) for key, value in condition.items()}
    if isinstance(condition, list):
        return [_filled(value, words) for value in condition]
    match = PLACEHOLDER.fullmatch(condition) if isinstance(condition, str) else None
    return int(_number(words, match.group(1))) if match else condition
