"""What a response template may say: the knowledge base in the user's language."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bot.knowledge.base import AnyEntry, KnowledgeBase
from bot.knowledge.rendering import Renderer
from bot.knowledge.schema import (
    Entry,
    Expense,
    GeneralWord,
    Requirement,
    Service,
    Source,
    Text,
    Update,
)
from bot.knowledge.values import format_money, format_source_date


class Words:
    """Look-ups and renderings for one response; `language` is `zh` or `en`."""

    def __init__(self, base: KnowledgeBase, renderer: Renderer, language: str) -> None:
        self.base = base
        self._renderer = renderer
        self.language = language

    def say(self, text: Text | None, owner: Entry | None = None) -> str:
        """A text of the knowledge base with its figures, or nothing."""
        return self._renderer.text(text, self.language, owner).strip() if text else ""

    def name(self, entry: AnyEntry) -> str:
        return entry.names.get(self.language)

    def figure(self, name: str) -> str:
        return self._renderer.figure(name, self.language)

    def money(self, amount: str | int | Decimal) -> str:
        return format_money(Decimal(str(amount)), self.language)

    def topic(self, topic: str) -> AnyEntry | None:
        return self.base.topics.get(topic)

    def kind(self, entry: AnyEntry | None) -> str:
        """The class of an entry, in lower case; `none` for nothing."""
        return type(entry).__name__.lower() if entry else "none"

    def expense(self, expense: str) -> AnyEntry:
        return self.base.expenses[expense]

    def verdict(self, expense: str) -> str:
        """fundable, conditional, not_fundable, depends or not_in_material."""
        entry = self.base.expenses[expense]
        if isinstance(entry, GeneralWord):
            return "depends"
        if not isinstance(entry, Expense):
            return "not_in_material"
        separable = entry.verdict == "fundable" and not entry.counts_when_itemised
        return "conditional" if separable else entry.verdict

    def expenses(self, verdict: str) -> list[Expense]:
        return [entry for entry in self.base.scheme.expenses if entry.verdict == verdict]

    def service(self, service: str) -> Service:
        return self.base.services[service]

    def children(self, service: str | None = None) -> list[Service]:
        return self.base.children(service)

    def updates(self, topic: str) -> list[Update]:
        return self.base.updates_touching(topic)

    def cite(self, entries: list[Any]) -> str:
        """One line naming the sources of the entries that have one."""
        cited = [entry for entry in entries if isinstance(entry, Entry)]
        return self._renderer.citation(cited, self.language)

    def dated(self, source: Source) -> str:
        """When a source is from, in words."""
        return format_source_date(source.date, self.language)

    def requirement(self, requirement: str) -> Requirement:
        return next(each for each in self.base.scheme.requirements if each.id == requirement)

    def asked_by(self, response: str) -> Requirement:
        """The requirement whose question the response `utter_ask_<fact>` asks."""
        fact = response.removeprefix("utter_ask_")
        return next(each for each in self.base.scheme.requirements if each.fact == fact)

    def question(self, response: str) -> str:
        return self.say(self.asked_by(response).question)

    def services_of(self, ids: list[str]) -> list[Service]:
        return [self.base.services[id_] for id_ in ids]

    def entries_of(self, lines: list[dict[str, Any]]) -> list[AnyEntry]:
        """The expenses of the lines of a calculation that the knowledge base names."""
        known = (line["expense"] for line in lines if line["expense"])
        return [self.base.expenses[expense] for expense in known if expense in self.base.expenses]

    def expense_sources(self, items: list[dict[str, Any]]) -> list[AnyEntry]:
        """What an answer about expenses rests on; the two lists when nothing is named."""
        found = [self.base.expenses[item["id"]] for item in items]
        for entry in list(found):
            if isinstance(entry, GeneralWord):
                found += [self.base.expenses[case.expense] for case in entry.cases if case.expense]
        cited = [entry for entry in found if isinstance(entry, Entry)]
        return list(cited) or list(self.base.scheme.expenses)
