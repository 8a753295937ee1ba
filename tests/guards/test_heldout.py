"""The held-out sets measure how people are understood: no text of theirs is trained on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML

from bot.nlu.folding import fold
from tests.guards import rasa_data

HELDOUT = Path(__file__).resolve().parents[1] / "nlu" / "heldout"
_PHRASES = [
    "hi", "hi早晨", "你好呀", "在嗎", "bye", "88", "拜拜", "thx", "ok呀", "yes", "yep", "係",
    "係呀", "對的", "冇錯", "no", "nope", "唔係", "不是", "沒有", "未有", "唔使喇", "不太清楚",
    "仲諗緊", "還沒想好", "點解呀", "轉人工", "由頭計過", "半自動", "x", "滾", "收皮啦",
]  # fmt: skip
EVERYDAY = frozenset(fold(phrase).text for phrase in _PHRASES)
"""Phrases of at most four characters that anybody would say, so that both pens wrote them."""

_LONGEST_EVERYDAY = 4


def heldout() -> Iterator[tuple[str, str]]:
    """File and folded text of every message of the sets."""
    for path in sorted(HELDOUT.glob("*.yml")):
        for item in YAML(typ="safe").load(path.read_text(encoding="utf-8")):
            for text in item.get("turns") or [item["text"]]:
                yield path.name, fold(str(text)).text


def trained() -> dict[str, str]:
    """Folded text of every written example, and the file that it stands in."""
    return {fold(text).text: stem for stem, _, text in rasa_data.examples()}


def test_no_text_of_the_held_out_sets_is_trained_on() -> None:
    known = trained()
    both = [
        f"{file}: {text!r} also stands in data/nlu/{known[text]}.yml"
        for file, text in heldout()
        if text in known and text not in EVERYDAY
    ]

    assert len(known) > 1000
    assert both == [], "\n".join(["take these out of the training data:", *both])


def test_only_short_phrases_are_taken_for_everyday_ones() -> None:
    assert [phrase for phrase in EVERYDAY if len(phrase) > _LONGEST_EVERYDAY] == []
