"""What somebody says of the company and its plan, read against an invented check."""

from __future__ import annotations

from typing import Any

import pytest

from bot.knowledge.schema import Option, Requirement, Text
from bot.nlu.situation import UNSURE, denied, read_situation


def option(value: Any, zh: str, en: str, *aliases: str) -> Option:
    return Option(value=value, names={"zh": zh, "en": en}, aliases=aliases)


def requirement(fact: str, kind: str, *options: Option) -> Requirement:
    text = Text(zh="甲", en="a")
    return Requirement(
        id=fact, fact=fact, kind=kind, options=options, names=text, question=text, met=text,
        not_met=text, unknown=text, condition={"fact": fact, "is": True}, cite={"source": "none"},
    )  # fmt: skip


REQUIREMENTS = (
    requirement(
        "on_the_moon",
        "yes_no",
        option(
            True, "會，喺月球", "Yes, on the Moon", "月球", "月面", "會", "靜海基地", "lunar base"
        ),
        option(False, "唔喺月球", "Not on the Moon", "唔會", "地球", "喺地球起", "on planet Earth"),
        option(UNSURE, "未確定", "Not sure yet"),
    ),
    requirement(
        "share",
        "choice",
        option("most", "大部分", "Most of it", "八成"),
        option("part", "一部分", "Only part", "部分", "一半", "唔到一半"),
    ),
    requirement(
        "technologies",
        "technologies",
        option("none", "冇用", "None of these", "一樣都冇"),
        option(UNSURE, "未確定", "Not sure yet"),
    ),
    requirement("months", "months", option(UNSURE, "未確定", "Not sure yet")),
    requirement("registered", "yes_no", option(True, "係", "Yes", "已註冊", "喺月面註冊")),
)


def read(
    text: str, asked: str | None = None, intent: str = "describe_situation", *technologies: str
) -> dict[str, Any]:
    return read_situation(text, intent, technologies, REQUIREMENTS, asked)


@pytest.mark.parametrize(
    ("text", "asked", "value"),
    [
        ("月球", "on_the_moon", True),
        ("喺月面", "on_the_moon", True),
        ("廠喺月球嗰度", "on_the_moon", True),
        ("on the Moon", "on_the_moon", True),
        ("It will be on the moon, I think", "on_the_moon", True),
        ("喺地球", "on_the_moon", False),
        ("not on the Moon", "on_the_moon", False),
        ("唔係地球，係月球", "on_the_moon", True),
        ("不過喺月球", "on_the_moon", True),
        ("八成", "share", "most"),
        ("大部分都係", "share", "most"),
        ("一半左右", "share", "part"),
        ("唔到一半", "share", "part"),
        ("未確定", "share", None),
        ("未確定", "on_the_moon", UNSURE),
        ("年半", "months", 18),
        ("三十年", "months", 360),
    ],
)
def test_an_answer_to_the_question_is_taken_in_few_words(text: str, asked: str, value: Any) -> None:
    assert read(text, asked).get(asked) == value


@pytest.mark.parametrize(
    "text", ["唔喺月球基地", "不會在月面", "not on the lunar base", "冇月球", "唔係八成"]
)
def test_what_is_denied_is_not_taken_for_said(text: str) -> None:
    heard = read(text, "on_the_moon")

    assert heard.get("on_the_moon") in (None, False)
    assert "share" not in heard


def test_what_was_not_asked_is_heard_only_when_it_is_clear() -> None:
    said = "我哋公司做咗三十年，會喺靜海基地開廠，大概一年半搞掂"

    assert read(said) == {"on_the_moon": True, "months": 18}
    assert read("喺月球") == {}
    assert read("月球公司，一半") == {}


def test_a_place_is_heard_without_being_asked_but_not_that_of_the_office() -> None:
    assert read("會喺月面起條線") == {"on_the_moon": True}
    assert read("公司喺月面") == {}
    assert read("月面好靚") == {}


def test_words_inside_longer_words_on_another_fact_are_not_heard() -> None:
    assert read("我哋喺月面註冊", "registered") == {"registered": True}
    assert read("我哋喺月面註冊", "on_the_moon") == {"registered": True}


def test_a_check_that_is_asked_for_takes_up_what_the_message_says() -> None:
    said = "已註冊，會喺靜海基地開廠，申請得唔得？"

    assert read(said, "on_the_moon", "check_eligibility") == {
        "on_the_moon": True,
        "registered": True,
    }
    assert read("會", "on_the_moon", "check_eligibility") == {}


def test_a_latin_name_must_be_a_word_of_its_own() -> None:
    assert read("sublunar bases", "on_the_moon") == {}


@pytest.mark.parametrize(
    ("intent", "asked", "value"),
    [
        ("affirm", "on_the_moon", True),
        ("deny", "on_the_moon", False),
        ("unsure", "on_the_moon", UNSURE),
        ("unsure", "months", UNSURE),
        ("deny", "technologies", []),
        ("affirm", "share", None),
        ("greet", "on_the_moon", None),
    ],
)
def test_yes_no_and_do_not_know_answer_what_was_asked(intent: str, asked: str, value: Any) -> None:
    assert read("哦", asked, intent).get(asked) == value
    assert read("哦", None, intent) == {}


@pytest.mark.parametrize("intent", ["ask_location", "calculate_grant", "ask_why", "cancel"])
def test_a_question_in_between_answers_nothing(intent: str) -> None:
    assert read("點解要喺月球？", "on_the_moon", intent) == {}


def test_technologies_are_taken_as_named_and_none_as_none() -> None:
    assert read("用火箭", "technologies", "describe_situation", "rocket") == {
        "technologies": ["rocket"]
    }
    assert read("一樣都冇", "technologies") == {"technologies": []}
    assert read("未確定", "technologies") == {"technologies": UNSURE}


@pytest.mark.parametrize(
    ("before", "is_denied"),
    [
        ("我哋冇用", True),
        ("唔會用", True),
        ("不使用", True),
        ("we are not using ", True),
        ("no ", True),
        ("我哋用", False),
        ("唔止有", False),
        ("we use ", False),
        ("", False),
    ],
)
def test_a_technology_that_is_not_used_is_told(before: str, is_denied: bool) -> None:
    assert denied(before + "火箭", len(before)) is is_denied
