"""The picture of a calculation: small, the same each time, true to the shares, without boxes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.pictures.card import picture
from bot.pictures.theme import BRAND, NOTICE, NOTICE_EDGE, PAPER, ROLES, STATES, TINT
from tests.nlg.examples import CALCULATIONS
from tests.nlg.replies import reply

LANGUAGES = ["zh-HK", "zh-CN", "en"]
MOST_BYTES = 300_000
names = st.text(max_size=60) | st.sampled_from(
    ["👩‍👩‍👧 機", "X" * 200, "部機 " * 60, "ทดสอบ", "\u0301", ""]
)


def card_of(example: str, language: str = "zh-HK") -> dict[str, Any]:
    response, data = CALCULATIONS[example]
    card: dict[str, Any] = reply(response, language, **data)["card"]
    return card


def drawn(card: dict[str, Any]) -> Image.Image:
    return Image.open(BytesIO(picture(card))).convert("RGB")


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def is_like(pixel: Any, colour: str) -> bool:
    """Whether a pixel has the colour, as far as the palette of a picture has it."""
    return all(abs(a - b) <= 8 for a, b in zip(pixel, rgb(colour), strict=True))


def counted(image: Image.Image, colour: str) -> int:
    """How many pixels have the colour."""
    return sum(count for count, pixel in image.getcolors(1 << 24) or [] if is_like(pixel, colour))


def row(name: str, state: str = "full", note: str = "") -> dict[str, str]:
    return {"name": name, "amount": "7元", "counted": "6元", "state": state, "note": note}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", list(CALCULATIONS))
def test_every_calculation_is_a_small_picture(example: str, language: str) -> None:
    png = picture(card_of(example, language))
    image = Image.open(BytesIO(png))

    assert image.format == "PNG"
    assert image.width == 1080
    assert 600 < image.height < 2000
    assert len(png) <= MOST_BYTES


def test_the_same_card_is_the_same_picture_and_another_is_not() -> None:
    assert picture(card_of("items")) == picture(card_of("items"))
    assert picture(card_of("items")) != picture(card_of("items", "en"))


@pytest.mark.parametrize("example", ["items", "a total", "an investment", "nothing counts"])
def test_the_bar_is_divided_as_the_shares_are(example: str) -> None:
    card = card_of(example)
    image = drawn(card)

    for part in card["bar"]["parts"]:
        colour = ROLES[part["role"]]
        lines = (
            sum(is_like(image.getpixel((x, y)), colour) for x in range(56, 1024))
            for y in range(0, image.height, 8)
        )
        assert max(lines) / 968 == pytest.approx(part["share"], abs=0.01)


def test_the_colours_are_those_of_the_theme() -> None:
    image = drawn(card_of("items"))

    for colour in (PAPER, BRAND, TINT, NOTICE, NOTICE_EDGE):
        assert rgb(colour) in {pixel for _, pixel in image.getcolors(1 << 24) or []}
    assert image.getpixel((2, image.height - 2)) == rgb(PAPER)


def test_a_share_too_small_for_the_bar_is_seen_in_it() -> None:
    card = card_of("items")
    parts = [{"role": role, "label": "", "value": ""} for role in ("government", "own")]
    shares = [{**part, "share": share} for part, share in zip(parts, (0.0, 1.0), strict=True)]
    image = drawn({**card, "rows": [], "bar": {"label": "", "parts": shares}})

    assert counted(image, ROLES["government"]) > 24 * 24 + 5 * 50


@pytest.mark.parametrize("state", list(STATES))
def test_every_row_has_the_mark_of_its_state(state: str) -> None:
    card = card_of("items")
    without = counted(drawn({**card, "rows": []}), STATES[state])
    one = counted(drawn({**card, "rows": [row("甲", state)]}), STATES[state])
    two = counted(drawn({**card, "rows": [row("甲", state), row("乙", state)]}), STATES[state])

    assert min(one - without, two - one) > 300


def test_a_long_name_takes_more_lines_and_a_very_long_one_does_not_take_all() -> None:
    card = card_of("items")
    short, long, longest = (
        drawn({**card, "rows": [row(name)]}).height for name in ("機", "機器" * 30, "機器" * 3000)
    )

    assert short < long <= longest < short + 200


def test_more_rows_than_a_picture_bears_are_told_as_a_number() -> None:
    card = card_of("items")
    heights = [drawn({**card, "rows": [row("機")] * n}).height for n in (16, 17, 60)]

    assert heights[0] < heights[1] == heights[2]


@settings(max_examples=12, derandomize=True, deadline=None)
@given(
    rows=st.lists(st.builds(row, names, st.sampled_from(list(STATES)), names), max_size=25),
    notes=st.lists(names, max_size=12),
)
def test_whatever_is_in_a_card_it_can_be_drawn(rows: list[Any], notes: list[str]) -> None:
    png = picture({**card_of("items"), "rows": rows, "notes": notes})

    assert len(png) <= MOST_BYTES
    assert Image.open(BytesIO(png)).height < 4000
