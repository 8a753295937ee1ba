"""Asking, pressing buttons, judging: the conversation when nothing goes wrong."""

from __future__ import annotations

import re

from playwright.sync_api import expect


def test_a_question_is_answered_and_the_field_is_empty_again(visitor):
    answer = visitor.asks("租金可唔可以 claim")

    expect(answer.locator(".text")).to_have_text("答：租金可唔可以 claim")
    expect(visitor.input).to_have_text("")
    expect(visitor.input).to_be_focused()
    assert visitor.texts() == ["租金可唔可以 claim", "答：租金可唔可以 claim"]


def test_the_greeting_says_that_an_automated_assistant_answers_and_links_the_privacy_notice(
    visitor,
):
    greeting = visitor.page.locator(".greeting")

    expect(greeting).to_contain_text("自動助理")
    expect(greeting.get_by_role("link", name="私隱聲明")).to_have_attribute(
        "href", re.compile("/privacy$")
    )


def test_an_example_question_is_sent_when_it_is_pressed(visitor):
    sample = visitor.page.locator(".greeting button").first
    words = sample.inner_text()
    sample.click()

    expect(visitor.messages("visitor").locator(".text")).to_have_text(words)
    expect(visitor.page.locator(".greeting .choices")).to_be_hidden()


def test_a_pressed_button_is_named_by_message_and_place_and_cannot_be_pressed_again(visitor, stub):
    visitor.asks("查資格", buttons=[{"title": "係"}, {"title": "唔係"}])
    visitor.button("唔係").click()

    expect(visitor.messages("visitor").last.locator(".text")).to_have_text("唔係")
    expect(visitor.messages("bot")).to_have_count(2)
    sent = [body for kind, body in stub.asked if kind == "messages"][-1]
    assert sent["button"] == {"message": 2, "index": 1}
    assert "text" not in sent
    expect(visitor.button("係")).to_be_disabled()
    expect(visitor.button("唔係")).to_be_disabled()


def test_buttons_of_an_older_answer_are_stale_once_something_else_is_asked(visitor):
    visitor.asks("第一", buttons=[{"title": "舊掣"}])
    expect(visitor.button("舊掣")).to_be_enabled()
    visitor.asks("第二", buttons=[{"title": "新掣"}])

    expect(visitor.button("舊掣")).to_be_disabled()
    expect(visitor.button("新掣")).to_be_enabled()


def test_the_advisor_is_shown_at_work_exactly_while_it_works(visitor, stub):
    visitor.asks("你好")
    conversation = stub.conversations.newest()
    working = visitor.page.locator(".working")
    expect(working).to_have_count(0)

    stub.do(lambda: setattr(conversation, "working", True))
    expect(working).to_be_visible()
    stub.do(lambda: setattr(conversation, "working", False))
    expect(working).to_have_count(0)


def test_a_judgement_is_stored_and_can_be_taken_back(visitor, stub):
    answer = visitor.asks("租金")
    useful = answer.get_by_role("button", name="有用", exact=True)
    useful.click()
    expect(useful).to_have_attribute("aria-pressed", "true")
    useful.click()
    expect(useful).to_have_attribute("aria-pressed", "false")

    assert [body for kind, body in stub.asked if kind == "feedback"] == [
        {"message": 2, "value": "up"},
        {"message": 2, "value": None},
    ]


def test_who_speaks_is_said(visitor, stub):
    visitor.asks("搵真人")
    stub.says("我係陳小姐。", **{"from": "staff", "name": "陳小姐"})
    stub.says("職員已加入。", **{"from": "system"})

    expect(visitor.messages("bot").locator(".who")).to_have_text("顧問")
    expect(visitor.messages("staff").locator(".who")).to_have_text("陳小姐 · 職員")
    expect(visitor.messages("system").locator(".who")).to_have_text("系統")
    expect(visitor.messages("staff").locator(".judge")).to_have_count(0)


def test_messages_of_another_day_stand_under_their_day(visitor, stub):
    visitor.asks("今日問")
    said = stub.conversations.newest().said
    stub.do(lambda: said[0].update(at="2024-03-05T04:00:00+00:00"))
    visitor.page.reload()

    expect(visitor.page.locator(".day")).to_have_text(["2024年3月5日星期二", "今日"])


def test_a_new_conversation_is_asked_about_first_and_clears_the_screen(visitor, stub):
    visitor.asks("舊問題")
    visitor.button("更多選項").click()
    visitor.button("開始新對話").first.click()
    visitor.button("取消").click()
    expect(visitor.messages("visitor")).to_have_count(1)

    visitor.button("更多選項").click()
    visitor.button("開始新對話").first.click()
    visitor.page.locator(".yes").click()
    expect(visitor.messages("visitor")).to_have_count(0)
    assert stub.conversations.made == 2
    visitor.asks("新問題")
    assert visitor.texts() == ["新問題", "答：新問題"]


def test_a_closed_panel_counts_what_is_unread(visitor, stub):
    visitor.asks("你好")
    visitor.page.keyboard.press("Escape")
    expect(visitor.launcher).to_be_focused()
    stub.says("一")
    stub.says("二")

    expect(visitor.page.locator(".badge")).to_have_text("2")
    expect(visitor.launcher).to_have_accessible_name("開啟對話：再工業化資助顧問 · 2 則未讀訊息")
    visitor.opens()
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.locator(".badge")).to_be_hidden()
