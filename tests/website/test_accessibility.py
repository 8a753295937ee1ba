"""axe on a real conversation with every card in it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widget.axe import violations

KINDS = {
    "calculation": "部機1200萬、顧問費80萬、租金300萬，攞到幾多？",
    "expenses": "咩嘢開支可以資助，咩嘢唔可以？",
    "services": "生產力局有咩服務？",
    "eligibility": "我間廠合唔合資格？",
}
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_in_a_conversation_with_every_card(visit, records, options):
    visitor = visit(**options).opens()
    for kind, question in KINDS.items():
        expect(visitor.asks(question).locator(f".card.{kind}")).to_be_visible()
    records.staff_says(visitor.token, "有咩可以幫你？", "陳小姐")
    expect(visitor.messages("staff")).to_have_count(1)
    assert violations(visitor) == []

    visitor.page.locator("summary").first.click()
    visitor.button("English").click()
    visitor.asks("What can HKPC do for a small manufacturer?")
    assert violations(visitor) == []
    wide = visitor.page.locator("#messages").evaluate(
        "(list) => list.scrollWidth - list.clientWidth"
    )
    assert wide == 0
