"""Twice the text is twice the work: counted in calls of functions, since no test measures time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from bot.nlu.bench_money import WORST, pairing
from bot.nlu.counts_text import find_counts
from bot.nlu.money_text import find_amounts

_SHORT, _FACTOR = 600, 4
_MOST = 1.3  # how much more than in proportion the work may grow: what is done once weighs less


def _amounts(text: str) -> None:
    find_amounts(text)


def _counts(text: str) -> None:
    find_counts(text)


def _calls(work: Callable[[], Any]) -> int:
    """How many functions are called, those of regular expressions and of strings included."""
    made = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("piece", WORST)
@pytest.mark.parametrize("reader", [_amounts, _counts])
def test_reading_numbers_takes_work_in_proportion_to_the_text(
    piece: str, reader: Callable[[str], None]
) -> None:
    short, long = ((piece * length)[:length] for length in (_SHORT, _SHORT * _FACTOR))
    assert _calls(lambda: reader(long)) < _calls(lambda: reader(short)) * _FACTOR * _MOST


@pytest.mark.parametrize("piece", WORST)
def test_pairing_takes_work_in_proportion_to_the_text(piece: str) -> None:
    short, long = ((piece * length)[:length] for length in (_SHORT, _SHORT * _FACTOR))
    assert _calls(pairing(long)) < _calls(pairing(short)) * _FACTOR * _MOST
