"""The cards of an answer, and their text."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widget.example_cards import ALL, CALCULATION, ELIGIBILITY, EXPENSES, SERVICES


def test_a_calculation_is_a_table_with_the_sums_and_the_shares(visitor):
    card = visitor.asks("計", card=CALCULATION).locator(".card")
    table = card.get_by_role("table")

    expect(table.get_by_role("columnheader")).to_have_text(CALCULATION["columns"])
    expect(table.get_by_role("rowheader")).to_contain_text(
        [row["name"] for row in CALCULATION["rows"]]
    )
    expect(table.get_by_role("rowheader").last).to_contain_text("不獲資助")
    expect(card.locator("dd b")).to_have_text([total["value"] for total in CALCULATION["totals"]])
    expect(card.locator(".strong dd b")).to_have_text(CALCULATION["totals"][1]["value"])
    for part, line in zip(
        CALCULATION["bar"]["parts"], card.locator(".shares li").all(), strict=True
    ):
        expect(line).to_contain_text(part["label"])
        expect(line).to_contain_text(part["value"])
        expect(line).to_contain_text(f"{part['share']:.1%}")
    expect(card).to_contain_text(CALCULATION["disclaimer"])
    expect(card).to_contain_text(CALCULATION["source"])


def test_the_parts_of_the_bar_are_as_long_as_their_shares(visitor):
    bar = visitor.asks("計", card=CALCULATION).locator(".bar")
    widths = [part.bounding_box()["width"] for part in bar.locator("span").all()]

    shares = [part["share"] for part in CALCULATION["bar"]["parts"]]
    assert [width / sum(widths) for width in widths] == pytest.approx(shares, abs=0.01)


def test_a_calculation_without_items_has_no_table(visitor):
    card = visitor.asks("計", card={**CALCULATION, "columns": [], "rows": []}).locator(".card")

    expect(card.get_by_role("table")).to_have_count(0)
    expect(card.locator(".totals")).to_be_visible()


def test_expenses_stand_side_by_side(visitor):
    card = visitor.asks("開支", card=EXPENSES).locator(".card")
    columns = card.locator(".columns > div")

    expect(columns.locator("h4")).to_contain_text(["可以資助", "不可以資助"])
    boxes = [column.bounding_box() for column in columns.all()]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]


def test_each_service_is_a_card_of_its_own_in_the_language_of_the_answer(visitor):
    card = visitor.asks("服務", card=SERVICES, language="en").locator(".card")

    expect(card).to_have_attribute("lang", "en")
    expect(card.locator(".services > li")).to_contain_text(
        [each["name"] for each in SERVICES["items"]]
    )
    expect(card.locator(".services > li").first).to_contain_text("A written report")


def test_the_conditions_say_in_words_how_they_stand(visitor):
    card = visitor.asks("資格", card=ELIGIBILITY).locator(".card")

    words = ["符合", "不符合", "需要留意", "未確定", "正在查問", "未問"]
    expect(card.locator(".state")).to_have_text(words)
    expect(card.get_by_role("progressbar")).to_have_attribute("value", "3")
    expect(card.locator("[aria-current=step]")).to_contain_text("項目期限")


@pytest.mark.parametrize("card", ALL, ids=lambda card: card["kind"])
def test_the_text_is_beside_a_card_or_folded_away_where_the_card_says_it_all(visitor, card):
    answer = visitor.asks("問", card=card)
    text = answer.locator(".text")

    expect(text).to_have_count(1)
    if not card["whole"]:
        expect(text).to_be_visible()
        return
    expect(text).to_be_hidden()
    answer.get_by_text("文字版").click()
    expect(text).to_have_text("答：問")


def test_what_is_unfolded_stays_so_when_the_conversation_goes_on(visitor):
    answer = visitor.asks("問", card=CALCULATION)
    answer.get_by_text("文字版").click()
    visitor.asks("再問")

    expect(visitor.messages("bot").first.locator("details .text")).to_be_visible()


def test_a_card_of_a_kind_that_is_not_known_leaves_the_text(visitor):
    answer = visitor.asks("問", card={"kind": "constructor", "whole": True, "title": "x"})

    expect(answer.locator(".text")).to_be_visible()
    expect(answer.locator(".card")).to_have_count(0)
