"""The sections of the report on intents: in scope, out of scope, confusions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.evaluation.corpus import CHAT
from bot.evaluation.figures import by_kind, found_by, scopes
from bot.evaluation.intents import (
    SHORTEST_OWN,
    Judged,
    Recall,
    confusions,
    macro_f1,
    recalls,
)
from bot.evaluation.measure import Measured
from bot.evaluation.scope import KEPT, Cut, area, cut_at, cut_keeping
from bot.evaluation.sets import DEVELOPMENT, HELDOUT, REGISTERS
from bot.evaluation.shares import Share
from bot.evaluation.tables import number, per_cent, section, share, table

Both = Mapping[str, Measured]
"""What was measured by folder, that of the held-out sets first."""

LABELS = {HELDOUT: "held-out", DEVELOPMENT: "development"}
WEAKEST = 15
CONFUSIONS = 25


def in_scope(both: Both) -> str:
    """Accuracy by register, one table for each folder."""
    note = (
        "Strict: the one decided intent is the wanted one. Answered: the wanted intent is among"
        " those that are answered. Macro-F1 is of the strict decisions, the mean over the wanted"
        " intents. Second answer: the message was taken for several questions, though it has one."
    )
    parts = [note]
    for folder, measured in both.items():
        parts += [f"**{LABELS[folder]}**", _registers(measured.inside), _chance(measured.inside)]
    return section("Questions in scope", *parts)


def _registers(judged: Sequence[Judged]) -> str:
    rows = []
    for name in ("all", *REGISTERS):
        found = [each for each in judged if name in ("all", each.register)]
        strict = share(Share.of(each.strict for each in found))
        second = share(Share.of(each.second for each in found))
        f1 = number(macro_f1(found))
        rows.append((name, len(found), strict, share(answered(found)), f1, second))
    head = ("register", "messages", "strict", "answered", "macro-F1", "second answer")
    return table(head, rows)


def _chance(judged: Sequence[Judged]) -> str:
    own = [each for each in judged if not each.chance]
    longer = sum(each.trained for each in own)
    return (
        f"Of these texts {len(judged) - len(own)} of at most {SHORTEST_OWN} characters stand in the"
        f" training data (or in the aliases) too, and {longer} longer ones. Without the short"
        f" ones: strict {share(Share.of(each.strict for each in own))}, answered"
        f" {share(answered(own))}."
    )


def answered(judged: Sequence[Judged]) -> Share:
    """The share of messages whose wanted intent is answered."""
    return Share.of(each.answered for each in judged)


def weakest(both: Both) -> str:
    """The intents that are answered least, and the least of all."""
    parts = []
    for folder, measured in both.items():
        rows = recalls(measured.inside)
        lowest = (
            f"**{LABELS[folder]}**: no intent is answered in less than"
            f" {per_cent(rows[0].answered)} of its messages."
        )
        parts += [lowest, _recalls(rows[:WEAKEST])]
    return section("Weakest intents", *parts)


def _recalls(found: Sequence[Recall]) -> str:
    rows = [
        (
            row.intent,
            share(row.answered),
            share(row.strict),
            ", ".join(f"{intent} {count}" for intent, count in row.instead),
        )
        for row in found
    ]
    return table(("intent", "answered", "strict", "taken for"), rows)


def out_of_scope(both: Both) -> str:
    """What is declined by kind, and what is declined by mistake."""
    kinds = {folder: by_kind(measured.outside) for folder, measured in both.items()}
    names = sorted({name for found in kinds.values() for name in found})
    rows = [("all", *(cell for each in both.values() for cell in _declined(each.outside)))]
    for name in names:
        cells = [cell for found in kinds.values() for cell in _declined(found.get(name, []))]
        rows.append((name, *cells))
    lost = "; ".join(
        f"{LABELS[folder]} {share(Share.of(each.declined for each in measured.inside))}"
        for folder, measured in both.items()
    )
    note = (
        "The decision as a whole. Declined: decided as `out_of_scope`, `other_scheme` or"
        " `nlu_fallback`. Strict: the very intent that is wanted."
    )
    head = ["wanted intent and kind"]
    head += [f"{LABELS[folder]}: {what}" for folder in both for what in ("declined", "strict")]
    wrongly = f"Messages in scope that are declined or asked back: {lost}."
    return section("Out of scope", note, table(head, rows), wrongly)


def _declined(judged: Sequence[Judged]) -> tuple[str, str]:
    declined = Share.of(each.declined for each in judged)
    return share(declined), share(Share.of(each.strict for each in judged))


def scope(both: Both, drawing: str) -> str:
    """What the scope score alone finds, at thresholds of each folder's own and of the other."""
    rows = [
        (LABELS[folder], f"{kept:.0%}", *_cut(cut_keeping(kept, *scopes(measured)), measured))
        for folder, measured in both.items()
        for kept in KEPT
    ]
    note = (
        "The `scope` score alone, without the rules of the decision. Each row has the highest"
        " threshold that keeps so many of its messages in scope. The drawing has the left end of"
        " the curve; its dotted lines are at these shares."
    )
    head = ["set", "to be kept", "threshold", "kept", "out of scope found", "HKCanCor found"]
    areas = ", ".join(
        f"{LABELS[folder]} {number(area(*scopes(measured)))}" for folder, measured in both.items()
    )
    picture = f"![Found against lost at every threshold]({drawing})"
    parts = [table(head, rows), *_transferred(both), f"Area under the curve: {areas}.", picture]
    return section("Scope score", note, *parts)


