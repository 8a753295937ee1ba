"""What a threshold of scope keeps and finds is counted right."""

from __future__ import annotations

import pytest

from bot.evaluation.scope import Cut, area, curve, cut_at, cut_keeping

INSIDE = [0.1, 0.5, 0.6, 0.7]
OUTSIDE = [-0.2, 0.1, 0.3, 0.55]


def test_what_is_at_the_threshold_is_kept() -> None:
    assert cut_at(0.1, INSIDE, OUTSIDE) == Cut(0.1, kept=1.0, found=0.25)
    assert cut_at(0.5, INSIDE, OUTSIDE) == Cut(0.5, kept=0.75, found=0.75)


@pytest.mark.parametrize(
    ("share", "threshold"), [(1.0, 0.1), (0.98, 0.1), (0.75, 0.5), (0.7, 0.5), (0.5, 0.6)]
)
def test_the_highest_threshold_is_taken_that_keeps_enough(share: float, threshold: float) -> None:
    found = cut_keeping(share, INSIDE, OUTSIDE)

    assert found.threshold == threshold
    assert found.kept >= share


def test_five_of_a_hundred_may_go_when_95_per_cent_are_kept() -> None:
    assert cut_keeping(0.95, [float(score) for score in range(100)], [3.0]).threshold == 5.0


def test_the_curve_goes_from_keeping_everything_to_keeping_nothing() -> None:
    cuts = curve(INSIDE, OUTSIDE)

    assert (cuts[0].kept, cuts[0].found) == (1.0, 0.0)
    assert (cuts[-1].kept, cuts[-1].found) == (0.0, 1.0)
    assert [cut.kept for cut in cuts] == sorted((cut.kept for cut in cuts), reverse=True)


def test_the_area_is_the_share_of_pairs_in_order() -> None:
    assert area([2.0, 3.0], [0.0, 1.0]) == 1
    assert area([1.0], [1.0]) == 0.5
    assert area([0.0], [1.0]) == 0
    assert area(INSIDE, OUTSIDE) == (1.5 + 3 + 4 + 4) / 16
