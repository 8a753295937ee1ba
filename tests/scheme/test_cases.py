"""Runs the cases in `cases/`: each has a name, what is given, and what is expected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.scheme.funding import (
    BudgetLine,
    FundingResult,
    Refusal,
    calculate,
    from_total,
    investment_for_grant,
    project_for_own_share,
)
from bot.scheme.money import Money

from .invented import LIMIT, RULES, TERMS

FILES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
CASES = [
    (f"{path.stem}: {case['name']}", case)
    for path in FILES
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CASES])
def test_case_comes_out_as_expected(case: dict[str, Any]) -> None:
    result = run(case["given"])
    shown = {key: plain(result, key) for key in case["expect"]}
    assert shown == {key: amounts_as_text(value) for key, value in case["expect"].items()}


def test_every_case_has_a_name_of_its_own_and_expects_something() -> None:
    names = [name for name, _ in CASES]
    assert len(set(names)) == len(names)
    assert all(case["expect"] and set(case) == {"name", "given", "expect"} for _, case in CASES)


def run(given: dict[str, Any]) -> object:
    ((kind, value),) = given.items()
    if kind == "lines":
        return calculate([line(data) for data in value], RULES, TERMS, LIMIT)
    ask = {
        "total": from_total,
        "wanted_grant": investment_for_grant,
        "own_money": project_for_own_share,
    }[kind]
    return ask(Money.of(value), TERMS, LIMIT)


def line(data: dict[str, Any]) -> BudgetLine:
    return BudgetLine(data["expense"], Money.of(data["amount"]), data.get("count"))


def plain(result: object, key: str) -> object:
    if key == "refused":
        return result.code if isinstance(result, Refusal) else None
    if key in ("reasons", "counted", "occurrences"):
        assert isinstance(result, FundingResult)
        name = "reason" if key == "reasons" else key
        return [amounts_as_text(getattr(each, name)) for each in result.lines]
    return amounts_as_text(getattr(result, key))


def amounts_as_text(value: object) -> object:
    """Amounts and numbers compare as text, since a case may write either."""
    if isinstance(value, list):
        return [amounts_as_text(each) for each in value]
    if isinstance(value, Money | int) and not isinstance(value, bool):
        return str(value)
    return value
