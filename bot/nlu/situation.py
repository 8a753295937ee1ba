"""What somebody says of the company and its plan, as facts of the eligibility check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.knowledge.schema import Option, Requirement
from bot.nlu.durations import months_in
from bot.nlu.folding import fold
from bot.nlu.turn import is_question

UNSURE = "unsure"
_SPECIFIC = 3
_ANSWERS: dict[str, Any] = {"affirm": True, "deny": False}
_NEVER = frozenset({"cancel", "request_human", "ask_why", "ask_source", "check_eligibility"})


def read_situation(
    text: str,
    intent: str,
    technologies: Sequence[str],
    requirements: Sequence[Requirement],
    requested: str | None,
) -> dict[str, Any]:
    """Facts said in `text`, by name: bool, str, int (months) or list of technology ids.

    `requested` is the fact asked for just now: short answers belong to it. A question
    says nothing; UNSURE stands for 'I do not know'.
    """
    if intent in _NEVER or _asks(text, intent):
        return {}
    heard = {
        each.fact: value
        for each in requirements
        if (value := _fact(each, text, technologies, each.fact == requested)) is not None
    }
    asked = next((each for each in requirements if each.fact == requested), None)
    if asked and asked.fact not in heard:
        answer = _short_answer(asked, intent)
        if answer is not None:
            heard[asked.fact] = answer
    return heard


def _asks(text: str, intent: str) -> bool:
    asking = intent.startswith(("ask_", "request_", "calculate_", "revise_"))
    return asking and (is_question(text) or text.startswith("/"))


def _short_answer(asked: Requirement, intent: str) -> Any:
    if intent == "unsure":
        return UNSURE
    if asked.kind == "yes_no":
        return _ANSWERS.get(intent)
    if asked.kind == "technologies" and intent == "deny":
        return []
    return None


def _fact(requirement: Requirement, text: str, technologies: Sequence[str], asked: bool) -> Any:
    if requirement.kind == "technologies":
        return _technologies(requirement, text, technologies, asked)
    if requirement.kind == "months":
        months = months_in(text)
        if months is not None:
            return months
    option = _option(requirement.options, text, asked)
    return option.value if option else None


def _technologies(
    requirement: Requirement, text: str, technologies: Sequence[str], asked: bool
) -> list[str] | str | None:
    if technologies:
        return list(technologies)
    option = _option(requirement.options, text, asked)
    if option is None:
        return None
    return (
        UNSURE if option.value == UNSURE else [] if option.value == "none" else [str(option.value)]
    )


def _option(options: Sequence[Option], text: str, asked: bool) -> Option | None:
    """The option whose longest alias stands in `text`; short ones count only when asked."""
    said = fold(text).text
    best: tuple[int, Option] | None = None
    for option in options:
        for alias in (option.names.zh, option.names.en, *option.aliases):
            form = fold(alias).text
            long_enough = len(form) >= _SPECIFIC or said == form
            if form in said and (
                (asked and long_enough) or len(form) > _SPECIFIC or (said == form and asked)
            ):
                if best is None or len(form) > best[0]:
                    best = (len(form), option)
    return best[1] if best else None
