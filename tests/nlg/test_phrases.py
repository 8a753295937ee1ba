"""The phrases of texts and cards are there in both languages, each in its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from ruamel.yaml import YAML

from bot.settings import ROOT
from tests.nlg.looked_at import CHINESE

TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def phrases() -> Iterator[tuple[str, object]]:
    read = YAML(typ="safe").load((ROOT / "bot/nlg/phrases.yml").read_text(encoding="utf-8"))
    for section, its in read.items():
        for name, phrase in its.items():
            yield f"{section}.{name}", phrase


@pytest.mark.parametrize(("name", "phrase"), list(phrases()))
def test_a_phrase_has_both_languages_unless_it_is_of_none(name: str, phrase: object) -> None:
    if isinstance(phrase, str):
        assert not re.search(r"[^\W\d_]", TAGS.sub("", phrase)), name
    else:
        assert isinstance(phrase, dict)
        assert set(phrase) == {"zh", "en"}
        assert not CHINESE.search(phrase["en"])
