"""axe in every state; what is read out; small, forced and still."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widget.axe import ARRIVED, MOVING, violations
from tests.widget.example_cards import ALL, CALCULATION

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}


def talk(visitor) -> None:
    """A conversation with everything in it."""
    visitor.asks("查", buttons=[{"title": "舊掣"}])
    for card in ALL:
        visitor.asks(card["title"], card=card, language="en" if card is ALL[2] else "zh-HK")
    visitor.stub.says("職員答", **{"from": "staff", "name": "陳小姐"})
    visitor.stub.says("系統訊息", **{"from": "system"}, buttons=[{"title": "好"}])
    expect(visitor.messages("system")).to_have_count(1)


@pytest.mark.parametrize("options", [{}, PHONE, {"forced_colors": "active"}], ids=str)
def test_axe_finds_nothing_in_a_conversation_with_everything(visit, options):
    visitor = visit(**options)
    assert violations(visitor, "html") == []
    visitor.opens()
    assert violations(visitor) == []
    talk(visitor)
    visitor.page.locator("summary").first.click()
    assert violations(visitor) == []


def test_axe_finds_nothing_in_menu_and_confirmation(visitor):
    visitor.asks("你好")
    visitor.button("更多選項").click()
    assert violations(visitor) == []
    visitor.button("開始新對話").first.click()
    assert violations(visitor) == []


def test_axe_finds_nothing_when_things_go_wrong(visitor, stub):
    visitor.asks("你好")
    stub.do(lambda: setattr(stub.conversations.newest(), "working", True))
    expect(visitor.page.locator(".working")).to_be_visible()
    stub.fail(all=(503, {}))
    stub.do(stub.end_streams)
    visitor.sends("租金")
    expect(visitor.status).to_contain_text("未能送出")
    expect(visitor.banner).to_be_visible()
    visitor.sends("字" * 2001)
    assert violations(visitor) == []


def test_axe_finds_nothing_on_the_privacy_notice(visit):
    visitor = visit()
    visitor.page.goto(f"{visitor.address}/privacy")

    assert violations(visitor, "html") == []


@pytest.mark.parametrize("colour", ["#ffd400", "#e6007e"])
def test_any_accent_colour_leaves_the_words_readable(visit, colour):
    visitor = visit()
    visitor.page.route("**/", lambda route: repaint(route, colour))
    visitor.page.reload()
    visitor.opens()
    visitor.asks("你好", card=CALCULATION, buttons=[{"title": "掣"}])

    assert violations(visitor) == []


def repaint(route, colour: str) -> None:
    answer = route.fetch()
    page = answer.text().replace(
        'data-colour="#0b5a6f" data-privacy', f'data-colour="{colour}" data-privacy'
    )
    route.fulfill(response=answer, body=page)


def test_each_answer_is_read_out_once_and_history_is_not(visitor, stub):
    visitor.asks("一")
    visitor.asks("二")
    said = visitor.page.locator(".panel > [aria-live] p")
    expect(said).to_have_text(["顧問: 答：一", "顧問: 答：二"])

    visitor.page.reload()
    expect(visitor.messages("bot")).to_have_count(2)
    visitor.asks("三")
    expect(said).to_have_text(["顧問: 答：三"])
    expect(visitor.page.get_by_role("log")).to_have_attribute("aria-live", "off")


def test_every_text_has_its_language(visitor, stub):
    visitor.asks("租金可以 claim 嗎", text="可以 claim expenses 㗎。")
    stub.says("Yes, 租金 is not.", language="en")
    expect(visitor.messages("bot")).to_have_count(2)

    texts = visitor.page.locator(".message:not(.greeting) .text")
    assert texts.evaluate_all("(all) => all.map((each) => each.lang)") == ["zh-HK", "zh-HK", "en"]
    runs = texts.locator("span[lang]")
    assert runs.evaluate_all("(all) => all.map((each) => `${each.lang} ${each.textContent}`)") == [
        "en claim",
        "en claim expenses",
        "zh-HK 租金",
    ]


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (640, 430)], ids=str)
def test_nothing_is_cut_off_or_scrolls_sideways_on_a_small_screen(visit, width, height):
    """320 pixels are 1,280 at 400 per cent, 640 by 430 a small desktop at 200."""
    visitor = visit(viewport={"width": width, "height": height})
    visitor.opens()
    talk(visitor)
    wide = visitor.page.locator("#messages").evaluate(
        """(list) => {
          const right = (node) => node.getBoundingClientRect().right;
          return [list, ...list.querySelectorAll('.message *')]
          .filter((node) => !node.closest('thead'))
          .filter((node) => right(node) > right(list) + 1)
          .map((node) => node.outerHTML)
        }"""
    )

    assert wide == []
    assert visitor.page.locator("#messages").evaluate(
        "(list) => list.scrollWidth <= list.clientWidth"
    )
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visitor.page.locator("#messages").evaluate("(list) => list.clientHeight") > 60


def test_everything_that_is_pressed_is_large_enough(visit):
    visitor = visit(**PHONE)
    visitor.opens()
    talk(visitor)
    small = visitor.page.locator("button:visible, summary:visible").evaluate_all(
        """(all) => all.map((each) => [each.outerHTML, each.getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
    )
    assert small == []
    for main in (
        visitor.button("傳送"),
        visitor.button("關閉對話"),
        visitor.page.locator(".choices button:visible").last,
    ):
        box = main.bounding_box()
        assert min(box["height"], box["width"]) >= 44


def test_a_phone_gives_the_conversation_the_whole_screen(visit):
    visitor = visit(viewport={"width": 390, "height": 780}, has_touch=True)
    visitor.opens()

    visitor.page.evaluate(ARRIVED)
    assert visitor.panel.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 780}
    assert visitor.panel.evaluate("(panel) => panel.matches(':modal')")


def test_who_wants_no_motion_gets_none(visit, stub):
    visitor = visit(reduced_motion="reduce")
    visitor.opens()
    visitor.asks("你好")
    stub.do(lambda: setattr(stub.conversations.newest(), "working", True))
    expect(visitor.page.locator(".working")).to_be_visible()

    assert visitor.page.evaluate(f"{MOVING}.length") == 0


def test_forced_colours_keep_the_bar_of_shares_visible(visit):
    visitor = visit(forced_colors="active")
    visitor.opens()
    answer = visitor.asks("計", card=CALCULATION)
    looks = answer.locator(".bar span").evaluate_all(
        """(all) => all.map((each) => getComputedStyle(each))
          .map((css) => css.backgroundColor + css.backgroundImage)"""
    )

    assert len(set(looks)) == 3
