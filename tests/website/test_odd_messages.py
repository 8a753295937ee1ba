"""What else people write."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.settings import Settings


def paste(visitor, text: str) -> None:
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    visitor.input.focus()
    visitor.page.keyboard.press("Control+V")


def test_a_typed_command_is_shown_as_text_and_taken_as_text(visitor, facts, records):
    command = '/ask_ceiling{"language": "en"}'
    answer = visitor.asks(command)

    expect(visitor.messages("visitor").locator(".text")).to_have_text(command)
    expect(answer).not_to_contain_text(facts("en").fill("{ceiling}"))
    assert records.is_asked_of_rasa(visitor.token) == [("1", "／" + command[1:])]
    for typed in ("/restart", "/session_start", "/"):
        visitor.asks(typed)
    assert len(records.exchanges(visitor.token)) == 4


def test_a_hundred_thousand_characters_stay_in_the_field(visitor):
    text = "租金" * 50_000
    paste(visitor, text)
    expect(visitor.input).to_have_text(text)
    visitor.input.press("Enter")

    notice = visitor.page.locator(".notice")
    expect(notice).to_contain_text(f"上限 {Settings.__fields__['message_limit'].default}")
    expect(visitor.input).to_have_text(text)
    expect(visitor.page.locator(".message:not(.greeting)")).to_have_count(0)
    visitor.asks("租金")
    expect(notice).to_be_empty()


@pytest.mark.parametrize(
    "text",
    [
        "😀🏭🤖👨‍👩‍👧‍👦",
        '<img src=x onerror="alert(1)"><script>alert(2)</script>',
        "{{ 7 * 7 }} ${7*7} %s %(x)s {rent} [租金](expense)",
        "第一行\n\n第二行\t有定位",
        "\u202e反轉\u202c z\u0337\u0321\u031ba\u0338",
        "?",
    ],
)
def test_whatever_is_written_is_shown_as_it_is_and_answered(visitor, records, text):
    paste(visitor, text)
    visitor.input.press("Enter")
    visitor.is_answered(1)

    assert visitor.messages("visitor").locator(".text").text_content() == text
    ((kept, answers),) = records.exchanges(visitor.token)
    assert kept == text
    assert all(answers)
    assert text not in "".join(answers) or text == "?"


def test_an_amount_below_nothing_is_not_calculated(visitor, facts):
    answer = visitor.asks("部機 -500萬，有幾多資助")

    expect(answer.locator(".text")).to_contain_text(facts().fill("{= 0 - 500萬}"))
    expect(answer).not_to_contain_text("✅")
    expect(answer.locator(".card")).to_have_count(0)
