"""What somebody says of the company and its plan, as facts of the eligibility check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.knowledge.schema import Option, Requirement
from bot.nlu.durations import months_in
from bot.nlu.folding import fold
from bot.nlu.turn import is_question

UNSURE = "unsure"
_UNASKED, _UNASKED_HAN = 4, 3
_ASKED, _ASKED_HAN = 3, 2
"""How long a form must be to count inside a longer message; shorter ones say too little."""

_ANSWERS: dict[str, Any] = {"affirm": True, "deny": False}
_NEVER = frozenset({"cancel", "request_human", "ask_why", "ask_source"})
_STATING = frozenset({"describe_situation", "check_eligibility", "affirm", "deny"})
_NEGATED = re.compile(
    r"(?:[唔不冇无非未]|没有?|\bnot?|n't|\bwithout)"
    r"(?:系|喺|在|于|会|设|用|有|采用|使用| ?\b(?:in|on|at|an?|the|be|using|use)\b ?| )*$"
)
_NEGATION = re.compile(r"[唔不冇无非未没]|not?\b")
_WHERE = re.compile(r"(?<!公司)(?<!总部)(?<!写字楼)(?<!办公室)(?<!office)[喺在响于]$")
_AFTER_YES = re.compile(r"[,，]")


class _Match(NamedTuple):
    start: int
    end: int
    option: Option

    def inside(self, other: _Match) -> bool:
        shorter = self.end - self.start < other.end - other.start
        return shorter and other.start <= self.start and self.end <= other.end


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
    asked = None if intent == "check_eligibility" else requested
    options = _options(fold(text).text, requirements, asked, stating=intent in _STATING)
    heard = {
        each.fact: value
        for each in requirements
        if (value := _fact(each, text, technologies, options.get(each.fact), asked)) is not None
    }
    for each in requirements:
        if each.fact == asked and asked not in heard:
            answer = _short_answer(each, intent)
            heard |= {} if answer is None else {asked: answer}
    return heard


def denied(text: str, start: int) -> bool:
    """Whether what stands at `start` in `text` is said not to be: 「冇用AI」, not in Tai Po."""
    return bool(_NEGATED.search(fold(text[:start] + "\x00").text.removesuffix("\x00")))


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


def _fact(
    requirement: Requirement,
    text: str,
    technologies: Sequence[str],
    option: Option | None,
    asked: str | None,
) -> Any:
    if requirement.kind == "technologies" and technologies:
        return list(technologies)
    if requirement.kind == "months":
        months = months_in(text, asked=asked == requirement.fact)
        if months is not None:
            return months
    if option is None:
        return None
    if requirement.kind == "technologies" and option.value != UNSURE:
        return [] if option.value == "none" else [str(option.value)]
    return option.value


def _options(
    said: str, requirements: Sequence[Requirement], asked: str | None, *, stating: bool
) -> dict[str, Option]:
    """By fact the option said at greatest length, outside longer words for another fact."""
    found = {
        each.fact: list(_matches(each, said, each.fact == asked, stating)) for each in requirements
    }
    everything = [match for matches in found.values() for match in matches]
    best: dict[str, Option] = {}
    for fact, matches in found.items():
        free = [match for match in matches if match in _outermost(everything, matches, match)]
        if free:
            best[fact] = max(free, key=lambda match: match.end - match.start).option
    return best


def _outermost(everything: list[_Match], own: list[_Match], match: _Match) -> list[_Match]:
    others = [other for other in everything if other not in own]
    return [] if any(match.inside(other) for other in others) else [match]


def _matches(
    requirement: Requirement, said: str, asked: bool, stating: bool
) -> Iterator[_Match]:
    for option in requirement.options:
        names = (option.names.zh, option.names.en)
        answers = {fold(_AFTER_YES.split(name)[-1]).text for name in names}
        forms = {fold(form).text for form in (*names, *option.aliases)}
        for form in sorted(forms | answers if asked else forms):
            for match in _places(form, said):
                if asked or not any(form in answer for answer in answers):
                    if _counts(form, said, match.start(), asked, stating):
                        yield _Match(match.start(), match.end(), option)
