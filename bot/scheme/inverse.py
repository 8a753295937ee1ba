"""The grant calculation the other way round: from a grant, or from the company's own money."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bot.scheme.money import Money
from bot.scheme.refusals import Refusal, refuse_amount
from bot.scheme.terms import Binding, FundingTerms
from bot.scheme.workings import Working, step


@dataclass(frozen=True)
class Investment:
    """The least eligible total for a grant, in HKD.

    When the grant asked for `exceeds_ceiling`, `grant` is the largest there is and the
    other amounts belong to that one.
    """

    asked: Money
    grant: Money
    eligible_total: Money
    own_share: Money
    exceeds_ceiling: bool
    workings: tuple[Working, ...]


@dataclass(frozen=True)
class Project:
    """The largest wholly eligible project that a company's own money makes, in HKD."""

    own_share: Money
    grant: Money
    total: Money
    binding: Binding
    workings: tuple[Working, ...]


def investment_for_grant(
    asked: Money, terms: FundingTerms, limit: Money | None = None
) -> Investment | Refusal:
    """What a company must spend on eligible costs to be granted `asked`.

    A grant is whole dollars, so cents in `asked` are rounded up. Refused: a negative or
    zero amount, an amount above `limit`.
    """
    if refusal := refuse_amount(asked, limit):
        return refusal
    eligible = min(asked.needed_for(terms.share), terms.threshold)
    grant = terms.grant_on(eligible)
    steps = (
        step("largest_grant", grant, asked=asked, ceiling=terms.ceiling),
        step("eligible_for_grant", eligible, grant=grant, **_parts(terms)),
        step("own_share", eligible - grant, eligible_total=eligible, grant=grant),
    )
    return Investment(asked, grant, eligible, eligible - grant, asked > terms.ceiling, steps)


def project_for_own_share(
    own: Money, terms: FundingTerms, limit: Money | None = None
) -> Project | Refusal:
    """How large a project `own` makes with the grant on top.

    Refused: a negative or zero amount, an amount above `limit`.
    """
    if refusal := refuse_amount(own, limit):
        return refusal
    matched = own.share(Fraction(terms.government_parts, terms.company_parts))
    grant = min(matched, terms.ceiling)
    total = own + grant
    steps = (
        step("matched_by_government", matched, own_share=own, **_parts(terms)),
        step("grant", grant, share=matched, ceiling=terms.ceiling),
        step("project_total", total, own_share=own, grant=grant),
    )
    return Project(own, grant, total, terms.binding_on(total), steps)


def _parts(terms: FundingTerms) -> dict[str, int]:
    return {
        "government_parts": terms.government_parts,
        "company_parts": terms.company_parts,
    }
