"""What somebody says of the company and its plan, as facts of the eligibility check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from bot.knowledge.schema import Option, Requirement
from bot.nlu.durations import months_in
from bot.nlu.folding import fold
from bot.nlu.turn_words import is_question

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


class _Said(NamedTuple):
    """An option whose form stands at [start, end) of the folded text."""

    fact: str
    option: Option
    start: int
    end: int

    def inside(self, other: _Said) -> bool:
        longer = other.end - other.start > self.end - self.start
        return longer and other.start <= self.start and self.end <= other.end


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
    options = _options(fold(text).text, requirements, asked, intent in _STATING)
    heard = {
        each.fact: value
        for each in requirements
        if (value := _fact(each, text, technologies, options.get(each.fact), asked)) is not None
    }
    question = next((each for each in requirements if each.fact == asked), None)
    if question and question.fact not in heard:
        answer = _short_answer(question, intent)
        if answer is not None:
            heard[question.fact] = answer
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
    said: str, requirements: Sequence[Requirement], asked: str | None, stating: bool
) -> dict[str, Option]:
    """By fact the option said at greatest length, outside longer words on another fact."""
    found = [said_ for each in requirements for said_ in _found(each, said, asked, stating)]
    free = (one for one in found if not any(one.inside(o) for o in found if o.fact != one.fact))
    best: dict[str, Option] = {}
    for one in sorted(free, key=lambda one: one.start - one.end):
        best.setdefault(one.fact, one.option)
    return best


def _found(
    requirement: Requirement, said: str, asked: str | None, stating: bool
) -> Iterator[_Said]:
    for option in requirement.options:
        for form, specific in _forms(option):
            for start in _places(form, said):
                if requirement.fact == asked:
                    counts = _answers(form, said)
                else:
                    counts = specific and _tells(form, said[:start], stating)
                if counts:
                    yield _Said(requirement.fact, option, start, start + len(form))


def _forms(option: Option) -> Iterator[tuple[str, bool]]:
    """How an option may be said, and whether that tells its fact without being asked.

    To 'Yes, in Hong Kong' also 'in Hong Kong' is an answer, which alone says little.
    """
    names = [fold(name).text for name in (option.names.zh, option.names.en)]
    answers = [_AFTER_YES.split(name)[-1] for name in names]
    aliases = [fold(alias).text for alias in option.aliases]
    for form in dict.fromkeys([*names, *aliases, *answers]):
        general = any(form in answer for answer in answers)
        yield form, not general or (form in aliases and len(form) >= _UNASKED)


def _answers(form: str, said: str) -> bool:
    return said == form or len(form) >= (_ASKED if form.isascii() else _ASKED_HAN)


def _tells(form: str, before: str, stating: bool) -> bool:
    """Whether a form says its fact unasked: long ones do, a place after 「喺」 does."""
    if len(form) >= _UNASKED or form.isascii() or not stating:
        return len(form) >= _UNASKED
    return len(form) >= _UNASKED_HAN or (len(form) > 1 and bool(_WHERE.search(before)))


def _places(form: str, said: str) -> Iterator[int]:
    """Where `form` stands in `said` as whole words, and not right after a negation."""
    whole = rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])" if form.isascii() else re.escape(form)
    negative = _NEGATION.match(form)
    for match in re.finditer(whole, said):
        if negative or not _NEGATED.search(said[: match.start()]):
            yield match.start()
