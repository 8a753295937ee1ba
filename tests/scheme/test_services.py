"""Services are recommended for reasons that the company gave."""

from __future__ import annotations

from bot.scheme.conditions import UNSURE, FactValue, Match, parse
from bot.scheme.services import CatalogueEntry, Recommendation, recommend, strongest

CATALOGUE = [
    CatalogueEntry("sharpening", parse({"fact": "tools", "has_any": ["saw", "axe"]}), weight=1),
    CatalogueEntry("polishing", None, weight=9),
    CatalogueEntry(
        "cleaning",
        parse({"all": [{"fact": "trade", "is": "food"}, {"fact": "staff", "at_least": 10}]}),
        weight=5,
    ),
    CatalogueEntry(
        "storage",
        parse({"any": [{"fact": "trade", "in": ["food", "cloth"]}, {"fact": "big", "is": True}]}),
        weight=1,
    ),
]
PROFILE: dict[str, FactValue] = {
    "tools": frozenset({"axe", "pen"}),
    "trade": "food",
    "staff": 12,
    "big": UNSURE,
}


def ids(recommendations: tuple[Recommendation, ...]) -> list[str]:
    return [each.service for each in recommendations]


def test_what_suits_is_recommended_in_the_order_of_the_catalogue() -> None:
    assert ids(recommend(CATALOGUE, PROFILE)) == ["sharpening", "cleaning", "storage"]


def test_the_reasons_are_the_facts_that_made_it_suit() -> None:
    sharpening, cleaning, storage = recommend(CATALOGUE, PROFILE)
    assert sharpening.matched == (Match("tools", frozenset({"axe"})),)
    assert cleaning.matched == (Match("trade", "food"), Match("staff", 12))
    assert storage.matched == (Match("trade", "food"),)


def test_what_is_still_open_is_not_recommended() -> None:
    assert ids(recommend(CATALOGUE, {"trade": "food"})) == ["storage"]
    assert recommend(CATALOGUE, {}) == ()


def test_a_service_without_a_condition_is_never_recommended_of_itself() -> None:
    assert "polishing" not in ids(recommend(CATALOGUE, PROFILE))


def test_when_only_a_few_fit_the_heaviest_stay_in_catalogue_order() -> None:
    found = recommend(CATALOGUE, PROFILE)
    assert ids(strongest(found, 2)) == ["sharpening", "cleaning"]
    assert ids(strongest(found, 1)) == ["cleaning"]
    assert strongest(found, 9) == found
    assert strongest(found, 0) == ()
