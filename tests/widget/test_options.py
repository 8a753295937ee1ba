"""Languages, what a page may set, and taking the conversation along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bot.settings import ROOT

WORDS = Path("bot/widget/src/i18n")


def test_every_language_has_the_same_words() -> None:
    files = [ROOT / WORDS / f"{language}.js" for language in ("zh-HK", "zh-CN", "en")]
    names = [
        re.findall(r"^  (\w+):", file.read_text(encoding="utf-8"), re.MULTILINE) for file in files
    ]

    assert names[0] == names[1] == names[2]
    assert len(names[0]) > 50


def with_attributes(visitor, attributes: str) -> None:
    """Load the page with other attributes on the widget's line."""

    def change(route) -> None:
        answer = route.fetch()
        line = f'<script src="/widget/embed.js" defer {attributes}></script>\n</head>'
        page = re.sub(r"<script .*</script>\n</head>", line, answer.text())
        route.fulfill(response=answer, body=page)

    visitor.page.route("**/", change)
    visitor.page.reload()


@pytest.mark.parametrize(
    ("name", "language", "placeholder"),
    [
        ("English", "en", "Type your question"),
        ("简体中文", "zh-CN", "输入您的问题"),
        ("繁體中文", "zh-HK", "輸入你的問題"),
    ],
)
def test_the_language_is_switched_at_once_told_to_the_server_and_kept(
    visitor, stub, name, language, placeholder
):
    visitor.button(name).click()
    expect(visitor.button(name)).to_have_attribute("aria-pressed", "true")
    expect(visitor.input).to_have_accessible_name(placeholder)
    visitor.asks("Hello")

    assert {body["language"] for kind, body in stub.asked if kind in ("messages", "sessions")} == {
        language
    }
    visitor.page.reload()
    expect(visitor.input).to_have_accessible_name(placeholder)


def test_the_page_sets_language_greeting_side_and_privacy_notice(visit):
    visitor = visit()
    with_attributes(
        visitor,
        'data-language="en" data-greeting="Hello <b>there</b>" '
        'data-position="left" data-privacy="/rules"',
    )
    expect(visitor.launcher).to_contain_text("RFS Advisor")
    assert visitor.launcher.bounding_box()["x"] < 100
    visitor.opens()

    expect(visitor.page.locator(".greeting .text")).to_have_text("Hello <b>there</b>")
    expect(visitor.page.locator(".greeting")).to_contain_text("automated assistant")
    expect(visitor.page.locator(".greeting a")).to_have_attribute(
        "href", f"{visitor.address}/rules"
    )


def test_attributes_that_make_no_sense_are_as_if_they_were_not_there(visit):
    visitor = visit()
    with_attributes(
        visitor,
        'data-language="xx" data-colour="red;}" data-privacy="javascript:alert(1)" data-api="ftp://a.example"',
    )
    visitor.opens()

    expect(visitor.page.locator(".greeting a")).to_have_attribute(
        "href", f"{visitor.address}/privacy"
    )
    visitor.asks("你好")


def test_the_line_twice_on_a_page_makes_one_widget(visit):
    visitor = visit()
    twice = '></script><script src="/widget/embed.js" defer'
    with_attributes(visitor, twice)
    visitor.opens()

    expect(visitor.page.locator("rfs-advisor")).to_have_count(1)


def downloaded(visitor, name: str) -> Path:
    visitor.button("更多選項").click()
    with visitor.page.expect_download() as download:
        visitor.button(name).click()
    return Path(download.value.path())


def test_the_conversation_can_be_taken_along_as_text(visitor):
    visitor.asks("租金\n人工", text="<b>唔得</b>")
    text = downloaded(visitor, "下載對話（文字）").read_text(encoding="utf-8")

    assert text.startswith("再工業化資助顧問")
    assert "你 · " in text
    assert text.index("租金\n人工") < text.index("<b>唔得</b>")


def test_the_conversation_can_be_taken_along_as_a_page_that_needs_nothing_else(visitor):
    visitor.asks("租金", text="<img src=https://evil.example/x onerror=alert(1)>")
    path = downloaded(visitor, "下載對話（網頁）")
    page = visitor.context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(path.read_text(encoding="utf-8"))

    expect(page.locator("p")).to_have_text(
        ["租金", "<img src=https://evil.example/x onerror=alert(1)>"]
    )
    assert (
        page.evaluate("getComputedStyle(document.querySelector('p')).whiteSpaceCollapse")
        == "preserve"
    )
    assert asked == []
    page.close()


def test_printing_shows_the_conversation_and_nothing_of_the_page(visitor):
    visitor.asks("租金")
    visitor.page.emulate_media(media="print")
    visitor.page.evaluate("window.print = () => {}")
    visitor.page.locator(".menu button").last.evaluate("(button) => button.click()")

    expect(visitor.page.locator(".paper")).to_contain_text("答：租金")
    expect(visitor.page.locator("main")).to_be_hidden()
    expect(visitor.panel).to_be_hidden()
    visitor.page.evaluate("dispatchEvent(new Event('afterprint'))")
    visitor.page.emulate_media(media="screen")
    expect(visitor.page.locator(".paper")).to_have_count(0)
    expect(visitor.page.locator("main")).to_be_visible()
