"""The comparison of classifiers counts right: invented data, nothing long trained."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.evaluation.comparison.data import (
    Example,
    Item,
    draw,
    draw_share,
    read_examples,
    read_items,
)
from bot.evaluation.comparison.document import with_part
from bot.evaluation.comparison.linear import CharacterNgrams
from bot.evaluation.comparison.one_run import (
    KEPT,
    SCORES,
    Asked,
    Figures,
    Order,
    recall_name,
    recalls_of,
)
from bot.evaluation.comparison.pages import comparison
from bot.evaluation.comparison.plots import CURVES, OUTSIDE, draw_all
from bot.evaluation.comparison.runs import key_of
from bot.evaluation.comparison.scoring import (
    Reading,
    accuracy,
    macro_f1,
    margin,
    outside_recall,
    reading_of,
)

POOL = [Example(f"{intent} {number}", intent) for intent in "abc" for number in range(30)]


def item(wanted: str, *also: str, text: str = "?") -> Item:
    return Item(text, wanted, (wanted, *also), "cantonese")


def test_a_draw_takes_as_many_of_each_intent_and_a_smaller_one_is_part_of_it() -> None:
    five, twenty = draw(POOL, 5), draw(POOL, 20)

    assert [each.intent for each in five] == ["a"] * 5 + ["b"] * 5 + ["c"] * 5
    assert set(five) < set(twenty)
    assert len(set(twenty)) == 60
    assert draw(POOL, 5) == five
    assert draw(POOL, 5, seed=21) != five


def test_a_draw_of_an_intent_does_not_depend_on_the_others_and_ends_with_what_there_is() -> None:
    alone = [each for each in POOL if each.intent == "b"]

    assert draw(alone, 5) == [each for each in draw(POOL, 5) if each.intent == "b"]
    assert sorted(draw(alone, 99), key=str) == sorted(alone, key=str)


def test_a_share_is_the_same_of_each_intent() -> None:
    drawn = draw_share([*POOL, Example("only one", "rare")], 1 / 3)

    assert [[e.intent for e in drawn].count(name) for name in ("a", "b", "c", "rare")] == [
        *(10, 10, 10),
        1,
    ]


def test_examples_are_read_once_each_and_without_what_is_tested(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    head, line = 'version: "3.1"\nnlu:\n', "- intent: {}\n  examples: |\n{}"
    (tmp_path / "a.yml").write_text(head + line.format("ask_a", "    - 幾錢呀\n    - Hello\n"))
    (tmp_path / "more" / "b.yml").write_text(
        head + line.format("ask_b", "    - 几钱呀\n    - yes\n")
    )

    found = read_examples([item("greet", text="HELLO")], tmp_path)

    assert found == [Example("幾錢呀", "ask_a"), Example("yes", "ask_b")]


def test_labels_that_are_equally_right_are_read_with_an_item(tmp_path: Path) -> None:
    path = tmp_path / "set.yml"
    path.write_text("- {text: 88, intent: goodbye, also: [affirm], register: mixed}\n")

    assert read_items(path) == [
        Item("88", "goodbye", ("goodbye", "affirm"), "mixed"),
    ]


def test_an_equally_right_answer_is_right() -> None:
    items = [item("a", "b"), item("a"), item("c")]

    assert accuracy(items, ["b", "b", "c"]) == pytest.approx(2 / 3)
    # a: one of two right; c: right; the false b is of an intent that nobody wanted
    assert macro_f1(items, ["b", "b", "c"]) == pytest.approx((2 / 3 + 1) / 2)


def test_the_limit_of_scope_gives_up_no_more_than_it_may() -> None:
    inside = [float(score) for score in range(100)]
    outside = [-1.0, 1.5, 4.5, 5.0, 90.0]

    assert outside_recall(inside, outside, 0.98) == pytest.approx(2 / 5)
    assert outside_recall(inside, outside, 0.95) == pytest.approx(3 / 5)
    assert outside_recall([1.0] * 10, [1.0, 0.5], 0.95) == pytest.approx(1 / 2)
    assert outside_recall([], outside, 0.95) == 0.0


def test_scope_is_the_best_inside_less_the_best_outside() -> None:
    reading = reading_of({"ask_a": 0.25, "ask_b": 0.1, "out_of_scope": 0.5, "other_scheme": 0.15})

    assert (reading.intent, reading.inside, reading.scope) == ("out_of_scope", 0.25, -0.25)
    assert reading_of({"ask_a": 0.75}).scope == 0.75


def test_a_margin_is_of_the_best_right_label_over_the_best_wrong_one() -> None:
    assert margin(item("a", "b"), {"a": 0.2, "b": 0.6, "c": 0.5}) == pytest.approx(0.1)
    assert margin(item("a"), {"a": 0.2, "b": 0.6, "c": 0.5}) == pytest.approx(-0.4)


def test_a_part_of_the_document_is_replaced_and_the_other_stays() -> None:
    first = with_part("", "rules", "old rules")
    both = with_part(first, "methods", "methods")
    again = with_part(both, "rules", "new rules")

    assert both.index("methods\n") < both.index("old rules")
    assert again == both.replace("old", "new")


def figures(method: str, size: str, examples: int) -> Figures:
    recalls = {recall_name(score, kept): 0.5 for score in SCORES for kept in KEPT}
    return Figures(method, size, examples, 0.75, 0.6251, recalls, 30.0, 2.0, 1.5, "a note")


def test_recalls_are_counted_by_each_score() -> None:
    inside = [Reading("a", 0.9, 0.1)] * 20
    outside = [Reading("b", 0.8, 0.2), Reading("b", 0.95, 0.0)]

    assert recalls_of(inside, outside) == {
        "inside 0.95": 0.5,
        "inside 0.98": 0.5,
        "scope 0.95": 0.5,
        "scope 0.98": 0.5,
    }


def test_a_linear_method_learns_and_reads() -> None:
    method = CharacterNgrams()
    method.fit([Example(f"{intent}{number}", intent) for intent in "ab" for number in range(9)])

    assert [reading.intent for reading in method.read(["a5", "b5"])] == ["a", "b"]


def test_the_page_has_every_figure_and_says_what_was_not_run() -> None:
    found = [
        figures("ours", "20", 1120),
        figures("stock", "20", 1120),
        figures("ours", "all", 9000),
    ]
    page = comparison(found, Asked((item("a"),), ()), pool=9000)

    assert "| this project | all | 9,000 | 0.750 | 0.625 | 0.500 |" in page
    assert "**not run on all examples**" in page
    assert "$" not in page


def test_drawings_of_the_same_figures_are_the_same_bytes(tmp_path: Path) -> None:
    found = [figures("ours", "5", 280), figures("ours", "all", 9000), figures("stock", "5", 280)]
    draw_all(found, 56, tmp_path / "one")
    draw_all(found, 56, tmp_path / "two")

    for name in (CURVES, OUTSIDE):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_run_is_known_again_until_what_it_depends_on_changes() -> None:
    example = Example("幾錢", "a")
    order = Order("vectors", "5", (example,), Asked((item("a", "b", "c"),), ()))

    assert key_of(order) == key_of(replace(order, examples=(Example("幾錢", "a"),)))
    assert key_of(order) != key_of(replace(order, examples=(example, example)))
    assert key_of(order) != key_of(replace(order, method="stock"))
    assert "{" not in repr(order), "a set is written in another order by each process"
