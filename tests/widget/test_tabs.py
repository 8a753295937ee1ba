"""Reloading, and two tabs of one browser."""

from __future__ import annotations

from playwright.sync_api import expect

ALL = ".message:not(.greeting) .text"


def test_a_reload_in_the_middle_shows_the_same_conversation(visitor):
    visitor.asks("一", buttons=[{"title": "掣"}])
    before = visitor.texts()
    visitor.page.reload()

    expect(visitor.page.locator(ALL)).to_have_text(before)
    expect(visitor.button("掣")).to_be_enabled()
    visitor.asks("二")
    assert visitor.texts() == [*before, "二", "答：二"]


def test_two_tabs_show_the_same_whichever_speaks(visitor):
    visitor.asks("喺第一版")
    other = visitor.another_tab()
    other.locator(".launcher").click()
    expect(other.locator(ALL)).to_have_text(["喺第一版", "答：喺第一版"])

    other.locator("#text-input").fill("喺第二版")
    other.locator("#text-input").press("Enter")
    expect(visitor.page.locator(ALL)).to_have_count(4)
    expect(other.locator(ALL)).to_have_text(visitor.texts())


def test_a_new_conversation_in_one_tab_is_one_in_the_other(visitor, stub):
    visitor.asks("舊")
    other = visitor.another_tab()
    other.locator(".launcher").click()
    expect(other.locator(ALL)).to_have_count(2)
    visitor.button("更多選項").click()
    visitor.button("開始新對話").first.click()
    visitor.page.locator(".yes").click()

    expect(other.locator(ALL)).to_have_count(0)
    visitor.asks("新")
    expect(other.locator(ALL)).to_have_text(["新", "答：新"])
    assert stub.conversations.made == 2


def test_the_language_of_one_tab_is_that_of_the_other(visitor):
    other = visitor.another_tab()
    visitor.button("English").click()

    expect(other.locator(".launcher")).to_contain_text("RFS Advisor")


def test_before_anything_is_said_the_server_is_not_asked(visitor, stub):
    visitor.page.keyboard.press("Escape")

    assert stub.asked == []
