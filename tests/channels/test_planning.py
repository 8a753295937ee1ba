"""Whatever is to be said, every part of it is one that the app takes, and all of it is there."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.collected import to_reply
from bot.channels.messenger import Option
from bot.channels.planning import LIMITS
from bot.conversations.model import Language, Message
from bot.knowledge.base import open_base
from bot.nlg.wording import response_for
from tests.channels.planned import planned, refused, said, seen
from tests.nlg.examples import EXAMPLES
from tests.nlg.replies import reply

LANGUAGES: list[Language] = ["zh-HK", "zh-CN", "en"]
APPS = list(LIMITS)
steadily = settings(max_examples=100, derandomize=True, deadline=None)
scripts = st.sampled_from(["資助部機租金", "abcdef ghi. ", "👩‍👩‍👧🇭🇰é5️⃣", "\n\n 。，", "𠮷\ud800\0"])
long_texts = st.lists(
    st.tuples(scripts, st.integers(min_value=1, max_value=300)).map(lambda each: each[0] * each[1]),
    max_size=6,
).map("".join)
texts = st.text(max_size=200) | long_texts
headings = st.text(max_size=30) | st.sampled_from(
    ["", " ", "同一個掣", "同一個掣，但係長好多好多好多"]
)
messages = st.builds(
    lambda text, names, language, card: said(text, *names, language=language, card=card),
    texts,
    st.lists(headings | long_texts.map(lambda text: text[:2500]), max_size=14),
    st.sampled_from([*LANGUAGES, None]),
    st.none() | st.just({"kind": "calculation", "title": "計" * 1500, "totals": []}),
)


@steadily
@given(message=messages)
@pytest.mark.parametrize("app", APPS)
def test_an_app_takes_every_part_of_whatever_is_said(app: str, message: Message) -> None:
    for part in planned(app, message):
        assert refused(app, part) is None


@steadily
@given(message=messages)
@pytest.mark.parametrize("app", APPS)
def test_nothing_of_what_is_said_is_left_out(app: str, message: Message) -> None:
    parts = [part for part in planned(app, message) if part.kind != "image"]
    text = seen("".join(part.text for part in parts))

    assert seen(message.text) in text
    options = [option for part in parts for option in part.options]
    shown = [seen(each) for option in options for each in (option.title, option.description)]
    for button in message.buttons:
        title = seen(button.title)
        assert title in text or title in shown


@steadily
@given(message=messages)
@pytest.mark.parametrize("app", ["whatsapp", "telegram"])
def test_options_stand_in_their_order_below_the_end_of_the_text(app: str, message: Message) -> None:
    parts = planned(app, message)
    options = [option for part in parts for option in part.options]
    most = {"whatsapp": 10, "telegram": 100}[app]

    assert [each.id for each in options] == [f"7.{i}" for i in range(len(message.buttons[:most]))]
    assert [bool(part.options) for part in parts[:-1]] == [False] * len(parts[:-1])


def responses() -> list[tuple[str, dict[str, Any]]]:
    facts = [(response_for(fact.id), {"topic": fact.id}) for fact in open_base().scheme.facts]
    asked = [(f"utter_ask_{each.fact}", {"slots": {}}) for each in open_base().scheme.requirements]
    plain = [(name, {}) for name in ("utter_greet", "utter_capabilities", "utter_out_of_scope")]
    return [*EXAMPLES.values(), *facts, *asked, *plain]


@lru_cache(maxsize=len(LANGUAGES))
def spoken(language: Language) -> list[Message]:
    answers = [
        to_reply(reply(response, language, f"ask_{data.get('topic', '')}", **data))
        for response, data in responses()
    ]
    return [said(a.text, *(b.title for b in a.buttons), card=a.card) for a in answers]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("app", APPS)
def test_what_the_advisor_says_is_taken_and_whole(app: str, language: Language) -> None:
    for message in spoken(language):
        parts = planned(app, message)

        assert [refused(app, part) for part in parts] == [None] * len(parts)
        assert seen(message.text) in seen("".join(p.text for p in parts if p.kind != "image"))


def test_up_to_three_short_options_are_buttons() -> None:
    (part,) = planned("whatsapp", said("問題？", "係", "唔係", "未肯定"))

    assert (part.kind, part.text) == ("buttons", "問題？")
    assert [option.title for option in part.options] == ["係", "唔係", "未肯定"]


def test_more_options_are_a_list_with_a_word_that_opens_it() -> None:
    (part,) = planned("whatsapp", said("Which?", "a", "b", "c", "d", language="en"))

    assert part.kind == "list"
    assert part.menu == "See the options"
    assert part.options[0] == Option("7.0", "a")


def test_a_title_that_is_long_for_a_button_is_told_in_full_below_a_short_one() -> None:
    long = "Does a machine that was bought last year count?"
    (part,) = planned("whatsapp", said("Next?", long, "no"))

    assert part.options[0].title == "Does a machine that was…"
    assert part.options[0].description == long


def test_titles_too_long_for_a_row_are_numbered_and_told_in_the_text() -> None:
    long = "呢個掣好長" * 20
    (part,) = planned("whatsapp", said("問題？", long, "短"))

    assert part.text.endswith(f"1. {long}\n2. 短")
    assert [option.title[:3] for option in part.options] == ["1. ", "2. "]


def test_options_that_look_the_same_when_shortened_are_numbered() -> None:
    same = "同一個開頭但係唔同結尾嘅一個好長好長好長嘅掣"
    (part,) = planned("whatsapp", said("問題？", f"{same}甲", f"{same}乙"))

    assert len({option.title for option in part.options}) == 2


def test_more_than_ten_options_are_a_list_of_ten_and_lines_in_the_text() -> None:
    names = [f"選項{number}" for number in range(1, 13)]
    (part,) = planned("whatsapp", said("揀邊個？", *names))

    assert len(part.options) == 10
    assert part.options[9].title == "10. 選項10"
    assert "12. 選項12" in part.text


def test_a_text_too_long_for_buttons_goes_before_them() -> None:
    first, second = planned("whatsapp", said("長" * 1500, "係"))

    assert (first.kind, first.text) == ("text", "長" * 1500)
    assert (second.kind, second.text) == ("buttons", "請揀一項：")


def test_the_end_of_a_text_that_is_cut_stands_with_the_buttons() -> None:
    first, second = planned("whatsapp", said("長" * 4000 + "\n\n" + "尾" * 200, "係"))

    assert (first.text, second.text) == ("長" * 4000, "尾" * 200)


def test_telegram_has_every_option_as_a_button_of_its_keyboard() -> None:
    names = [f"選項{number}" for number in range(1, 13)]
    (part,) = planned("telegram", said("揀邊個？", *names))

    assert [option.title for option in part.options] == names
    assert part.text == "揀邊個？"


def test_twilio_has_options_as_numbered_lines() -> None:
    (part,) = planned("twilio", said("Which?", "this", "that", language="en"))

    assert part.text == "Which?\n\nPlease reply with a number:\n1. this\n2. that"


@pytest.mark.parametrize("app", ["whatsapp", "telegram"])
def test_a_calculation_is_a_picture_before_its_text(app: str) -> None:
    response, data = EXAMPLES["items"]
    answer = to_reply(reply(response, "zh-HK", **data))
    picture, *rest = planned(app, said(answer.text, "再計", card=answer.card))
    grant = next(each for each in answer.card["totals"] if each["strong"])  # type: ignore[index]

    assert (picture.kind, picture.image) == ("image", answer.card)
    assert f"{grant['label']} {grant['value']}" in picture.text
    assert seen(answer.text) in seen("".join(part.text for part in rest))


def test_without_pictures_a_calculation_is_its_text() -> None:
    card = {"kind": "calculation", "title": "計", "totals": []}

    assert [part.kind for part in planned("twilio", said("數", card=card))] == ["text"]


def test_other_cards_are_told_in_words_alone() -> None:
    assert [part.kind for part in planned("telegram", said("字", card={"kind": "services"}))] == [
        "text"
    ]


@pytest.mark.parametrize("app", APPS)
@pytest.mark.parametrize("text", ["", " \n ", "\u200b", "\0"])
def test_nothing_to_say_is_no_part(app: str, text: str) -> None:
    assert planned(app, said(text)) == ()


@pytest.mark.parametrize("app", ["whatsapp", "telegram"])
def test_what_cannot_be_sent_in_utf_8_is_replaced(app: str) -> None:
    (part,) = planned(app, said("甲\ud800\0乙", "丙\udfff", "\u200b"))

    assert part.text == "甲\ufffd乙"
    assert [option.title for option in part.options] == ["丙\ufffd", "…"]