def _transferred(both: Both) -> list[str]:
    if not {HELDOUT, DEVELOPMENT} <= set(both):
        return []
    found = []
    for kept in KEPT:
        threshold = cut_keeping(kept, *scopes(both[DEVELOPMENT])).threshold
        cut = cut_at(threshold, *scopes(both[HELDOUT]))
        found.append(f"that of {kept:.0%} keeps {cut.kept:.1%} and finds {cut.found:.1%}")
    return [f"The thresholds of the development sets on the held-out ones: {'; '.join(found)}."]


def _cut(cut: Cut, measured: Measured) -> tuple[str, ...]:
    speech = found_by(cut.threshold, measured.speech_scopes)
    return number(cut.threshold), f"{cut.kept:.1%}", f"{cut.found:.1%}", share(speech)


def corpus(both: Both) -> str:
    """What becomes of the utterances of the corpus."""
    speech = both[HELDOUT].speech
    if speech is None:
        return ""
    note = (
        "Utterances of the Hong Kong Cantonese Corpus, which ask the advisor nothing. Taken for"
        f" conversation: {', '.join(sorted(CHAT))}; only what is answered otherwise is wrong."
    )
    rows = [
        ("declined or asked back", share(speech.declined)),
        ("taken for conversation", share(speech.chat)),
        ("answered", share(speech.answered)),
        *((f"… as {intent}", count) for intent, count in speech.answers),
    ]
    return section("Everyday speech (HKCanCor)", note, table(("decided", "utterances"), rows))


def confused(both: Both, drawings: Mapping[str, str]) -> str:
    """The most frequent confusions, and drawings of all of them."""
    note = (
        "Sets in scope and out of scope together. A message in scope counts when the wanted intent"
        " is not among those answered. Messages out of scope count only when they are answered: to"
        " decline one with another of the declining intents is no confusion."
    )
    parts = []
    for folder, measured in both.items():
        pairs = confusions([*measured.inside, *measured.outside])
        rows = [(*pair, count) for pair, count in pairs[:CONFUSIONS]]
        parts += [
            f"**{LABELS[folder]}**: {sum(count for _, count in pairs)} messages.",
            table(("wanted", "decided", "messages"), rows),
            f"![Every confusion of the {LABELS[folder]} sets]({drawings[folder]})",
        ]
    return section("Confusions", note, *parts)
