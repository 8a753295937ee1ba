"""The eligibility check from its first question to the verdict."""

from __future__ import annotations

from playwright.sync_api import expect

ANSWERS = {
    "incorporated": "true",
    "new_line": "true",
    "in_hong_kong": "true",
    "technologies": "用AI同機械人",
    "smart_share": "whole",
    "months": "unsure",
}
"""The button that is pressed; the technologies are written."""

STATES = "(all) => all.map((each) => each.className)"


def test_the_checklist_fills_while_buttons_are_pressed_until_the_verdict(visitor, facts, records):
    answer = visitor.asks("我間廠合唔合資格？")
    for done, (requirement, value) in enumerate(ANSWERS.items()):
        card = answer.locator(".card")
        states = card.locator(".conditions li").evaluate_all(STATES)
        assert states[done:] == ["asked"] + ["open"] * (len(ANSWERS) - done - 1)
        assert {"asked", "open"}.isdisjoint(states[:done])
        expect(card.get_by_role("progressbar")).to_have_attribute("value", f"{done}")
        if requirement == "technologies":
            answer = visitor.asks(value)
        else:
            answer = visitor.presses(facts().fill(f"{{option:{requirement}={value}}}"))

    verdict = answer.locator(".card")
    expect(verdict.locator("h3")).to_contain_text("🟡")
    states = verdict.locator(".conditions li").evaluate_all(STATES)
    assert states == ["met"] * (len(ANSWERS) - 1) + ["unknown"]
    expect(answer).to_contain_text("創新科技署決定")
    expect(answer.get_by_role("button", name="幫我計資助額")).to_be_enabled()
    assert len(records.exchanges(visitor.token)) == 1 + len(ANSWERS)
