"""What anybody wrote is shown as text; the page's policy holds; nobody else is asked."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.widget.example_cards import CALCULATION, SERVICES

PAYLOADS = Path(__file__).with_name("xss.txt").read_text(encoding="utf-8").splitlines()
STRANGERS = (
    "script, img, image, iframe, frame, object, embed, video, audio, link, meta, base, form, style,"
    "marquee, math, template, input, textarea, select, h1, table, hr, deep-chat, rfs-advisor,"
    "[style]"
)
WORKED = "() => window.alerted || []"
ALARM = "() => { window.alerted = []; window.alert = (what) => window.alerted.push(what) }"


def shown(visitor, sender: str) -> list[str]:
    texts = visitor.messages(sender).locator(".text")
    return texts.evaluate_all("(nodes) => nodes.map((node) => node.textContent)")


def foreign(visitor) -> list[str]:
    """Elements in the list of messages that only somebody else can have put there."""
    return visitor.page.locator("#messages").evaluate(
        "(list, strangers) => [...list.querySelectorAll(strangers)].map((node) => node.outerHTML)",
        STRANGERS,
    )


def links(visitor) -> list[str]:
    return visitor.page.locator("#messages .message:not(.greeting) a").evaluate_all(
        "(nodes) => nodes.map((node) => `${node.protocol} ${node.rel} ${node.getAttributeNames()}`)"
    )


def test_there_are_two_hundred_payloads() -> None:
    assert len(set(PAYLOADS)) >= 200


def test_every_payload_is_shown_as_text_whoever_wrote_it(visitor, stub):
    visitor.page.evaluate(ALARM)
    visitor.asks("你好")
    conversation = stub.conversations.newest()

    def say_all() -> None:
        for sender in ("bot", "staff", "visitor", "system"):
            for payload in PAYLOADS:
                conversation.add(sender, payload, name=payload if sender == "staff" else None)

    stub.do(say_all)
    expect(visitor.messages("system")).to_have_count(len(PAYLOADS))

    for sender in ("staff", "system"):
        assert shown(visitor, sender) == PAYLOADS
    for sender, first in (("bot", "答：你好"), ("visitor", "你好")):
        assert shown(visitor, sender) == [first, *PAYLOADS]
    assert foreign(visitor) == []
    assert set(links(visitor)) == {"https: noopener noreferrer href,target,rel,lang"}
    assert visitor.page.evaluate(WORKED) == []


def test_payloads_on_buttons_and_in_cards_are_text(visitor, stub):
    visitor.page.evaluate(ALARM)
    rows = [
        {"name": each, "amount": each, "counted": each, "state": each, "note": each}
        for each in PAYLOADS
    ]
    answer = visitor.asks(
        "你好",
        buttons=[{"title": each} for each in PAYLOADS],
        card={**CALCULATION, "title": PAYLOADS[0], "rows": rows, "notes": PAYLOADS},
    )

    buttons = answer.locator(".choices button")
    assert buttons.evaluate_all("(all) => all.map((each) => each.textContent)") == PAYLOADS
    notes = answer.locator(".notes li")
    assert notes.evaluate_all("(all) => all.map((each) => each.textContent)") == PAYLOADS
    assert [each for each in foreign(visitor) if not each.startswith(("<table", "<span"))] == []
    assert visitor.page.evaluate(WORKED) == []


def test_a_payload_that_is_typed_is_sent_and_shown_as_it_is(visitor, stub):
    for payload in ('<img src=x onerror="alert(1)">', "/restart", "[x](javascript:alert(1))"):
        visitor.asks(payload)

    assert visitor.texts()[::2] == [body["text"] for kind, body in stub.asked if kind == "messages"]


def test_the_policy_holds_for_all_that_the_widget_does_and_it_keeps_no_cookie(visitor, stub):
    """Every test checks its visitors' faults; this one does a little of everything."""
    visitor.asks("計", card=CALCULATION)
    visitor.asks("服務", card=SERVICES, language="en")
    for name in ("English", "简体中文", "繁體中文"):
        visitor.button(name).click()
    visitor.page.keyboard.press("Escape")

    assert visitor.faults == []
    assert visitor.context.cookies() == []


def test_the_page_gets_no_names_and_no_styles_of_the_widget(visit):
    names = "Object.getOwnPropertyNames(window).sort()"
    visitor = visit().opens()
    visitor.asks("你好")
    added = visitor.page.evaluate("document.head.querySelectorAll('style, [href*=font]').length")
    with_widget = visitor.page.evaluate(names)
    without = visitor.another_tab("/privacy").evaluate(names)

    assert set(with_widget) - set(without) == set()
    assert added == 0
    assert visitor.page.evaluate("document.body.lastElementChild.localName") == "rfs-advisor"
