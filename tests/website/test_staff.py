"""A member of staff speaks from another process: the visitor sees it at once."""

from __future__ import annotations

from playwright.sync_api import expect

TEXT = "我係陳小姐，想約你幾時傾？"


def test_what_staff_says_appears_with_the_name(visitor, records):
    visitor.asks("想搵真人傾")
    records.staff_says(visitor.token, TEXT, "陳小姐")

    said = visitor.messages("staff")
    expect(said.locator(".text")).to_have_text(TEXT)
    expect(said.locator(".who")).to_have_text("陳小姐 · 職員")
    expect(visitor.page.locator(".panel > [aria-live] p").last).to_have_text(f"陳小姐: {TEXT}")


def test_what_staff_says_to_a_closed_panel_is_counted(visitor, records):
    visitor.asks("想搵真人傾")
    visitor.page.keyboard.press("Escape")
    expect(visitor.launcher).to_be_focused()
    for _ in range(2):
        records.staff_says(visitor.token, TEXT, "陳小姐")

    expect(visitor.page.locator(".badge")).to_have_text("2")
    visitor.opens()
    expect(visitor.messages("staff")).to_have_count(2)
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.locator(".badge")).to_be_hidden()
