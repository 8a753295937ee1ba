"""Statements with their figures, and the line that cites them, on an invented scheme."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from bot.knowledge.rendering import Renderer
from bot.knowledge.schema import (
    Entry,
    KnowledgeError,
    Library,
    Parameter,
    Scheme,
    Source,
    Text,
    Update,
)


def source(id_: str, dated: str) -> Source:
    title = {"zh": f"{id_}簡報", "en": f"{id_} slides"}
    return Source(id=id_, title=title, publisher=title, language="zh", date=dated, grade="press")


def parameter(id_: str, unit: str, **values: Any) -> Parameter:
    dated = {date(int(year.removeprefix("y")), 1, 1): value for year, value in values.items()}
    names = {"zh": id_, "en": id_}
    return Parameter(id=id_, names=names, unit=unit, values=dated, cite={"source": "moon"})


def entry(source: str, zh: str | None = None, en: str = "slide") -> Entry:
    cite = {"source": source, "place": {"zh": zh, "en": en} if zh else None}
    return Entry(id="thing", names={"zh": "甲", "en": "a"}, cite=cite)


LIBRARY = Library.construct(sources=(source("moon", "1999-03-07"), source("mars", "undated")))
SCHEME = Scheme.construct(
    parameters=(
        parameter("limit", "HKD", y2001=3000000, y2005=5000000),
        parameter("matching", "ratio", y2001="2:3"),
    )
)


def on(year: int) -> Renderer:
    return Renderer(LIBRARY, SCHEME, date(year, 6, 1))


SENTENCE = Text(
    zh="最多{limit}，即{grant_fraction}（{government_parts}比{company_parts}）。",
    en="At most {limit}, {grant_fraction} ({government_parts} to {company_parts}).",
)


def test_a_sentence_is_filled_with_the_figures_of_the_day() -> None:
    assert on(2001).text(SENTENCE, "zh") == "最多300萬港元，即五分之二（2比3）。"
    assert on(2001).text(SENTENCE, "en") == "At most HK$3 million, 2/5 (2 to 3)."
    assert on(2006).text(SENTENCE, "zh") == "最多500萬港元，即五分之二（2比3）。"


def test_the_share_follows_from_the_ratio() -> None:
    assert on(2001).grant_fraction() == Fraction(2, 5)


def test_an_update_has_figures_of_its_own() -> None:
    text = Text(zh="改為{limit}", en="Now {limit}")
    update = Update(
        id="raised",
        names=text,
        statement=text,
        when=text,
        figures={"limit": {"unit": "HKD", "value": 9000000}},
        cite={"source": "mars"},
    )

    assert on(2001).text(text, "en", update) == "Now HK$9 million"
    assert on(2001).text(text, "en") == "Now HK$3 million"


@pytest.mark.parametrize("year", [2000])
def test_a_day_without_a_value_is_an_error_and_not_the_last_known_value(year: int) -> None:
    with pytest.raises(KnowledgeError, match="limit: no value on 2000-06-01"):
        on(year).text(SENTENCE, "zh")


def test_a_figure_that_does_not_exist_is_told_by_name() -> None:
    with pytest.raises(KnowledgeError, match="no parameter 'speed'"):
        on(2001).text(Text(zh="{speed}", en="{speed}"), "zh")


def test_a_source_is_cited_with_its_date_and_place() -> None:
    assert on(2001).citation([entry("moon", "第1頁")], "zh") == "moon簡報（1999年3月7日）第1頁"
    assert on(2001).citation([entry("moon", "第1頁")], "en") == "moon slides (7 March 1999), slide"


def test_a_source_without_a_date_says_so_in_the_language_of_the_reader() -> None:
    assert on(2001).citation([entry("mars")], "zh") == "mars簡報（未註明日期）"
    assert on(2001).citation([entry("mars")], "en") == "mars slides (undated)"


def test_each_source_and_each_place_is_named_once() -> None:
    entries = [entry("moon", "甲頁"), entry("mars"), entry("moon", "甲頁"), entry("moon", "乙頁")]

    line = on(2001).citation(entries, "zh")

    assert line == "moon簡報（1999年3月7日）甲頁、乙頁；mars簡報（未註明日期）"
