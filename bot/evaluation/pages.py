"""Writes the report on understanding: tables of plain Markdown, figures as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.knowledge.base import open_base
from bot.nlu import report_intents as intents
from bot.nlu.money_text import find_amounts
from bot.nlu.report_intents import Judged, Share
from bot.nlu.report_sets import REGISTERS, Item, Sets, message_of
from bot.nlu.report_things import ThingScores, amount_kind, amounts_right

Readings = Mapping[str, dict[str, Any]]
Row = Sequence[object]

WEAKEST = 15
CONFUSIONS = 30
_NOTHING = "nothing is money (texts)"
_HEAD = """# How well messages are understood

Written by `make nlu-report`; do not edit. The trained model read the held-out sets of `tests/nlu/heldout` (their README says how they were written and labelled). One writer imagined these messages, so the figures say how the advisor does on that writer's idea of users, not on real traffic. Each message is read alone, without a conversation before it.

A message is right when its intent is the wanted one or one listed under `also`, or when it is taken for several questions (`ask_several`) and one of these is the wanted one.
"""


def report(sets: Sets, readings: Readings, trained: frozenset[str]) -> str:
    """The whole report; `readings` by message, `trained` the folded texts of training."""
    inside = _judged(sets["in_scope"], readings, trained)
    outside = _judged(sets["out_of_scope"], readings, trained)
    parts = [
        _HEAD,
        _section("Questions in scope", _in_scope(inside)),
        _section("Weakest intents", _weakest(inside)),
        _section("Out of scope", _out_of_scope(outside, inside)),
        _section("Several questions in one message", _several(sets["multi"], readings)),
        _section("Follow-ups", _follow_ups(_judged(sets["follow_ups"], readings, trained))),
        _section("Expenses", _expenses(sets["expenses"], readings)),
        _section("Amounts", _amounts(sets["amounts"])),
        _section("Items and their amounts", _lines(sets["budgets"], readings)),
        _section("Most frequent confusions", _confusions([*inside, *outside])),
    ]
    return "\n".join(parts)


def table(head: Row, rows: Sequence[Row]) -> str:
    """A Markdown table; columns whose cells begin with a figure stand to the right."""
    marks = ["---:" if str(cell)[:1].isdigit() else "---" for cell in rows[0]] if rows else []
    lines = [head, marks or ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def share(found: Share) -> str:
    """Hits, number and per cent as the tables show them."""
    return f"{found.hits} of {found.all} ({found.value:.1%})" if found.all else "none"


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n{text}"


def _judged(items: Iterable[Item], readings: Readings, trained: frozenset[str]) -> list[Judged]:
    return [intents.judge(item, readings[message_of(item)], trained) for item in items]


def _in_scope(judged: Sequence[Judged]) -> str:
    chance = sum(each.chance for each in judged)
    longer = sum(each.trained for each in judged) - chance
    head = ("register", "right", "macro F1", "right without", "macro F1 without")
    rows = []
    for name in ("all", *REGISTERS):
        found = [each for each in judged if name in ("all", each.register)]
        own = [each for each in found if not each.chance]
        row: list[object] = [name]
        for part in (found, own):
            row += [share(intents.accuracy(part)), f"{intents.macro_f1(part):.3f}"]
        rows.append(row)
    note = (
        f"“Without” leaves out the {chance} texts of at most {intents.SHORTEST_OWN} characters"
        f" that stand in the training data too, by chance; {longer} longer texts do."
        " Macro F1 is the mean over the wanted intents of these messages.\n\n"
    )
    return note + table(head, rows)


def _weakest(judged: Sequence[Judged]) -> str:
    rows = [
        (intent, f"{found.value:.3f}", f"{found.hits}/{found.all}", instead)
        for intent, found, instead in intents.recalls(judged)[:WEAKEST]
    ]
    return table(("intent", "recall", "right", "taken for"), rows)


def _out_of_scope(outside: Sequence[Judged], inside: Sequence[Judged]) -> str:
    groups: dict[str, list[Judged]] = {"all": list(outside)}
    for each in sorted(outside, key=lambda each: (each.wanted, each.kind)):
        groups.setdefault(f"{each.kind} ({each.wanted})", []).append(each)
    rows = [
        (
            name,
            share(Share.of(each.declined for each in found)),
            share(Share.of(each.right for each in found)),
        )
        for name, found in groups.items()
    ]
    lost = Share.of(each.declined for each in inside)
    note = (
        "Declined: decided as out_of_scope, other_scheme or nlu_fallback. Of the messages in"
        f" scope {share(lost)} are declined or asked back by mistake.\n\n"
    )
    return note + table(("kind", "declined", "with the very intent"), rows)


def _several(items: Sequence[Item], readings: Readings) -> str:
    found = [
        (item["register"], *intents.questions_found(item, readings[message_of(item)]))
        for item in items
    ]
    rows = []
    for name in ("all", *REGISTERS):
        part = [(hits, wanted) for register, hits, wanted in found if name in ("all", register)]
        every = Share.of(hits == wanted for hits, wanted in part)
        one = Share.of(hits > 0 for hits, _ in part)
        questions = Share(sum(hits for hits, _ in part), sum(wanted for _, wanted in part))
        rows.append((name, share(every), share(one), share(questions)))
    note = "A greeting or thanks beside a question needs no answer of its own.\n\n"
    head = ("register", "every question found", "at least one", "questions found")
    return note + table(head, rows)


def _follow_ups(judged: Sequence[Judged]) -> str:
    return (
        "The last message of each conversation, read without those before it (which the"
        " advisor does use when it answers): "
        f"{share(intents.accuracy(judged))} right.\n"
    )


def _expenses(items: Sequence[Item], readings: Readings) -> str:
    scores = ThingScores(open_base())
    found = [
        (item["register"], *scores.expenses_found(item, readings[message_of(item)]))
        for item in items
    ]
    rows = []
    for name in ("all", *REGISTERS):
        part = [each for each in found if name in ("all", each[0])]
        exact, covered = (Share.of(each[place] for each in part) for place in (1, 2))
        rows.append((name, share(exact), share(covered)))
    note = (
        "Messages in which exactly the listed expenses are read, or an accepted list; and those"
        " in which others may be read beside them. A general word (consultancy) may be read as"
        " one of its sides (consultant).\n\n"
    )
    return note + table(("register", "exactly these", "these and others"), rows)


def _amounts(items: Sequence[Item]) -> str:
    kinds: dict[str, list[bool]] = {"exact": [], _NOTHING: []}
    texts = []
    for item in items:
        found = find_amounts(item["text"])
        right = amounts_right(item, found)
        for wanted, is_right in zip(item["amounts"], right, strict=True):
            kinds.setdefault(amount_kind(wanted), []).append(is_right)
        if not item["amounts"]:
            kinds[_NOTHING].append(not found)
        texts.append(all(right) and len(found) == len(right))
    rows = [("texts read right as a whole", share(Share.of(texts)))]
    rows += [(kind, share(Share.of(found))) for kind, found in kinds.items()]
    note = "Vague sums and ranges may be read as each other; no exact sum may be read.\n\n"
    return note + table(("kind", "right"), rows)


def _lines(items: Sequence[Item], readings: Readings) -> str:
    scores = ThingScores(open_base())
    found = [scores.lines_found(item, readings[message_of(item)]) for item in items]
    lines = [line for each in found for line in each]
    rows = [
        ("lines: thing and amount", share(Share.of(paired for paired, _ in lines))),
        ("lines: count and unit price as well", share(Share.of(whole for _, whole in lines))),
        (
            "messages: every line, thing and amount",
            share(Share.of(all(paired for paired, _ in each) for each in found)),
        ),
        (
            "messages: every line as a whole",
            share(Share.of(all(whole for _, whole in each) for each in found)),
        ),
    ]
    return table(("what", "right"), rows)


def _confusions(judged: Sequence[Judged]) -> str:
    rows = [
        (wanted, decided, count)
        for (wanted, decided), count in intents.confusions(judged)[:CONFUSIONS]
    ]
    note = (
        "Both sets together. Messages out of scope count only when they are answered: to"
        " decline one with another of the declining intents is no confusion.\n\n"
    )
    return note + table(("wanted", "decided", "messages"), rows)
