"""Answers carry the facts of the knowledge base, in the language of the user, with their source."""

from __future__ import annotations

import asyncio

import pytest
from rasa.shared.core.trackers import DialogueStateTracker

from bot.knowledge.base import open_base
from bot.nlg.knowledge import KnowledgeNlg
from bot.nlg.wording import response_for, wording
from bot.nlu.language import CHINESE
from tests.nlg.replies import DOMAIN, reply, text

BASE = open_base()


@pytest.mark.parametrize("language", [None, "zh-HK", "en"])
@pytest.mark.parametrize("fact", [fact.id for fact in BASE.scheme.facts])
def test_every_fact_is_told_with_its_figures_and_its_source(fact: str, language: str) -> None:
    entry = BASE.topics[fact]
    words, spoken = BASE.today(), "en" if language == "en" else "zh"
    answer = text(response_for(fact), language, f"ask_{fact}", topic=fact)

    statement = words.text(entry.statement, spoken).strip()  # type: ignore[union-attr]
    assert statement.splitlines()[0] in answer
    assert words.citation([entry], spoken) in answer  # type: ignore[list-item]
    assert "{" not in answer


@pytest.mark.parametrize("language", ["zh-HK", "en"])
@pytest.mark.parametrize("update", [update.id for update in BASE.scheme.updates])
def test_every_later_development_is_told_with_its_date_and_source(
    update: str, language: str
) -> None:
    entry = BASE.topics[update]
    words, spoken = BASE.today(), "en" if language == "en" else "zh"
    answer = text(response_for(update), language, f"ask_{update}", topic=update)

    assert words.text(entry.when, spoken, entry) in answer  # type: ignore[union-attr, arg-type]
    assert words.citation([entry], spoken) in answer  # type: ignore[list-item]


def test_a_fact_that_an_update_touches_has_the_update_beside_it() -> None:
    touched = next(fact for fact in BASE.scheme.facts if BASE.updates_touching(fact.id))
    (update, *_) = BASE.updates_touching(touched.id)
    answer = text(response_for(touched.id), None, f"ask_{touched.id}", topic=touched.id)

    assert BASE.today().text(update.when, "zh", update) in answer


def test_english_has_no_chinese_in_it() -> None:
    answer = text("utter_topic", "en", "ask_ceiling")

    assert not any("\u4e00" <= character <= "\u9fff" for character in answer)


def test_simplified_is_written_to_those_who_write_it_and_so_are_the_buttons() -> None:
    traditional = reply("utter_topic", "zh-HK", "ask_matching")
    simplified = reply("utter_topic", "zh-CN", "ask_matching")

    assert "資" in traditional["text"]
    assert "资" in simplified["text"]
    assert "資" not in simplified["text"]
    titles = "".join(button["title"] for button in simplified["buttons"])
    assert titles
    assert "資" not in titles


def test_the_payload_of_a_button_is_the_same_in_every_script() -> None:
    def payloads(language: str) -> list[str]:
        return [each["payload"] for each in reply("utter_greet", language)["buttons"]]

    assert payloads("zh-CN") == payloads("zh-HK") == payloads("en")


@pytest.mark.parametrize(
    ("response", "intent"),
    [("utter_topic", "ask_ceiling"), ("utter_topic", "ask_eligibility"), ("utter_updates", "")],
)
def test_an_answer_offers_questions_that_the_advisor_knows(response: str, intent: str) -> None:
    buttons = reply(response, None, intent)["buttons"]

    assert 1 <= len(buttons) <= 3
    for button in buttons:
        assert button["payload"].removeprefix("/") in DOMAIN.intents
        assert not button["title"].startswith("ask_")


def test_suggestions_become_buttons() -> None:
    buttons = reply("utter_clarify", None, suggested=["ask_ceiling", "ask_period"])["buttons"]

    assert [button["payload"] for button in buttons][:2] == ["/ask_ceiling", "/ask_period"]
    assert buttons[0]["title"] == BASE.topics["ceiling"].names.zh


@pytest.mark.parametrize("language", ["zh-HK", "en"])
@pytest.mark.parametrize("requirement", BASE.scheme.requirements, ids=lambda each: each.fact)
def test_a_question_of_the_check_is_asked_with_its_answers_as_buttons(
    requirement: object, language: str
) -> None:
    message = reply(f"utter_ask_{requirement.fact}", language)  # type: ignore[attr-defined]
    spoken = "en" if language == "en" else "zh"

    assert requirement.question.get(spoken) in message["text"]  # type: ignore[attr-defined]
    names = [option.names.get(spoken) for option in requirement.options]  # type: ignore[attr-defined]
    assert [button["title"] for button in message["buttons"]] == names


def test_a_response_that_does_not_exist_is_no_message() -> None:
    tracker = DialogueStateTracker("me", DOMAIN.slots)

    assert asyncio.run(KnowledgeNlg().generate("utter_nonsense", tracker, "rest")) is None


def test_the_wording_of_all_files_is_read() -> None:
    assert {"utter_topic", "utter_funding", "utter_services"} <= set(wording())


@pytest.mark.parametrize(
    ("before", "after"), [("zh-CN", "zh-CN"), ("zh-HK", "zh-HK"), ("en", "zh-HK"), (None, "zh-HK")]
)
def test_chinese_in_either_script_is_answered_in_the_script_of_the_conversation(
    before: str | None, after: str
) -> None:
    assert reply("utter_greet", CHINESE, before=before)["language"] == after
