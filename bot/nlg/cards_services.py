"""Cards of HKPC's services: described, recommended, and the whole catalogue."""

from __future__ import annotations

from typing import Any

from bot.knowledge.schema import Service
from bot.nlg.card_parts import Card, of_item
from bot.nlg.phrases import Answer


def described(answer: Answer) -> Card:
    """`utter_service`: what the material says of the services that were named."""
    services = answer.words.services_of(answer.data["services"])
    return _card(
        answer,
        "services.title",
        [_described(answer, each) for each in services],
        [answer.phrase("services.fees")],
        services,
    )


def recommended(answer: Answer) -> Card:
    """`utter_recommendation`: services with the reason for each, and what can be funded."""
    words, ids = answer.words, answer.data["services"]
    services, funded = words.services_of(ids), answer.phrase("services.funded")
    notes = [
        of_item(answer, funded, words.name(each), words.say(each.funding))
        for each in words.funded_of(ids)
    ]
    items = [_item(words.name(each), words.say(each.because)) for each in services]
    return _card(answer, "services.may_help", items, notes, services)


def catalogue(answer: Answer) -> Card:
    """`utter_services`: all services, those below each root as its points."""
    roots = answer.words.children()
    items = [_item(answer.words.name(root), "", _below(answer, root)) for root in roots]
    return _card(answer, "services.title", items, [answer.phrase("services.tell_more")], roots)


def _described(answer: Answer, service: Service) -> Card:
    words = answer.words
    texts = [answer.phrase("services.offered"), words.say(service.statement)]
    notes = [f"💰 {words.say(service.funding)}"] if service.funding else []
    notes += [f"⚠️ {words.say(service.note.text)}"] if service.note else []
    return _item(
        answer.phrase("services.part_of", service=service),
        "\n".join(text for text in texts if text),
        [words.name(child) for child in words.children(service.id)],
        "\n".join(notes),
    )


def _below(answer: Answer, service: Service) -> list[str]:
    return [_with_parts(answer, child) for child in answer.words.children(service.id)]


def _with_parts(answer: Answer, service: Service) -> str:
    name, parts = answer.words.name(service), _below(answer, service)
    return answer.phrase("services.with_parts", name=name, parts=parts) if parts else name


def _item(name: str, text: str, points: list[str] | None = None, note: str = "") -> Card:
    return {"name": name, "text": text, "points": points or [], "note": note}


def _card(
    answer: Answer, title: str, items: list[Card], notes: list[str], cited: list[Any]
) -> Card:
    return {
        "kind": "services",
        "whole": True,
        "title": answer.phrase(title),
        "items": items,
        "notes": notes,
        "source": answer.phrase("common.source", entries=cited),
    }
