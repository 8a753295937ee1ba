"""The card of a calculation shows each item, the sums and the parts of the whole budget."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.knowledge.values import format_money
from tests.nlg.examples import BASE, CALCULATIONS, Line, budget
from tests.nlg.looked_at import CODES, HEADINGS, aloud, amounts, pieces, strings
from tests.nlg.replies import reply

LANGUAGES = ["zh-HK", "zh-CN", "en"]
LINES = st.tuples(
    st.sampled_from([each.id for each in BASE.scheme.expenses]),
    st.integers(min_value=0, max_value=90_000_000),
    st.one_of(st.none(), st.integers(min_value=1, max_value=5)),
    st.sampled_from(["", "XYZ"]),
)
steadily = settings(
    max_examples=40, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def card_of(example: str, language: str = "en") -> dict[str, Any]:
    response, data = CALCULATIONS[example]
    card: dict[str, Any] = reply(response, language, **data)["card"]
    return card


def parts(card: dict[str, Any]) -> dict[str, float]:
    return {part["role"]: part["share"] for part in card["bar"]["parts"]}


def money(amount: str) -> str:
    return format_money(Decimal(amount), "en")


@steadily
@given(lines=st.lists(LINES, min_size=1, max_size=6), language=st.sampled_from(LANGUAGES))
def test_whatever_the_budget_the_card_says_what_the_text_says(
    lines: list[Line], language: str
) -> None:
    response, data = budget(*lines, ("machinery", 1, None, ""))
    said = reply(response, language, **data)
    card = said["card"]

    assert amounts(aloud(card)) == amounts(said["text"])
    assert len(card["rows"]) == len(lines) + 1
    told = {piece for each in strings(card, CODES | HEADINGS) for piece in pieces(each)}
    assert {each for each in told if each not in said["text"]} == set()


@steadily
@given(lines=st.lists(LINES, min_size=1, max_size=6))
def test_the_shares_are_those_of_the_amounts_and_add_up_to_the_whole(lines: list[Line]) -> None:
    response, data = budget(*lines, ("rent", 1, None, ""))
    shares = parts(reply(response, "en", **data)["card"])
    amounts_by_role = {"government": "grant", "own": "own_share", "excluded": "excluded_total"}

    assert sum(shares.values()) == pytest.approx(1)
    for role, amount in amounts_by_role.items():
        exact = float(Decimal(data[amount]) / Decimal(data["budget_total"]))
        assert shares.get(role, 0) == pytest.approx(exact, abs=0.001)
        assert (role in shares) is (data[amount] != "0")


@pytest.mark.parametrize("example", list(CALCULATIONS))
def test_the_grant_stands_out_among_the_sums(example: str) -> None:
    strong = [each for each in card_of(example)["totals"] if each["strong"]]

    assert [each["value"] for each in strong] == [money(CALCULATIONS[example][1]["grant"])]


@pytest.mark.parametrize(
    ("example", "states"),
    [
        ("items", ["full", "none"]),
        ("over a cap", ["part", "full"]),
        ("too often", ["part", "none"]),
        ("nothing counts", ["none", "none"]),
        ("partly itemised", ["full", "full"]),
    ],
)
def test_a_row_shows_whether_it_counts_wholly_in_part_or_not(
    example: str, states: list[str]
) -> None:
    assert [row["state"] for row in card_of(example)["rows"]] == states


def test_what_does_not_count_has_its_reason_and_is_all_of_the_bar_if_nothing_counts() -> None:
    card = card_of("nothing counts")

    assert all(row["note"] and row["counted"] == money("0") for row in card["rows"])
    assert parts(card) == {"excluded": 1}


def test_each_condition_stands_once_with_the_item_that_it_is_for() -> None:
    response, data = budget(("machinery", 5, None, "XYZ"), ("machinery", 6, None, "ABC"))
    said = reply(response, "en", **data)
    (note,) = said["card"]["notes"]

    assert BASE.expenses["machinery"].names.en in note
    condition = BASE.expenses["machinery"].condition.en  # type: ignore[union-attr]
    assert condition in note
    assert said["text"].count(condition) == 1


@pytest.mark.parametrize("example", ["a total", "an investment", "own money"])
def test_without_items_there_are_sums_and_a_bar_and_no_rows(example: str) -> None:
    card = card_of(example)

    assert card["rows"] == card["columns"] == []
    assert set(parts(card)) == {"government", "own"}
    assert card["disclaimer"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_total_with_an_item_added_to_it_is_told_item_by_item(language: str) -> None:
    response, data = CALCULATIONS["partly itemised"]
    said = reply(response, language, **data)
    first = said["card"]["rows"][0]

    assert first["name"] in said["text"]
    assert first["note"] in said["text"]
    assert "unspecified" not in said["text"]
