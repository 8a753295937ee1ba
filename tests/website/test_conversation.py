"""A visitor and the real advisor, when nothing goes wrong."""

from __future__ import annotations

import httpx
from playwright.sync_api import expect

from tests.website.client import Client
from tests.website.mishaps import frozen

RENT = "租金可唔可以claim？"
BUDGET = "部機1200萬、顧問費80萬、租金300萬，攞到幾多？"
COUNTED = "1200萬 + 80萬"


def begin_anew(visitor) -> None:
    visitor.button("更多選項").click()
    visitor.button("開始新對話").first.click()
    visitor.page.locator(".yes").click()
    expect(visitor.messages("visitor")).to_have_count(0)


def test_a_question_in_cantonese_is_answered_and_a_button_goes_on(visitor, facts):
    answer = visitor.asks(RENT)
    expect(answer).to_contain_text("❌")
    expect(answer).to_contain_text(facts().fill("{expense:rent}"))

    visitor.presses("可獲資助的開支")
    expect(visitor.page.locator(".card")).to_contain_text([facts().fill("{expense:machinery}")])


def test_a_calculation_of_items_shows_what_counts_and_the_grant(visitor, facts):
    answer = visitor.asks(BUDGET)

    card = answer.locator(".card")
    grant = facts().fill(f"{{= grant({COUNTED})}}")
    expect(card.locator(".strong dd b")).to_have_text(grant)
    expect(card.locator("tbody tr.full")).to_have_count(2)
    expect(card.locator("tbody tr.none")).to_contain_text(["租金"])
    expect(card.locator(".shares li").first).to_contain_text(grant)
    expect(card).to_contain_text("創新科技署決定")
    answer.get_by_text("文字版").click()
    expect(answer.locator(".text")).to_contain_text(grant)


def test_a_reload_in_the_middle_of_an_answer_changes_nothing(visitor, advisor, records):
    visitor.asks(RENT)
    with frozen(advisor, "action server"):
        visitor.sends(BUDGET)
        expect(visitor.working).to_be_visible()
        visitor.page.reload()
        expect(visitor.messages("visitor")).to_have_count(2)
        expect(visitor.working).to_be_visible()
    expect(visitor.is_answered(2).locator(".card")).to_be_visible()

    exchanges = records.exchanges(visitor.token)
    assert [asked for asked, _ in exchanges] == [RENT, BUDGET]
    assert [len(answers) for _, answers in exchanges] == [1, 1]


def test_two_tabs_are_one_conversation(visitor, records):
    visitor.asks(RENT)
    other = visitor.another_tab()
    other.locator(".launcher").click()
    expect(other.locator(".message:not(.greeting)")).to_have_count(2)
    other.locator("#text-input").fill(BUDGET)
    other.locator("#text-input").press("Enter")

    expect(visitor.is_answered(2).locator(".card")).to_be_visible()
    expect(other.locator(".message:not(.greeting)")).to_have_count(4)
    expect(other.locator(".card")).to_be_visible()
    assert [asked for asked, _ in records.exchanges(visitor.token)] == [RENT, BUDGET]


def test_a_judgement_is_in_the_database(visitor, records):
    answer = visitor.asks(RENT)
    useful = answer.get_by_role("button", name="有用", exact=True)
    useless = answer.get_by_role("button", name="無用", exact=True)
    for pressed, kept in ((useful, "up"), (useless, "down"), (useless, None)):
        pressed.click()
        expect(answer.locator("[aria-pressed=true]")).to_have_count(1 if kept else 0)
        if kept:
            expect(pressed).to_have_attribute("aria-pressed", "true")
        assert records.messages(visitor.token)[-1].feedback == kept


def test_a_new_conversation_knows_nothing_of_the_old_one(visitor, facts, records, address):
    more, both = "再加員工培訓20萬", f"{{= grant({COUNTED} + 20萬)}}"
    visitor.asks(BUDGET)
    expect(visitor.asks(more)).to_contain_text(facts().fill(both))
    old = visitor.token
    begin_anew(visitor)

    expect(visitor.asks(more)).to_contain_text(facts().fill("{= grant(20萬)}"))
    assert records.conversation(visitor.token) != records.conversation(old)
    with Client(address) as client:
        client.token = old
        assert client.says(RENT).status_code == httpx.codes.CONFLICT
