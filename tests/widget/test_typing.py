"""Keys and input methods."""

from __future__ import annotations

from playwright.sync_api import expect

CHOICES = [{"title": "甲"}, {"title": "乙"}]


def test_enter_that_ends_a_composition_does_not_send(visitor, stub):
    session = visitor.context.new_cdp_session(visitor.page)
    visitor.input.focus()
    session.send(
        "Input.imeSetComposition", {"text": "ㄗㄨ", "selectionStart": 2, "selectionEnd": 2}
    )
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    session.send("Input.insertText", {"text": "租金"})
    expect(visitor.input).to_have_text("租金")
    assert stub.asked == []

    visitor.input.press("Enter")
    expect(visitor.messages("visitor").locator(".text")).to_have_text("租金")


def test_enter_right_after_a_composition_does_not_send_where_it_comes_late(visitor, stub):
    """Safari ends the composition before the key is told, which then has the code 229."""
    visitor.writes("租金")
    visitor.input.evaluate(
        """(field) => {
          for (const init of [{ isComposing: true }, { keyCode: 229 }])
            field.dispatchEvent(new KeyboardEvent('keydown',
              { key: 'Enter', bubbles: true, composed: true, cancelable: true, ...init }));
        }"""
    )

    expect(visitor.input).to_have_text("租金")
    assert stub.asked == []


def test_shift_and_enter_begin_a_line_which_is_kept(visitor, stub):
    visitor.input.press_sequentially("部機")
    visitor.input.press("Shift+Enter")
    visitor.input.press_sequentially("租金")
    visitor.input.press("Enter")

    expect(visitor.messages("bot")).to_have_count(1)
    assert visitor.texts()[0] == "部機\n租金"
    assert [body["text"] for kind, body in stub.asked if kind == "messages"] == ["部機\n租金"]


def test_white_space_is_not_sent(visitor, stub):
    visitor.sends("  \n ")

    assert stub.asked == []


def test_the_whole_flow_works_by_keyboard_alone(visit):
    visitor = visit()
    keyboard = visitor.page.keyboard
    visitor.launcher.focus()
    keyboard.press("Enter")
    expect(visitor.input).to_be_focused()
    visitor.stub.answering = lambda text: {
        "text": text,
        "buttons": [{"title": "甲"}, {"title": "乙"}],
    }
    keyboard.type("問題")
    keyboard.press("Enter")
    expect(visitor.button("乙")).to_be_enabled()

    for _ in range(4):  # the two thumbs, then the two buttons
        keyboard.press("Shift+Tab")
    expect(visitor.button("甲")).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(visitor.messages("visitor").last.locator(".text")).to_have_text("乙")
    expect(visitor.input).to_be_focused()


def test_tab_stays_inside_and_escape_leads_back_to_the_launcher(visitor):
    send = visitor.button("傳送")
    send.focus()
    visitor.page.keyboard.press("Tab")
    expect(visitor.button("繁體中文")).to_be_focused()
    visitor.page.keyboard.press("Shift+Tab")
    expect(send).to_be_focused()

    visitor.page.keyboard.press("Escape")
    expect(visitor.panel).to_be_hidden()
    expect(visitor.launcher).to_be_focused()


def test_escape_closes_the_menu_before_the_panel(visitor):
    visitor.button("更多選項").click()
    expect(visitor.page.locator(".menu")).to_be_visible()
    visitor.page.keyboard.press("Escape")

    expect(visitor.page.locator(".menu")).to_be_hidden()
    expect(visitor.panel).to_be_visible()
    expect(visitor.button("更多選項")).to_be_focused()
