"""The knowledge base opened for reading: entries by id, funding rules, rendered words."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from functools import cached_property, lru_cache
from pathlib import Path

from bot.knowledge.loader import DEFAULT_ROOT, load
from bot.knowledge.rendering import Renderer
from bot.knowledge.schema import Entry, Library, Scheme, Service, Update, Word

DEFAULT_SCHEME = "rfs"
HONG_KONG = timezone(timedelta(hours=8))
AnyEntry = Entry | Word


class KnowledgeBase:
    """Look-ups over one library and the scheme that the advisor answers on."""

    def __init__(self, library: Library, scheme: str = DEFAULT_SCHEME) -> None:
        self.library = library
        self.scheme: Scheme = library.schemes[scheme]

    def on(self, day: date) -> Renderer:
        """The words and values that hold on `day`."""
        return Renderer(self.library, self.scheme, day)

    def today(self) -> Renderer:
        """The words and values that hold today in Hong Kong."""
        return self.on(datetime.now(HONG_KONG).date())

    @cached_property
    def topics(self) -> dict[str, AnyEntry]:
        """Everything that can be asked about: facts, updates, silences, composed topics."""
        scheme, library = self.scheme, self.library
        groups = (scheme.facts, scheme.updates, scheme.not_covered, library.topics)
        return {entry.id: entry for group in groups for entry in group}

    @cached_property
    def expenses(self) -> dict[str, AnyEntry]:
        """Expenses of the material, general words and unlisted things by id."""
        scheme = self.scheme
        groups = (scheme.expenses, scheme.general_words, scheme.unlisted)
        return {entry.id: entry for group in groups for entry in group}

    @cached_property
    def services(self) -> dict[str, Service]:
        return {service.id: service for service in self.library.services}

    def children(self, service: str | None) -> list[Service]:
        """The services right below `service` (None: the roots), in catalogue order."""
        return [entry for entry in self.library.services if entry.parent == service]

    def updates_touching(self, topic: str) -> list[Update]:
        return [update for update in self.scheme.updates if topic in update.touches]


@lru_cache(maxsize=4)
def open_base(root: Path = DEFAULT_ROOT) -> KnowledgeBase:
    """The knowledge base below `root`, read once a process."""
    return KnowledgeBase(load(root))
