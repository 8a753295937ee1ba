"""A figure of the scheme stands once, in `knowledge_base/`: nowhere else is it typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.knowledge.base import open_base
from tests.guards.figures import figures_of, patterns, words_of_python
from tests.guards.files import is_under, project_files, text_of

LOOKED_AT = ("bot", "actions", "data", "domain.yml", "config.yml", "tests")
EXEMPT = {
    "tests/nlu/heldout": "written without sight of the project; amounts are a user's own",
    "tests/nlu/development": "written without sight of the project; amounts are a user's own",
    "tests/conversations/deck_lines.yml": "the lines of the deck as they stand in it",
    "tests/conversations/coverage.yml": "the lines of the deck as they stand in it",
    "tests/scheme": "reckons an invented scheme",
    "tests/nlu/money_cases.yml": "every way to write an amount, whatever the amount",
    "tests/nlu/counts_cases.yml": "every way to write a count, whatever the number",
    "tests/nlu/budget_cases.yml": "budgets as people write them, whatever the amounts",
    "tests/nlu/test_money_text.py": "every way to write an amount, whatever the amount",
    "tests/nlu/understood_cases.yml": "budgets as people write them, whatever the amounts",
    "tests/nlu/test_money_forms.py": "every way to write an amount, whatever the amount",
    "tests/nlu/test_durations.py": "every way to write a duration, whatever the duration",
}


def figures_in(path: Path) -> Iterator[str]:
    """Each figure typed in a file: line, text and the parameter it belongs to."""
    text = text_of(path)
    parts = words_of_python(text) if path.suffix == ".py" else enumerate(text.splitlines(), 1)
    for line, words in parts:
        for figure in figures_of(words):
            yield f"{path}:{line}: {figure}"


def test_no_figure_of_the_scheme_is_typed_outside_the_knowledge_base() -> None:
    looked_at = [path for path in project_files() if is_under(path, LOOKED_AT)]
    found = [
        figure
        for path in looked_at
        if path.suffix in (".py", ".yml", ".yaml") and not is_under(path, tuple(EXEMPT))
        for figure in figures_in(path)
    ]

    assert len(looked_at) > 100
    assert found == [], "\n".join(["read it from the knowledge base instead:", *found])


@pytest.mark.parametrize("parameter", ["ceiling", "patent_cap", "fund_size"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_figure_as_the_advisor_writes_it_would_be_found(parameter: str, language: str) -> None:
    written = open_base().today().figure(parameter, language)

    assert patterns()[parameter].search(f"最多{written}。")


def test_other_spellings_would_be_found_and_other_amounts_would_not() -> None:
    ceiling = int(open_base().today().value("ceiling"))  # type: ignore[arg-type]
    pattern = patterns()["ceiling"]
    millions = ceiling // 10**6

    for written in (f"{ceiling}", f"{ceiling:,}", f"{millions}m", f"{millions} million"):
        assert pattern.search(written)
        assert not pattern.search(f"9{written}")
        assert not pattern.search(f"{written[:-1]}")
