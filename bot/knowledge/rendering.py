"""Statements with their figures filled in, and the quiet line that cites them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bot.knowledge.schema import Entry, KnowledgeError, Library, Scheme, Source, Text, Update
from bot.knowledge.values import format_fraction, format_source_date, format_value, parts, value_on

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_CHINESE_LISTS = ("；", "、")


class Renderer:
    """Words of one scheme on one day."""

    def __init__(self, library: Library, scheme: Scheme, day: date) -> None:
        self.library = library
        self.scheme = scheme
        self.day = day
        self._parameters = {parameter.id: parameter for parameter in scheme.parameters}
        self._sources = {source.id: source for source in library.sources}

    def value(self, parameter: str) -> Decimal | date | str:
        """The raw value of a parameter on this day (money in HKD)."""
        if parameter not in self._parameters:
            raise KnowledgeError(f"there is no parameter {parameter!r}")
        return value_on(self._parameters[parameter], self.day)

    def grant_fraction(self) -> Fraction:
        """The government's share of the approved project cost."""
        government, company = parts(str(self.value("matching")))
        return Fraction(government, government + company)

    def figure(self, name: str, language: str) -> str:
        """A figure of the scheme in words."""
        if name == "grant_fraction":
            return format_fraction(self.grant_fraction(), language)
        if name in ("government_parts", "company_parts"):
            government, company = parts(str(self.value("matching")))
            return str(government if name == "government_parts" else company)
        return format_value(self.value(name), self._parameters[name].unit, language)

    def text(self, text: Text, language: str, owner: Entry | None = None) -> str:
        """`text` in `language`, each `{name}` filled from `owner`'s figures or the scheme's."""
        own = owner.figures if isinstance(owner, Update) else {}

        def fill(match: re.Match[str]) -> str:
            name = match.group(1)
            if name in own:
                return format_value(own[name].value, own[name].unit, language)
            return self.figure(name, language)

        return PLACEHOLDER.sub(fill, text.get(language))

    def source(self, entry: Entry) -> Source:
        return self._sources[entry.cite.source]

    def citation(self, entries: list[Entry], language: str) -> str:
        """One line that names each source once, with its date and the places in it."""
        places: dict[str, list[str]] = {}
        for entry in entries:
            known = places.setdefault(entry.cite.source, [])
            place = entry.cite.place.get(language) if entry.cite.place else ""
            if place and place not in known:
                known.append(place)
        between, within = ("; ", ", ") if language == "en" else _CHINESE_LISTS
        return between.join(
            self._cite(self._sources[source], within.join(known), language)
            for source, known in places.items()
        )

    def _cite(self, source: Source, places: str, language: str) -> str:
        dated = format_source_date(source.date, language)
        if language == "en":
            head = f"{source.title.en} ({dated})"
            return f"{head}, {places}" if places else head
        return f"{source.title.zh}（{dated}）{places}"
