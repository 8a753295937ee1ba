"""Placeholders can be filled, and no figure is typed where a placeholder should stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from bot.knowledge.base import DEFAULT_SCHEME
from bot.knowledge.checks.places import Placed, Problem, placed
from bot.knowledge.rendering import PLACEHOLDER
from bot.knowledge.schema import Cite, Library, Text, Update

DERIVED = frozenset({"government_parts", "company_parts", "grant_fraction"})
_FIGURE = re.compile(
    r"HK\$\s*\d[\d,.]*|\d[\d,.]*\s*(?:萬|億|million|billion|港元|蚊|%)"
    r"|[一二三四五六七八九十百千兩廿卅]+[萬億]|\d+\s*個月|\d+\s*months?\b|\b\d{1,2}\s*[:：]\s*\d{1,2}\b",
    re.IGNORECASE,
)


def placeholders_resolve(library: Library) -> Iterator[Problem]:
    """Each `{name}` is a figure of the entry or of the scheme, the same in both languages."""
    for place in placed(library):
        known = _names(library, place)
        for key, text in _texts(place):
            chinese, english = (set(PLACEHOLDER.findall(words)) for words in (text.zh, text.en))
            for name in sorted((chinese | english) - known):
                yield place.problem(
                    f"{key} has {{{name}}}, but there is no figure of that name; "
                    "correct the name, or add it to parameters.yml"
                )
            for name in sorted(chinese ^ english):
                yield place.problem(f"{key} has {{{name}}} in one language only; write it in both")
            if re.search(r"[{}]", PLACEHOLDER.sub("", text.zh + text.en)):
                yield place.problem(
                    f"{key} has a brace that is no {{name}}; use small letters and _ in braces"
                )


def figures_stand_in_parameters(library: Library) -> Iterator[Problem]:
    """No amount, ratio, percentage or number of months is typed in a text."""
    for place in placed(library):
        for key, text in _texts(place):
            for words in (text.zh, text.en):
                if match := _FIGURE.search(words):
                    yield place.problem(
                        f"{key} has the figure {match.group().strip()!r} typed in it; put the "
                        f"figure into {_home(place)} and write its {{name}} here"
                    )


def _home(place: Placed) -> str:
    return "`figures` of this entry" if isinstance(place.entry, Update) else "parameters.yml"


def _names(library: Library, place: Placed) -> set[str]:
    """What a text of this entry may have in braces."""
    scheme = place.scheme or library.schemes.get(DEFAULT_SCHEME)
    names = {parameter.id for parameter in scheme.parameters} | DERIVED if scheme else set()
    return names | set(place.entry.figures) if isinstance(place.entry, Update) else names


def _texts(place: Placed) -> Iterator[tuple[str, Text]]:
    yield from _inside(place.entry, "")


def _inside(value: object, key: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield key, value
    elif isinstance(value, Cite):
        return
    elif isinstance(value, BaseModel):
        for name in value.__fields__:
            yield from _inside(getattr(value, name), f"{key}.{name}" if key else name)
    elif isinstance(value, tuple):
        for number, each in enumerate(value, start=1):
            yield from _inside(each, f"{key}[{number}]")
