"""繁, 简, English: each answered in its own, also by buttons."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("switch", "question", "language"),
    [
        ("繁體中文", "資助上限係幾多？", "zh-HK"),
        ("简体中文", "资助上限是多少？", "zh-CN"),
        ("English", "What is the funding ceiling?", "en"),
    ],
)
def test_an_answer_and_the_button_below_it_are_in_the_chosen_language(
    visitor, facts, switch, question, language
):
    visitor.button(switch).click()
    answer = visitor.asks(question)
    expect(answer.locator(".text")).to_have_attribute("lang", language)
    expect(answer).to_contain_text(facts(language).fill("{ceiling}"))

    answer = visitor.presses(answer.locator(".choices button").first.inner_text())
    expect(answer.locator(".text")).to_have_attribute("lang", language)


def test_a_conversation_goes_on_in_the_language_that_is_switched_to(visitor, facts):
    answer = visitor.asks("我間廠合唔合資格？")
    visitor.button("English").click()
    expect(visitor.page.locator("#title")).to_have_text("RFS Advisor")
    answer = visitor.presses(answer.locator(".choices button").first.inner_text())

    expect(answer.locator(".text")).to_have_attribute("lang", "en")
    new_line = facts("en").fill("{option:new_line=true}")
    expect(answer.get_by_role("button", name=new_line, exact=True)).to_be_enabled()
    expect(answer.locator(".card")).to_have_attribute("lang", "en")
    visitor.button("简体中文").click()
    answer = visitor.presses(new_line)
    expect(answer.locator(".text")).to_have_attribute("lang", "zh-CN")


def test_what_is_written_counts_more_than_the_switch_also_for_the_buttons_after_it(visitor):
    answer = visitor.asks("What is the funding ceiling?")
    expect(answer.locator(".text")).to_have_attribute("lang", "en")

    answer = visitor.presses(answer.locator(".choices button").first.inner_text())
    expect(answer.locator(".text")).to_have_attribute("lang", "en")
    visitor.button("English").click()
    answer = visitor.asks("租金可唔可以申請？")
    expect(answer.locator(".text")).to_have_attribute("lang", "zh-HK")
