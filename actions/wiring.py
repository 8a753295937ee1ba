"""The only place that builds things: the knowledge base of today, for the actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.knowledge import terms
from bot.knowledge.base import KnowledgeBase, open_base
from bot.knowledge.rendering import Renderer
from bot.scheme.conditions import Profile
from bot.scheme.eligibility import Requirement
from bot.scheme.funding import ExpenseRule, FundingTerms
from bot.scheme.services import CatalogueEntry


def base() -> KnowledgeBase:
    return open_base()


def words() -> Renderer:
    """What the scheme says today."""
    return base().today()


def funding_terms() -> FundingTerms:
    return terms.funding_terms(words())


def expense_rules() -> dict[str, ExpenseRule]:
    return terms.expense_rules(base(), words())


def requirements() -> tuple[Requirement, ...]:
    return terms.requirements(base(), words())


def profile(slots: Mapping[str, Any]) -> Profile:
    """What the conversation knows of a company and its plan."""
    return terms.profile(base(), slots)


def catalogue() -> tuple[CatalogueEntry, ...]:
    return terms.catalogue(base())
