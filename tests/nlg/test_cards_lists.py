"""Cards of expenses and of services: everything that is named stands where it belongs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.nlg.examples import BASE, verdicts
from tests.nlg.replies import reply


def columns(card: dict[str, Any]) -> dict[str, list[str]]:
    return {each["mark"]: [item["name"] for item in each["items"]] for each in card["columns"]}


def names(*expenses: str) -> list[str]:
    return [BASE.expenses[each].names.en for each in expenses]


def test_expenses_stand_in_the_column_of_their_verdict() -> None:
    response, data = verdicts("rent", "machinery", "computer", "salaries", unknown=("XYZ",))
    found = columns(reply(response, "en", **data)["card"])

    assert found == {
        "✅": names("machinery"),
        "❌": names("rent", "salaries"),
        "🔀": names("computer"),
        "❓": ["XYZ"],
    }


def test_the_list_of_what_is_funded_marks_what_counts_only_inside_a_price() -> None:
    card = reply("utter_fundable_list", "en")["card"]
    found = columns(card)
    fundable = [each for each in BASE.scheme.expenses if each.verdict == "fundable"]

    assert found["✅"] == names(*(each.id for each in fundable if each.counts_when_itemised))
    assert found["⚠️"] == names(*(each.id for each in fundable if not each.counts_when_itemised))
    assert "❌" not in found
    assert all(item["note"] for each in card["columns"][1:] for item in each["items"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_cap_stands_beside_what_it_caps(language: str) -> None:
    card = reply("utter_fundable_list", language)["card"]
    notes = {item["name"]: item["note"] for each in card["columns"] for item in each["items"]}

    for entry in BASE.scheme.expenses:
        if entry.cap:
            cap = BASE.today().figure(entry.cap, language)
            assert cap in notes[entry.names.get(language)]


def test_the_list_of_what_is_not_funded_has_the_examples_of_the_material() -> None:
    card = reply("utter_non_fundable_list", "en")["card"]
    (column,) = card["columns"]
    notes = {item["name"]: item["note"] for item in column["items"]}

    for entry in BASE.scheme.expenses:
        if entry.verdict == "not_fundable":
            told = notes[entry.names.en]
            assert all(example.names.en in told for example in entry.examples)


def test_the_catalogue_has_every_service() -> None:
    card = reply("utter_services", "en")["card"]
    shown = "\n".join(part for item in card["items"] for part in (item["name"], *item["points"]))

    assert len(card["items"]) == len(BASE.children(None))
    assert all(service.names.en in shown for service in BASE.library.services)


@pytest.mark.parametrize("service", list(BASE.services))
def test_a_service_shows_what_is_below_it_and_what_can_be_funded(service: str) -> None:
    entry = BASE.services[service]
    (item,) = reply("utter_service", "en", services=[service])["card"]["items"]

    assert entry.names.en in item["name"]
    assert item["points"] == [child.names.en for child in BASE.children(service)]
    if entry.funding:
        assert BASE.today().text(entry.funding, "en").strip() in item["note"]


def test_recommended_services_have_their_reasons() -> None:
    services = ["cleanroom", "iot_service"]
    items = reply("utter_recommendation", "en", services=services, named=[])["card"]["items"]

    for service, item in zip(services, items, strict=True):
        assert item["name"] == BASE.services[service].names.en
        assert item["text"] == BASE.services[service].because.en.strip()  # type: ignore[union-attr]
