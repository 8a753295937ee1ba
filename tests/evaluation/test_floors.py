"""The trained model understands the held-out sets at least as well as floors.yml says."""

from __future__ import annotations

import pytest

from bot.evaluation.floors import read_floors, too_low

FLOORS = read_floors()


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_a_figure_is_not_under_its_floor(name: str, heldout_figures: dict[str, float]) -> None:
    measured = heldout_figures.get(name, "not measured at all")

    assert name not in too_low(heldout_figures, FLOORS), f"{name}: {measured}"


def test_every_figure_has_a_floor(heldout_figures: dict[str, float]) -> None:
    assert sorted(set(heldout_figures) - set(FLOORS)) == []


def test_what_is_too_low_or_unknown_is_named() -> None:
    measured = {"good": 0.9, "level": 0.8, "bad": 0.7, "new": 0.9}
    floors = {"good": 0.8, "level": 0.8, "bad": 0.8, "gone": 0.8}

    assert too_low(measured, floors) == ["bad", "gone", "new"]
