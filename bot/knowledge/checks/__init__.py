"""Cross-checks of `knowledge_base/`: what one entry alone cannot tell.

`problems(library)` returns every problem found, in the order of the files.
"""

from __future__ import annotations

from bot.knowledge.checks import aliases, conditions, coverage, figures, references, texts, tree
from bot.knowledge.checks.places import Problem
from bot.knowledge.schema import Library

__all__ = ["Problem", "problems"]

_CHECKS = (
    references.unique_ids,
    references.sources_exist,
    references.sources_are_dated,
    references.links_exist,
    figures.parameters_are_sane,
    figures.own_figures_are_sane,
    figures.caps_name_parameters,
    figures.dates_are_sane,
    texts.placeholders_resolve,
    texts.figures_stand_in_parameters,
    conditions.requirements_hold_together,
    conditions.recommendations_hold_together,
    tree.services_are_a_tree,
    aliases.aliases_hold,
    coverage.deck_is_covered,
)


def problems(library: Library) -> tuple[Problem, ...]:
    """Every problem of the library, once, sorted by file and entry."""
    found = {problem for check in _CHECKS for problem in check(library)}
    return tuple(sorted(found))
