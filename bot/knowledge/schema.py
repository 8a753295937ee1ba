"""What may stand in `knowledge_base/`: strict, frozen models of every entry."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, Extra, Field


class KnowledgeError(Exception):
    """The knowledge base is wrong; the message names the file and the key."""


class Model(BaseModel):
    """Frozen; a key that is not known is an error."""

    class Config:
        extra, frozen = Extra.forbid, True


class Text(Model):
    """The same words in Traditional Chinese and in English; `{name}` takes a figure."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def get(self, language: str) -> str:
        return self.en if language == "en" else self.zh


class Cite(Model):
    """Where a fact stands: the id of a source and the place in it."""

    source: str
    place: Text | None = None


class Source(Model):
    """Where facts come from; `date` is YYYY, YYYY-MM, YYYY-MM-DD or `undated`."""

    id: str
    title: Text
    publisher: Text
    url: str | None = None
    language: str
    date: str
    grade: Literal["deck", "official", "press"]


Unit = Literal["HKD", "ratio", "months", "count", "date", "percent", "working_days"]


class Parameter(Model):
    """One number: its values keyed by the date from which each holds (null ends it)."""

    id: str
    names: Text
    unit: Unit
    values: dict[date, Decimal | date | str | None]
    cite: Cite


class Entry(Model):
    """Anything that has a name, is said in many ways, and is cited."""

    id: str = Field(regex=r"^[a-z][a-z0-9_]*$")
    names: Text
    aliases: tuple[str, ...] = ()
    cite: Cite
    effective: date | None = None


class Word(Model):
    """Vocabulary without a fact of its own, so without a source."""

    id: str = Field(regex=r"^[a-z][a-z0-9_]*$")
    names: Text
    aliases: tuple[str, ...] = ()


class Fact(Entry):
    """A fact of the deck; answers the intent `ask_<id>`."""

    statement: Text


class Figure(Model):
    """A number that an update or a contact states itself."""

    unit: Unit
    value: Decimal | date | str


class Update(Entry):
    """A later development: always shown with `when` and its source."""

    statement: Text
    when: Text
    figures: dict[str, Figure] = {}
    touches: tuple[str, ...] = ()
    short: Text | None = None


class Example(Model):
    """A thing that the material names under an expense."""

    names: Text
    aliases: tuple[str, ...] = ()


class Note(Model):
    """What an answer about this must mention beside it."""

    text: Text
    expenses: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


class Expense(Entry):
    """A kind of expense and the material's verdict on it."""

    verdict: Literal["fundable", "not_fundable"]
    statement: Text
    cap: str | None = None
    cap_per: Literal["project", "occurrence"] = "project"
    max_count: str | None = None
    condition: Text | None = None
    counts_when_itemised: bool = True
    examples: tuple[Example, ...] = ()
    note: Note | None = None


class Case(Model):
    """One side on which a general word may fall; without `expense`: the material is silent.

    `aliases` are words that tell this side (「寫字樓」 for a computer).
    """

    when: Text
    expense: str | None = None
    aliases: tuple[str, ...] = ()


class GeneralWord(Word):
    """A word that may fall on either side; `assume` is what a calculation takes it for."""

    cases: tuple[Case, ...]
    assume: str | None = None


class Technology(Entry):
    """A technology of the smart-production criteria."""

    statement: Text | None = None


class Option(Model):
    """An answer to a question of the pre-check, with how people say it."""

    value: bool | int | str
    names: Text
    aliases: tuple[str, ...] = ()


class Requirement(Entry):
    """One requirement of the scheme and the question that finds it out."""

    fact: str
    kind: Literal["yes_no", "choice", "technologies", "months"]
    question: Text
    options: tuple[Option, ...] = ()
    condition: dict[str, Any]
    hard: bool = True
    met: Text
    not_met: Text
    unknown: Text
    see_also: tuple[str, ...] = ()


class Service(Entry):
    """A node of HKPC's catalogue; `because` says why it fits when `recommend_when` holds."""

    parent: str | None = None
    statement: Text | None = None
    recommend_when: dict[str, Any] | None = None
    because: Text | None = None
    funding: Text | None = None
    note: Note | None = None


class NotCovered(Word):
    """A question on which the material is silent; `related` are topics that come near."""

    related: tuple[str, ...] = ()


class OtherScheme(Word):
    """Another scheme that people ask about; `topic` when an update speaks of it."""

    topic: str | None = None


class Topic(Word):
    """A subject that the advisor composes itself (lists, catalogue, updates)."""


class SharedAlias(Model):
    """An alias that means several things, and says so: `type/id` each."""

    alias: str
    means: tuple[str, ...]
    why: str


class SchemeHead(Entry):
    """What the scheme is called."""

    short: Text


class Scheme(Model):
    """All that is known of one scheme: the files of its folder."""

    head: SchemeHead
    parameters: tuple[Parameter, ...]
    facts: tuple[Fact, ...]
    updates: tuple[Update, ...]
    expenses: tuple[Expense, ...]
    general_words: tuple[GeneralWord, ...]
    unlisted: tuple[Word, ...]
    technologies: tuple[Technology, ...]
    requirements: tuple[Requirement, ...]
    not_covered: tuple[NotCovered, ...]


class Library(Model):
    """The whole knowledge base."""

    sources: tuple[Source, ...]
    schemes: dict[str, Scheme]
    services: tuple[Service, ...]
    customers: tuple[Entry, ...]
    contacts: tuple[Update, ...]
    industries: tuple[Word, ...]
    products: tuple[Word, ...]
    other_schemes: tuple[OtherScheme, ...]
    topics: tuple[Topic, ...]
    shared_aliases: tuple[SharedAlias, ...]
