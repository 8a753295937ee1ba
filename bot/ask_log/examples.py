"""The list as a file in Rasa's NLU format, for staff to sort the questions by intent.

Every question has a block of its own: Rasa knows no comment inside a block of examples,
and to put right what a question means is to change one word.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from bot.ask_log import AskLogError, Exit
from bot.ask_log.questions import AskLog, Question
from bot.ask_log.table import REASONS, guess, second_guesses

_SAFE = str.maketrans({"[": "［", "]": "］"})
_HEAD = """\
# make ask-log 寫嘅：顧問唔肯定嘅問題，照最似嘅意思排。每條上面寫住當時當作乜。
# 1. 每條睇一次：意思唔啱就改「intent:」後面個名（docs/intents.md 有解釋），唔要就成段刪走。
# 2. 睇晒先搬啲「- intent:」段落入 data/nlu/ 嘅檔案，再跑 make test。
#
# Written by make ask-log: questions that the advisor was not sure of, by the likeliest intent.
# The line above each says what it was taken for.
# 1. Look at each: put the name after "intent:" right (docs/intents.md explains them all), or
#    delete the whole block.
# 2. Only then move the "- intent:" blocks into the files of data/nlu/, and run make test.

version: "3.1"
nlu:
"""


def write_examples(log: AskLog, path: Path) -> None:
    """Write the questions to a new file.

    Raises:
        AskLogError: the file is there already, or cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(examples(log))
    except FileExistsError as error:
        raise AskLogError(
            f"{path} 已經有，唔會蓋過佢。 {path} is there already and is not overwritten:"
            " choose another name.",
            Exit.REFUSED,
        ) from error
    except OSError as error:
        raise AskLogError(
            f"寫唔到 {path}。 {path} cannot be written ({error.strerror}).", Exit.REFUSED
        ) from error


def examples(log: AskLog) -> str:
    """The file as text: the questions by their best guess, in the order of the list."""
    return _HEAD + "".join(_blocks(log))


def _blocks(log: AskLog) -> Iterator[str]:
    questions = sorted(log.questions, key=lambda each: each.best)
    for intent, group in groupby(questions, key=lambda each: each.best):
        yield f"\n# ───── {intent} ─────\n"
        yield from map(_block, group)


def _block(question: Question) -> str:
    facts = (
        f"當作 taken for {guess(question.taken_for)}",
        f"其次 second guess {', '.join(second_guesses(question)) or '-'}",
        REASONS[question.why],
        f"{question.times}×",
        f"{question.last:%Y-%m-%d}",
    )
    return (
        f"\n# {' · '.join(facts)}\n"
        f"- intent: {question.best}\n  examples: |\n    - {_example(question.text)}\n"
    )


def _example(text: str) -> str:
    """`text` without what means something to Rasa: the marks of entities and of payloads."""
    safe = text.translate(_SAFE)
    return f"／{safe[1:]}" if safe.startswith("/") else safe
