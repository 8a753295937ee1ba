"""Everything that the slides and the later developments say has its entry."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.base import DEFAULT_SCHEME
from bot.knowledge.checks.places import Problem
from bot.knowledge.loader import LIBRARY_FILES, SCHEME_FILES
from bot.knowledge.schema import Library

REQUIRED = {
    "facts": (
        "overview launch fund_size eligibility project_content matching ceiling location period "
        "application_window smart_production fundable_list non_fundable_list"
    ),
    "updates": (
        "scheme_name project_limit small_applications processing_time payment administrator "
        "vetting_body assessment existing_lines larger_projects training_scheme estates"
    ),
    "expenses": (
        "machinery consultant testing training patent audit charge_legal application_consultant "
        "delivery maintenance_included insurance extended_warranty operating rent fit_out "
        "office_admin production_cost office_equipment marketing salaries financing entertainment"
    ),
    "technologies": "iot real_time_data data_analytics_hmi ai robotics sensors_actuators",
    "requirements": "incorporated new_line in_hong_kong technologies smart_share months",
    "topics": "updates contact reference_customers services how_to_apply",
    "contacts": "itc_enquiries hkpc_sme_reachout",
    "not_covered": (
        "success_rate instalments procurement equipment_ownership hkpc_fees hkpc_lead_time"
    ),
}


def deck_is_covered(library: Library) -> Iterator[Problem]:
    """Each required id exists, in the scheme that the advisor answers on or beside it."""
    scheme = library.schemes.get(DEFAULT_SCHEME)
    if scheme is None:
        yield Problem("schemes", DEFAULT_SCHEME, "the folder of this scheme is missing")
        return
    for part, names in REQUIRED.items():
        if part in SCHEME_FILES:
            entries, file = getattr(scheme, part), f"schemes/{DEFAULT_SCHEME}/{SCHEME_FILES[part]}"
        else:
            entries, file = getattr(library, part), LIBRARY_FILES[part]
        present = {entry.id for entry in entries}
        for name in names.split():
            if name not in present:
                yield Problem(
                    file, name, "this entry is missing; the material speaks of it, so put it back"
                )
