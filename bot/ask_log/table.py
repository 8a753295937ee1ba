"""The list as a table for the terminal; Chinese characters take two columns of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bot.ask_log.questions import AskLog, Guess, Question
from bot.ask_log.reading import Why
from bot.nlu.heard import SEVERAL

REASONS: dict[Why, str] = {
    "asked_back": "問返 asked back",
    "outside": "範圍外 outside",
    "two_readings": "兩解 two ways",
    "unsure": "唔肯定 unsure",
    "unclear": "唔清楚 unclear",
}
Cell = Sequence[str]

_HEAD: tuple[Cell, ...] = (
    ("最後 Last", "點解 Why"),
    ("次數", "Times"),
    ("當作 Taken for", "其次 Second guess"),
    ("問題 Question",),
)
_GAP = "  "
_LINES_OF_TEXT = 2
_LEAST_TEXT = 20
_HINT = (
    "改啱佢哋嘅意思，做訓練例句 · To sort them into training examples:"
    ' make ask-log ARGS="--examples FILE"'
)


def table(log: AskLog, width: int) -> str:
    """The whole answer to `make ask-log`: what was found, and the table when there is any."""
    parts = [_summary(log)]
    if log.questions:
        rows = [_HEAD, *map(_row, log.questions)]
        columns = [max(columns_of(line) for row in rows for line in row[i]) for i in range(3)]
        left = width - sum(columns) - len(_GAP) * len(columns)
        head, *body = ["\n".join(_lines(row, columns, max(left, _LEAST_TEXT))) for row in rows]
        parts += [f"{head}\n{'─' * width}", *body, _HINT]
    return "\n\n".join(parts) + "\n"


def guess(each: Guess) -> str:
    """An intent with its confidence; one that was not decided by its likeness has none."""
    return f"{each.intent} {each.confidence:.0%}" if each.confidence else each.intent


def second_guesses(question: Question) -> list[str]:
    """The next likely intent; of two readings both."""
    return [guess(each) for each in question.others[: 2 if _is_two(question) else 1]]


def columns_of(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return sum(map(_columns_of_character, text))


def wrap(text: str, width: int, lines: int) -> list[str]:
    """`text` in at most so many lines of `width` columns; … where it is cut."""
    found = [""]
    for character in text:
        if columns_of(found[-1] + character) > width:
            found.append("")
        found[-1] += character
    if len(found) > lines:
        found = found[:lines]
        while columns_of(found[-1]) >= width:
            found[-1] = found[-1][:-1]
        found[-1] += "…"
    return found


def _is_two(question: Question) -> bool:
    return question.taken_for.intent == SEVERAL


def _summary(log: AskLog) -> str:
    if not log.messages and not log.unreadable:
        said = "未有人問過嘢 · Nobody has asked anything yet"
    elif not log.questions:
        said = f"{log.messages} 句入面冇問題要睇 · None of {log.messages} messages is doubtful"
    else:
        said = (
            f"{log.messages} 句入面有 {log.total} 條問題要睇"
            f" · {log.total} doubtful questions in {log.messages} messages"
        )
        if len(log.questions) < log.total:
            said += f"（最多問嘅 {len(log.questions)} 條 · the {len(log.questions)} most frequent）"
    if log.unreadable:
        said += f"\n{log.unreadable} 項讀唔到 · {log.unreadable} entries could not be read"
    return said


def _row(question: Question) -> tuple[Cell, ...]:
    return (
        (f"{question.last:%Y-%m-%d %H:%M}", REASONS[question.why]),
        (str(question.times),),
        (guess(question.taken_for), *second_guesses(question)),
        (question.text,),
    )


def _lines(row: Sequence[Cell], columns: Sequence[int], left: int) -> Iterator[str]:
    *facts, (text,) = row
    cells = (*facts, wrap(text, left, _LINES_OF_TEXT))
    for parts in zip_longest(*cells, fillvalue=""):
        padded = (
            part + " " * (wide - columns_of(part))
            for part, wide in zip(parts, (*columns, 0), strict=True)
        )
        yield _GAP.join(padded).rstrip()


def _columns_of_character(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
