"""Cards of expenses: a column for each verdict."""

from __future__ import annotations

from bot.knowledge.schema import Expense
from bot.nlg.card_parts import Card, joined, lines_of
from bot.nlg.phrases import Answer

_VERDICTS = ("fundable", "conditional", "not_fundable", "depends", "not_in_material")
_FEWEST = 2
Item = dict[str, str]


def verdicts(answer: Answer) -> Card | None:
    """`utter_expense_verdicts`, when several things are asked about."""
    items, unknown = answer.data["items"], answer.data["unknown"]
    if len(items) + len(unknown) < _FEWEST:
        return None
    judged = [(answer.words.verdict(item["id"]), _judged(answer, item)) for item in items]
    no_guess = answer.phrase("expenses.no_guess")
    judged += [("not_in_material", {"name": name, "note": no_guess}) for name in unknown]
    title, source = answer.phrase("expenses.title"), answer.phrase("expenses.source")
    return _card(title, _columns(answer, judged), [], source)


def fundable(answer: Answer) -> Card:
    """`utter_fundable_list`: with what limits an item beside it."""
    return _list(answer, "fundable_list", "fundable")


def not_fundable(answer: Answer) -> Card:
    """`utter_non_fundable_list`: with examples."""
    return _list(answer, "non_fundable_list", "not_fundable")


def _judged(answer: Answer, item: Item) -> Item:
    names = {
        "item": item,
        "entry": answer.words.expense(item["id"]),
        "verdict": answer.words.verdict(item["id"]),
    }
    details = answer.phrase("expenses.details", **names)
    return {"name": answer.phrase("expenses.item_name", **names), "note": lines_of(details)}


def _list(answer: Answer, topic: str, verdict: str) -> Card:
    words, entries = answer.words, answer.words.expenses(verdict)
    about = next(fact for fact in words.base.scheme.facts if fact.id == topic)
    listed = [
        (words.verdict(each.id), {"name": words.name(each), "note": _limits(answer, each)})
        for each in entries
    ]
    source = answer.phrase("common.source", entries=entries)
    notes = [words.say(about.statement)]
    return _card(words.name(about), _columns(answer, listed), notes, source)


def _limits(answer: Answer, entry: Expense) -> str:
    told = {
        "cap": entry.cap,
        "inside_price": not entry.counts_when_itemised,
        "such_as": entry.verdict == "not_fundable" and entry.examples,
    }
    notes = [
        answer.phrase(f"expenses.{name}", entry=entry) for name, holds in told.items() if holds
    ]
    return joined(notes, answer.words.language)


def _columns(answer: Answer, judged: list[tuple[str, Item]]) -> list[Card]:
    """A column for each verdict that there is, always in the same order."""
    found = {verdict for verdict, _ in judged}
    return [
        {
            "title": answer.phrase(f"verdict.{verdict}"),
            "mark": answer.phrase(f"mark.{verdict}"),
            "items": [item for its, item in judged if its == verdict],
        }
        for verdict in _VERDICTS
        if verdict in found
    ]


def _card(title: str, columns: list[Card], notes: list[str], source: str) -> Card:
    return {
        "kind": "expenses",
        "whole": True,
        "title": title,
        "columns": columns,
        "notes": notes,
        "source": source,
    }
