"""A card shows what the text says, in the same words: nothing more, and all of it if whole."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from opencc import OpenCC
from rasa.core.actions.action import create_bot_utterance
from rasa.core.channels.channel import CollectingOutputChannel

from tests.nlg.examples import CALCULATIONS, CHECKS, EXAMPLES, LISTS, verdicts
from tests.nlg.looked_at import (
    CHINESE,
    CODES,
    HEADINGS,
    aloud,
    amounts,
    pieces,
    strings,
)
from tests.nlg.replies import reply

LANGUAGES = pytest.mark.parametrize("language", ["zh-HK", "zh-CN", "en"])
SENTENCES = {"an investment", "more than there is", "own money", "much own money"}
"""Calculations whose text is a sentence, where the card has labels."""

ONLY_IN_SENTENCES = {"計", "计", "包括", "counts", "It includes", "Conditions"}


def message(example: str, language: str) -> dict[str, Any]:
    response, data = EXAMPLES[example]
    return reply(response, language, **data)


@LANGUAGES
@pytest.mark.parametrize("example", list(EXAMPLES))
def test_a_card_is_plain_json_of_the_kind_that_the_answer_has(example: str, language: str) -> None:
    card = message(example, language)["card"]

    assert json.loads(json.dumps(card)) == card
    kinds = {"calculation": CALCULATIONS, "eligibility": CHECKS}
    expected = next((kind for kind, its in kinds.items() if example in its), "")
    assert card["kind"] == expected or (
        example in LISTS and card["kind"] in ("expenses", "services")
    )


@LANGUAGES
@pytest.mark.parametrize("example", [*CALCULATIONS, *LISTS])
def test_a_card_says_nothing_that_the_text_does_not_say(example: str, language: str) -> None:
    said = message(example, language)

    for each in strings(said["card"], CODES | HEADINGS):
        missing = {piece for piece in pieces(each) if piece not in said["text"]}
        assert missing == set(), each


@LANGUAGES
@pytest.mark.parametrize("example", [*LISTS, *CALCULATIONS, *CHECKS])
def test_a_whole_card_leaves_nothing_of_the_text_out(example: str, language: str) -> None:
    said = message(example, language)
    card = said["card"]
    shown = aloud(card)

    assert card["whole"] is (example != "half way")
    if card["whole"] and example not in SENTENCES:
        missing = {each for each in pieces(said["text"]) if not _stands_in(each, shown)}
        assert missing == set()


def _stands_in(piece: str, shown: str) -> bool:
    rest = piece
    for word in ONLY_IN_SENTENCES:
        rest = rest.removeprefix(word).removesuffix(word).strip()
    return rest in shown


@LANGUAGES
@pytest.mark.parametrize("example", list(EXAMPLES))
def test_the_amounts_of_a_card_are_those_of_the_text(example: str, language: str) -> None:
    said = message(example, language)

    if said["card"]["whole"]:
        assert amounts(aloud(said["card"])) == amounts(said["text"])


@pytest.mark.parametrize("example", list(EXAMPLES))
def test_a_card_in_english_has_no_chinese_in_it(example: str) -> None:
    assert not CHINESE.search(aloud(message(example, "en")["card"]))


@pytest.mark.parametrize("example", list(EXAMPLES))
def test_a_card_in_simplified_is_the_other_one_in_simplified(example: str) -> None:
    traditional, simplified = (message(example, each)["card"] for each in ("zh-HK", "zh-CN"))

    assert aloud(simplified) == OpenCC("hk2s").convert(aloud(traditional))
    assert simplified["kind"] == traditional["kind"]


@LANGUAGES
def test_a_message_says_in_which_language_it_is(language: str) -> None:
    assert reply("utter_greet", language)["language"] == language


@pytest.mark.parametrize("written", [None, "unheard of"])
def test_whoever_wrote_in_no_language_yet_is_answered_in_cantonese(written: str | None) -> None:
    assert reply("utter_greet", written)["language"] == "zh-HK"


@LANGUAGES
@pytest.mark.parametrize(
    ("response", "data"),
    [
        ("utter_greet", {}),
        ("utter_topic", {"topic": "ceiling"}),
        ("utter_check_started", {}),
        ("utter_budget_asked", {}),
        verdicts("machinery"),
        verdicts(unknown=("XYZ",)),
    ],
)
def test_an_answer_that_is_better_read_has_no_card(
    response: str, data: dict[str, Any], language: str
) -> None:
    assert "card" not in reply(response, language, **data)


def test_rasa_hands_the_card_to_the_channel_and_does_not_print_it() -> None:
    event = create_bot_utterance(message("items", "en"))
    handed, plain = event.message(), CollectingOutputChannel()
    asyncio.run(plain.send_response("me", event.message()))

    assert (handed["language"], handed["card"]["kind"]) == ("en", "calculation")
    assert [set(each) for each in plain.messages] == [{"recipient_id", "text", "buttons"}]
