"""HKPC's catalogue is whole, cited, and recommends only what the profile speaks for."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from bot.knowledge.base import KnowledgeBase, open_base
from bot.knowledge.schema import Service
from bot.scheme.conditions import parse
from bot.scheme.services import CatalogueEntry, recommend

FACTS = ("products", "industries", "services", "technologies")
CHILDREN = {
    "materials_technology": 2,
    "manufacturing_technology": 4,
    "smart_production_technology": 4,
    "ppe": 8,
    "quality_systems": 2,
    "testing_regulation": 5,
    "intellectual_property": 2,
    "cyber_security": 2,
    "training_services": 3,
}
MASK_SERVICES = {
    "plant_planning",
    "cleanroom",
    "disinfection",
    "iso13485",
    "product_certification",
    "reliability_testing",
    "functional_testing",
    "mask_line_training",
}


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return open_base()


def recommended(base: KnowledgeBase, **said: str) -> set[str]:
    """Ids recommended to a company that said `said`: one id or several, by spaces."""
    profile = {fact: frozenset(said.get(fact, "").split()) for fact in FACTS}
    catalogue = [
        CatalogueEntry(service.id, parse(service.recommend_when, service.id))
        for service in base.services.values()
        if service.recommend_when is not None
    ]
    return {found.service for found in recommend(catalogue, profile)}


def leaves(base: KnowledgeBase) -> list[Service]:
    return [service for service in base.services.values() if not base.children(service.id)]


def conditions(node: object) -> list[dict[str, object]]:
    """All tests on facts inside a condition."""
    if isinstance(node, list):
        return [found for part in node for found in conditions(part)]
    if not isinstance(node, dict):
        return []
    if "fact" in node:
        return [node]
    return [found for part in node.values() for found in conditions(part)]


def test_the_catalogue_is_the_tree_of_the_service_slides(base: KnowledgeBase) -> None:
    parents = Counter(service.parent for service in base.services.values())
    roots = [service.id for service in base.children(None)]

    assert roots == ["materials_technology", "manufacturing_technology", "ppe"]
    assert parents == {None: 3, **CHILDREN}
    assert len(leaves(base)) == 26


def test_a_service_stands_below_a_group_that_was_named_before_it(base: KnowledgeBase) -> None:
    ids = list(base.services)
    late = [
        service.id
        for service in base.services.values()
        if service.parent and service.parent not in ids[: ids.index(service.id)]
    ]

    assert late == []


def test_every_service_is_said_in_many_ways_and_cites_a_known_source(base: KnowledgeBase) -> None:
    sources = {source.id for source in base.library.sources}

    for service in base.services.values():
        assert len(service.aliases) >= 8, service.id
        assert service.statement, service.id
        assert service.cite.source in sources, service.id
        assert service.cite.place, service.id


def test_every_single_service_can_be_recommended_with_a_reason_and_its_funding(
    base: KnowledgeBase,
) -> None:
    for service in leaves(base):
        assert service.recommend_when, service.id
        assert service.because, service.id
        assert service.funding, service.id


def test_whoever_names_a_service_or_its_group_gets_it_recommended(base: KnowledgeBase) -> None:
    for service in leaves(base):
        assert service.id in recommended(base, services=service.id)
        if service.id != "mask_line_training" and service.parent in (
            "materials_technology",
            "quality_systems",
            "testing_regulation",
            "intellectual_property",
            "cyber_security",
            "training_services",
        ):
            assert service.id in recommended(base, services=service.parent)


def test_conditions_speak_only_of_ids_that_exist(base: KnowledgeBase) -> None:
    known = {
        "products": {word.id for word in base.library.products},
        "industries": {word.id for word in base.library.industries},
        "services": set(base.services),
        "technologies": {technology.id for technology in base.scheme.technologies},
    }

    for service in base.services.values():
        for test in conditions(service.recommend_when):
            named = test.get("has_any") or [test["has"]]
            assert set(named) <= known[str(test["fact"])], service.id


def test_a_mask_maker_gets_the_services_for_a_mask_line(base: KnowledgeBase) -> None:
    assert recommended(base, products="mask") == MASK_SERVICES


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"products": "medical_device"}, {"iso13485", "cleanroom", "product_certification"}),
        ({"products": "biodegradable_plastic"}, {"oxo_degradable", "degradable_testing"}),
        ({"products": "nonwoven"}, {"microfibre_nonwoven"}),
        ({"industries": "laboratory"}, {"iso17025"}),
        ({"industries": "electronics"}, {"emc_testing", "reliability_testing"}),
        ({"industries": "logistics"}, {"smart_warehouse"}),
        ({"services": "productivity"}, {"productivity", "factory_layout"}),
        ({"technologies": "ai"}, {"ai_service", "smart_production_technology"}),
        ({"technologies": "robotics"}, {"smart_production_technology"}),
    ],
)
def test_a_need_finds_its_services(
    base: KnowledgeBase, said: dict[str, str], expected: set[str]
) -> None:
    assert expected <= recommended(base, **said)


@pytest.mark.parametrize("said", [{}, {"products": "unheard_of"}, {"technologies": "blockchain"}])
def test_nothing_is_recommended_where_the_catalogue_names_no_link(
    base: KnowledgeBase, said: dict[str, str]
) -> None:
    assert recommended(base, **said) == set()


@pytest.mark.parametrize(
    "said", [{"industries": "jewellery"}, {"industries": "food"}, {"products": "sanitiser"}]
)
def test_a_maker_without_services_of_its_own_gets_those_for_any_factory(
    base: KnowledgeBase, said: dict[str, str]
) -> None:
    assert recommended(base, **said) == {
        "smart_production_technology",
        "factory_layout",
        "productivity",
    }


def test_every_trade_and_product_has_something_to_offer(base: KnowledgeBase) -> None:
    for industry in base.library.industries:
        assert recommended(base, industries=industry.id), industry.id
    for product in base.library.products:
        assert recommended(base, products=product.id), product.id


@pytest.mark.parametrize(
    "said",
    [
        {"industries": "electronics"},
        {"industries": "food"},
        {"services": "productivity"},
        {"technologies": "iot"},
    ],
)
def test_services_for_masks_stay_out_of_other_needs(
    base: KnowledgeBase, said: dict[str, str]
) -> None:
    only_masks = MASK_SERVICES - {"reliability_testing"}

    assert recommended(base, **said) & only_masks == set()


def test_the_cleanroom_service_says_that_building_it_is_not_funded(base: KnowledgeBase) -> None:
    note = base.services["cleanroom"].note

    assert note is not None
    assert note.expenses == ("fit_out",)


def test_training_says_that_the_trainees_salaries_are_not_funded(base: KnowledgeBase) -> None:
    for service in [base.services["training_services"], *base.children("training_services")]:
        assert service.note is not None, service.id
        assert service.note.expenses == ("training", "salaries")


def test_no_figure_of_the_scheme_is_typed_into_the_catalogue(base: KnowledgeBase) -> None:
    for service in base.services.values():
        for text in (service.statement, service.because, service.funding):
            words = re.sub(r"ISO\d+(-1)?", "", f"{text.zh} {text.en}") if text else ""
            assert not re.search(r"\d", words), service.id


def test_three_reference_customers_are_named_and_cited(base: KnowledgeBase) -> None:
    customers = base.library.customers

    assert len(customers) == 3
    assert {customer.cite.source for customer in customers} == {"hkpc-deck-2020"}
