"""The evaluation sets measure how people are understood: no text of theirs is trained on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bot.nlu.folding import fold
from tests.guards import rasa_data

SETS = Path(__file__).resolve().parents[1] / "nlu"
FOLDERS = ("heldout", "development")
_PHRASES = [
    "hi", "hi早晨", "hi你好", "hiya", "你好呀", "您好。", "喂喂", "早晨", "早安", "在嗎",
    "bye", "88", "拜拜", "拜拜啦", "再會。", "thx", "多謝晒", "唔該晒", "謝謝啦",
    "ok呀", "yes", "yep", "係", "係呀", "對的", "冇錯", "沒錯", "正確。",
    "no", "nope", "否。", "唔係", "唔係喎", "不是", "不是的", "沒有", "未有", "冇呀", "冇喎",
    "唔使喇", "取消", "不太清楚", "唔知喎", "仲諗緊", "未諗好", "還沒想好",
    "點解", "點解呀", "點解嘅", "why呀", "轉人工", "搵真人", "由頭計過", "半自動",
    "x", "滾", "收皮啦", "on9",
]  # fmt: skip
EVERYDAY = frozenset(fold(phrase).text for phrase in _PHRASES)
"""Phrases of at most four characters that anybody would say, so that several pens wrote them."""

_LONGEST_EVERYDAY = 4


@lru_cache(maxsize=2)
def texts(folder: str) -> tuple[tuple[str, str], ...]:
    """File and folded text of every message of a folder, each turn of a conversation too."""
    return tuple(_texts(folder))


def _texts(folder: str) -> Iterator[tuple[str, str]]:
    for path in sorted((SETS / folder).glob("*.yml")):
        for item in YAML(typ="safe").load(path.read_text(encoding="utf-8")):
            for text in item.get("turns") or [item["text"]]:
                yield f"{folder}/{path.name}", fold(str(text)).text


def trained() -> dict[str, str]:
    """Folded text of every written example, and the file that it stands in."""
    return {fold(text).text: f"data/nlu/{stem}.yml" for stem, _, text in rasa_data.examples()}


def standing_in(known: dict[str, str], folder: str) -> list[str]:
    """The texts of a folder that stand in `known` as well, everyday phrases aside."""
    return [
        f"{file}: {text!r} also stands in {known[text]}"
        for file, text in texts(folder)
        if text in known and text not in EVERYDAY
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_text_of_the_sets_is_trained_on(folder: str) -> None:
    known = trained()
    both = standing_in(known, folder)

    assert min(len(known), len(texts(folder))) > 1000
    assert both == [], "\n".join(["take these out of the training data:", *both])


def test_no_text_that_is_judged_only_is_one_that_settings_were_chosen_on() -> None:
    judged, chosen = FOLDERS

    assert standing_in({text: file for file, text in texts(chosen)}, judged) == []


def test_only_short_phrases_are_taken_for_everyday_ones() -> None:
    assert [phrase for phrase in EVERYDAY if len(phrase) > _LONGEST_EVERYDAY] == []
