"""The worth of the rules as Markdown; figures as they are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from bot.evaluation.comparison.document import filled, table
from bot.evaluation.comparison.rule_trial import Trial
from bot.evaluation.comparison.rule_words import never_read
from bot.evaluation.comparison.rule_worth import CLEAR, HARM_TEXTS, Worth

_HEAD = (
    *("rule", "examples touched", "questions touched", "margin gain", "±", "on touched"),
    *("gained", "lost", "accuracy gain"),
)


def page_of(trial: Trial, whole: Sequence[Worth], single: Sequence[Worth], seconds: float) -> str:
    """The part of the document on rules; `whole` are those that take a part of the module away."""
    tried = sorted((each for each in single if each.texts), key=lambda each: -each.margin)
    return filled(
        "rules.md",
        examples=f"{len(trial.examples):,}",
        items=f"{len(trial.items):,}",
        accuracy=f"{trial.with_all.accuracy:.4f}",
        right=f"{trial.with_all.right.sum():,}",
        margin=f"{trial.with_all.margin:.4f}",
        whole=table(_HEAD, [_row(each) for each in whole]),
        single=table(_HEAD, [_row(each) for each in tried]),
        one=f"{1 / len(trial.items):.4f}",
        untried=_untried(single),
        harm=_harm(tried),
        seconds=f"{seconds:,.0f}",
        load=f"{os.getloadavg()[1]:.1f}",
        cores=os.cpu_count(),
    )


def _row(each: Worth) -> list[str]:
    return [
        *(each.rule.name, f"{each.examples:,}", f"{each.texts:,}"),
        *(f"{each.margin:+.5f}", f"{each.doubt:.5f}", f"{each.touched_margin:+.4f}"),
        *(f"+{each.gained}", f"−{each.lost}", f"{each.accuracy:+.4f}"),
    ]


def _untried(single: Sequence[Worth]) -> str:
    """Which rules touch no tested question, and which words no text can hold."""
    idle = [f"{each.rule.name} ({each.examples})" for each in single if not each.texts]
    dead = [word for each in single for word in never_read(each.rule)]
    return (
        f"No tested question is touched, and nothing tried, for: {_listed(idle)}; in brackets the "
        "examples touched. Folding writes these words another way before the table is read, so "
        f"that they never match: {_listed(dead)}."
    )


def _harm(tried: Sequence[Worth]) -> str:
    """Which rules do harm."""
    harmful = [each for each in tried if each.harms]
    return (
        f"**Worse with the rule** (at least {HARM_TEXTS} questions touched, margin and accuracy "
        f"both lower): {_listed(each.rule.name for each in harmful)}. Of these the margin is lower "
        f"by more than {CLEAR} standard errors: "
        f"{_listed(each.rule.name for each in harmful if each.clearly)}. Of all rules, the margin "
        f"is lower by so much: {_clear(tried, -1)}; higher by so much: {_clear(tried, 1)}."
    )


def _clear(tried: Sequence[Worth], sign: int) -> str:
    return _listed(each.rule.name for each in tried if each.clearly and each.margin * sign > 0)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
