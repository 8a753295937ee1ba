"""The sections of the report on questions, things, amounts and speed."""

from __future__ import annotations

from bot.evaluation.figures import total
from bot.evaluation.measure import Measured
from bot.evaluation.pages_intents import LABELS, Both, answered
from bot.evaluation.sets import REGISTERS
from bot.evaluation.shares import Share
from bot.evaluation.speed import QUANTILES, Speed
from bot.evaluation.tables import section, share, table


def _head(both: Both, first: str, *columns: str) -> list[str]:
    named = [LABELS[folder] for folder in both]
    cells = [f"{name}: {each}" for name in named for each in columns] if columns else named
    return [first, *cells]


def several(both: Both) -> str:
    """How many of the questions of a message are found."""
    rows = [
        (name, *(cell for each in both.values() for cell in _several(each, name)))
        for name in ("all", *REGISTERS)
    ]
    note = "A greeting or thanks beside a question needs no answer of its own."
    head = _head(both, "register", "every question", "at least one", "questions")
    return section("Several questions in one message", note, table(head, rows))


def _several(measured: Measured, register: str) -> list[str]:
    part = [found for name, found in measured.several if register in ("all", name)]
    every = Share.of(found.hits == found.all for found in part)
    one = Share.of(found.hits > 0 for found in part)
    return [share(each) for each in (every, one, total(part))]


def follow_ups(both: Both) -> str:
    """How the last messages of conversations are understood."""
    note = (
        "The last message of each conversation, read without those before it (which the advisor"
        " does use when it answers)."
    )
    rows = [
        (
            LABELS[folder],
            share(Share.of(each.strict for each in measured.follow_ups)),
            share(answered(measured.follow_ups)),
        )
        for folder, measured in both.items()
    ]
    return section("Follow-ups", note, table(("set", "strict", "answered"), rows))


def expenses(both: Both) -> str:
    """How often the expenses of a message are read."""
    rows = [
        (name, *(cell for each in both.values() for cell in _expenses(each, name)))
        for name in ("all", *REGISTERS)
    ]
    note = (
        "Messages in which exactly the listed expenses are read, or an accepted list; and those in"
        " which others may be read beside them. A general word (consultancy) may be read as one of"
        " its sides (consultant)."
    )
    head = _head(both, "register", "exactly these", "these and others")
    return section("Expenses", note, table(head, rows))


def _expenses(measured: Measured, register: str) -> list[str]:
    part = [each for each in measured.expenses if register in ("all", each.register)]
    exact = Share.of(each.exact for each in part)
    return [share(exact), share(Share.of(each.covered for each in part))]


def amounts(both: Both) -> str:
    """How often amounts of money are read, by kind."""
    kinds = list(dict.fromkeys(kind for each in both.values() for kind in each.amounts.kinds))
    rows = [("texts read right as a whole", *(share(each.amounts.texts) for each in both.values()))]
    for kind in kinds:
        found = (each.amounts.kinds.get(kind, Share(0, 0)) for each in both.values())
        rows.append((kind, *(share(each) for each in found)))
    note = "Vague sums and ranges may be read as each other; no exact sum may be read."
    return section("Amounts", note, table(_head(both, "kind"), rows))


def lines(both: Both) -> str:
    """How often the amounts of a budget go to the right things."""
    measures = [_lines(each) for each in both.values()]
    rows = [(name, *(share(each[name]) for each in measures)) for name in measures[0]]
    note = (
        "A message counts when every line is right and no other thing has an amount; the total that"
        " it states is no such thing."
    )
    return section("Items and their amounts", note, table(_head(both, "what"), rows))


def _lines(measured: Measured) -> dict[str, Share]:
    every = [line for found in measured.lines for line in found.lines]
    return {
        "lines: thing and amount": Share.of(paired for paired, _ in every),
        "lines: count and unit price as well": Share.of(whole for _, whole in every),
        "messages: thing and amount": Share.of(each.paired for each in measured.lines),
        "messages: count and unit price as well": Share.of(each.whole for each in measured.lines),
    }


def speed(found: Speed) -> str:
    """How long a message takes, beside the encoder alone."""
    note = (
        f"{len(found.message.milliseconds)} held-out messages in scope, each read once on one core"
        " with one thread, and encoded once more by the sentence encoder alone, in turn; processor"
        " time in milliseconds. The machine counts, so compare the ratios of two runs and not their"
        " milliseconds."
    )
    shares = QUANTILES.values()
    rows = [
        (name, *(f"{times.quantile(each):.1f}" for each in shares))
        for name, times in (("whole message", found.message), ("encoder alone", found.encoder))
    ]
    rows.append(("ratio", *(f"{found.ratio(each):.2f}" for each in shares)))
    return section("Speed", note, table(("what", *QUANTILES), rows))
