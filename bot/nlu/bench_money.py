"""`python -m bot.nlu.bench_money`: how long the worst inputs take to be read, and how that grows.

For each input the time of a long text, and how many times that of a tenth of it: about ten when
the work is in proportion. No test measures time; tests/nlu/test_money_work.py counts work.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from time import process_time
from typing import NamedTuple

from bot.nlu.budget_lines import pair
from bot.nlu.counts_text import find_counts
from bot.nlu.money_plain import plain
from bot.nlu.money_text import find_amounts

WORST = (
    *("1,", "三百三百", "十十", "1萬2", "三萬幾", "萬", "\t", "3\t", "(", "(3)", "「每部」"),
    *("每部3萬", "機1200萬、", "機3,", "3萬各", "一部3萬", "3x", "x3 ", "1 000 ", "iso 9", "a.b@"),
    *("one hundred and ", "machines 3m ", "3 big red machines ", "1-", "3至", "約3萬", "|3"),
    *("機|3萬\n", "機,3\n", "=3萬", "無人機30萬、", "三點", "個半", "2020", "27886868 ", "$"),
)
PLAIN = "我哋打算買三部包裝機，每部約二百萬，另外請顧問設計條線要八十萬，唔該幫我計下可以攞幾多。"
_LONG, _PART, _RUNS = 10_000, 10, 5
_NAME = re.compile("無人機|包裝機|機|顧問")


class Thing(NamedTuple):
    """A mention, as far as pairing looks at it."""

    start: int
    end: int
    text: str


def things(text: str) -> list[Thing]:
    """The things of a text without the knowledge base."""
    return [Thing(*found.span(), found[0]) for found in _NAME.finditer(text)]


def pairing(text: str) -> Callable[[], object]:
    """The pairing of a text whose things, amounts and counts are known."""
    known = things(text), find_amounts(text), find_counts(text)
    return lambda: pair(*known, text)


def main() -> None:
    """Measure each reader on each input and print the slowest first."""
    readers: dict[str, Callable[[str], Callable[[], object]]] = {
        "find_amounts": lambda text: lambda: find_amounts(text),
        "find_counts": lambda text: lambda: find_counts(text),
        "pair": pairing,
    }
    for name, reader in readers.items():
        rows = [(*_measure(reader, piece), piece) for piece in (*WORST, PLAIN)]
        sys.stdout.write(f"{name}, {_LONG} characters; times a text of {_LONG // _PART}\n")
        for seconds, growth, piece in sorted(rows, reverse=True):
            sys.stdout.write(f"{seconds * 1000:9.1f} ms {growth:6.1f} x  {piece!r}\n")


def _measure(reader: Callable[[str], Callable[[], object]], piece: str) -> tuple[float, float]:
    text = (piece * _LONG)[:_LONG]
    long, short = _best(reader(text)), _best(reader(text[: _LONG // _PART]))
    return long, long / short


def _best(work: Callable[[], object]) -> float:
    """The shortest of a few runs, in seconds of this process."""
    times = []
    for _ in range(_RUNS):
        plain.cache_clear()
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
