"""HKPC's services: described by name, recommended for what a company makes and needs."""

from __future__ import annotations

import pytest

from actions.services import AnswerService, RecommendServices
from actions.technologies import AnswerTechnologies
from bot.knowledge.base import open_base
from tests.actions.conversation import Conversation


@pytest.mark.parametrize("service", ["cleanroom", "iso13485", "phishing_drill"])
def test_a_service_is_described_when_it_is_named(service: str) -> None:
    name = open_base().services[service].names.zh
    said = Conversation().say(AnswerService(), f"{name}有冇得做", "ask_service")[0]

    assert said["response"] == "utter_service"
    assert service in said["services"]


def test_a_service_that_the_catalogue_does_not_know_is_not_invented() -> None:
    (said,) = Conversation().say(AnswerService(), "有冇幫人睇風水", "ask_service")

    assert said["response"] == "utter_service_unknown"


def test_a_product_gets_its_services_and_each_has_a_reason() -> None:
    (said,) = Conversation().say(
        RecommendServices(), "我哋想喺香港生產醫用口罩", "request_recommendation"
    )

    services = open_base().services
    assert said["response"] == "utter_recommendation"
    assert {"plant_planning", "cleanroom", "mask_line_training"} <= set(said["services"])
    assert all(services[service].because for service in said["services"])


def test_without_product_or_need_the_advisor_asks_for_one() -> None:
    (said,) = Conversation().say(RecommendServices(), "有咩推介", "request_recommendation")

    assert said["response"] == "utter_recommendation_asked"


def test_technologies_are_answered_with_the_words_of_the_user() -> None:
    (said,) = Conversation().say(AnswerTechnologies(), "機械臂同IoT算唔算", "ask_technology")

    assert said["response"] == "utter_technologies"
    assert said["items"] == [
        {"id": "robotics", "said": "機械臂"},
        {"id": "iot", "said": "IoT"},
    ]
