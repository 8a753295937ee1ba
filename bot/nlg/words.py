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
        self.renderer = renderer
        self.language = language

    def say(self, text: Text | None, owner: Entry | None = None) -> str:
        """A text of the knowledge base with its figures, or nothing."""
        return self.renderer.text(text, self.language, owner).strip() if text else ""

    def name(self, entry: AnyEntry) -> str:
        return entry.names.get(self.language)

    def figure(self, name: str) -> str:
        return self.renderer.figure(name, self.language)

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
        return self.renderer.citation(cited, self.language)

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

    def conditions_of(self, lines: list[dict[str, Any]]) -> list[Expense]:
        """The expenses that count in a calculation, each once, that count on a condition."""
        counted = self.entries_of([line for line in lines if line["counted"] != "0"])
        unique = {entry.id: entry for entry in counted}.values()
        return [entry for entry in unique if isinstance(entry, Expense) and entry.condition]

    def funded_of(self, services: list[str]) -> list[Service]:
        """The services of which the scheme can fund something, each such text once."""
        first: dict[Text, Service] = {}
        for each in self.services_of(services):
            if each.funding:
                first.setdefault(each.funding, each)
        return list(first.values())

    def told(self, verdict: str, results: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The results worth telling: once one decides, not those that nobody asked about."""
        decided = verdict == "not_eligible"
        return [each for each in results if not decided or each["outcome"] != "unknown"]

    def developments_on(self, results: list[dict[str, Any]]) -> list[Update]:
        """The later developments on what is not met."""
        missed = [each["id"] for each in results if each["outcome"] in ("not_met", "soft_miss")]
        topics = [topic for id_ in missed for topic in self.requirement(id_).see_also]
        entries = [self.topic(topic) for topic in topics]
        return [entry for entry in entries if isinstance(entry, Update)]

    def expense_sources(self, items: list[dict[str, Any]]) -> list[AnyEntry]:
        """What an answer about expenses rests on; the two lists when nothing is named."""
        found = [self.base.expenses[item["id"]] for item in items]
        for entry in list(found):
            if isinstance(entry, GeneralWord):
                found += [self.base.expenses[case.expense] for case in entry.cases if case.expense]
        cited = [entry for entry in found if isinstance(entry, Entry)]
        return list(cited) or list(self.base.scheme.expenses)
