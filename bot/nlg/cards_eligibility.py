"""The checklist of the eligibility check, as it fills with the visitor's answers."""

from __future__ import annotations

from bot.knowledge import terms
from bot.knowledge.schema import Requirement
from bot.nlg.card_parts import Card
from bot.nlg.phrases import Answer
from bot.scheme.eligibility import Progress, progress

_TO_COME = ("open", "asked")


def question(answer: Answer, fact: str) -> Card | None:
    """The checklist with the question of `utter_ask_<fact>` marked; it is not in the card."""
    states = _progress(answer)
    items = [
        _item(answer, each, "asked" if each.fact == fact else states[each.id])
        for each in answer.words.base.scheme.requirements
    ]
    if not any(item["state"] == "asked" for item in items):
        return None
    return _card(answer.phrase("eligibility.title"), items)


def result(answer: Answer) -> Card:
    """`utter_check_result`: the verdict, and what came of each requirement."""
    verdict, results = answer.data["verdict"], answer.data["results"]
    states, told = _progress(answer), answer.words.told(verdict, results)
    items = [
        _item(answer, requirement, _state(each["outcome"], states[requirement.id]), each in told)
        for each in results
        for requirement in [answer.words.requirement(each["id"])]
    ]
    notes = [
        answer.phrase("eligibility.development", entry=entry)
        for entry in answer.words.developments_on(results)
    ]
    notes += [answer.phrase(f"eligibility.{each}") for each in ("next", "only_first")]
    return {
        **_card(answer.phrase(f"eligibility.{verdict}"), items),
        "whole": True,
        "notes": notes,
        "source": answer.phrase("eligibility.source"),
    }


def _progress(answer: Answer) -> dict[str, Progress]:
    base = answer.words.base
    requirements = terms.requirements(base, answer.words.renderer)
    return progress(requirements, terms.profile(base, answer.data["slots"]))


def _state(outcome: str, state: str) -> str:
    return "open" if outcome == "unknown" and state == "open" else outcome


def _item(answer: Answer, requirement: Requirement, state: str, told: bool | None = None) -> Card:
    tells = state not in _TO_COME if told is None else told
    outcome = "unknown" if state in _TO_COME else state
    said = answer.phrase("eligibility.said", requirement=requirement, outcome=outcome)
    return {
        "label": answer.words.name(requirement),
        "state": state,
        "note": said if tells else "",
    }


def _card(title: str, items: list[Card]) -> Card:
    return {
        "kind": "eligibility",
        "whole": False,
        "title": title,
        "done": sum(item["state"] not in _TO_COME for item in items),
        "of": len(items),
        "items": items,
        "notes": [],
        "source": "",
    }
