"""A calculation in each app, as a picture where it shows one, and what is pressed after it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

BUDGET = "部機1200萬、顧問費80萬、租金300萬，攞到幾多？"
COUNTED = "1200萬 + 80萬"
RENT = "租金可唔可以claim？"


def picture_of(app, sent) -> bytes:
    if app.name == "whatsapp":
        return app.fake.media[sent.body["image"]["id"]]
    return sent.body["photo"]


def test_a_calculation_is_a_picture_and_a_text(visitor, app, facts):
    visitor.asks("你好")
    (said,) = visitor.asks(BUDGET).said
    grant = facts().fill(f"{{= grant({COUNTED})}}")
    assert [bool(each) for each in said.pictures] == [True] * app.shows_pictures
    assert grant in said.texts[-1]
    assert "創新科技署決定" in said.texts[-1]
    for sent in said.pictures:
        assert sent == said.parts[0]
        assert grant in said.texts[0]
        with Image.open(io.BytesIO(picture_of(app, sent))) as image:
            assert (image.format, image.width) == ("PNG", 1080)


@pytest.mark.parametrize("opening", [RENT, BUDGET, "我間公司申請得唔得？"])
def test_what_is_pressed_gets_the_answer_that_the_website_gives(visitor, on_website, opening):
    there, here = on_website.asks(opening), visitor.asks(opening)
    assert here.payloads == there.payloads
    payload = here.payloads[-1]
    assert words(visitor.presses(payload)) == words(on_website.presses(payload))


def words(answer) -> list[str]:
    return [each.message.text for each in answer.said]


def test_a_press_is_stored_as_the_words_of_the_button_and_confirmed(visitor, app):
    answer = visitor.asks(RENT)
    visitor.presses(answer.payloads[0])
    title = answer.said[-1].message.buttons[0].title
    asked = [each.text for each in visitor.messages() if each.speaker == "visitor"]
    assert asked == [RENT, title]
    visitor.is_shown(*app.signs_of_a_text, *app.signs_of_a_press)


def test_a_press_in_an_english_conversation_is_answered_in_english(visitor, facts):
    answer = visitor.asks("Is rent funded by the scheme?")
    said = visitor.presses(answer.payloads[0])
    assert {each.message.language for each in said.said} == {"en"}


def test_an_old_button_still_means_what_stood_on_it(apps, come):
    for name in ("whatsapp", "telegram"):
        visitor = come(apps[name])
        old = visitor.asks(RENT)
        option = visitor.option(old.payloads[0])
        first = visitor.presses(old.payloads[0])
        visitor.asks("多謝")
        visitor.sends(visitor.app.pressed(visitor.who, option))
        again = visitor.is_answered()
        assert again.texts == first.texts
