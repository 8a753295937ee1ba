"""Things asked about that the knowledge base does not name: said so, never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from bot.nlu.unknown_items import unknown_items


@dataclass(frozen=True)
class Place:
    start: int
    end: int


def known(text: str, *names: str) -> list[Place]:
    return [Place(*match.span()) for name in names for match in re.finditer(name, text)]


@pytest.mark.parametrize(
    ("text", "names", "items"),
    [
        ("鐵閘得唔得", (), ["鐵閘"]),
        ("可唔可以claim鐵閘", (), ["鐵閘"]),
        ("我想問下水族箱計唔計", (), ["水族箱"]),
        ("鐵閘、租金、水族箱計唔計", ("租金",), ["鐵閘", "水族箱"]),
        ("租金同鐵閘得唔得？鐵閘呢", ("租金",), []),
        ("鐵閘同鐵閘", (), ["鐵閘"]),
        ("can I claim a spaceship", (), ["spaceship"]),
        ("what about drones and rent?", ("rent",), ["drones"]),
        ("租金得唔得", ("租金",), []),
        ("咖啡機計唔計", ("咖啡",), []),
        ("可以嗎", (), []),
        ("資助咩", (), []),
        ("can we claim it?", (), []),
        ("", (), []),
    ],
)
def test_only_what_clearly_stands_as_a_thing_asked_about_is_taken(
    text: str, names: tuple[str, ...], items: list[str]
) -> None:
    assert unknown_items(text, known(text, *names)) == items


def test_a_whole_story_is_not_taken_for_a_thing() -> None:
    story = "我老細話佢識得一個朋友以前做過類似嘅嘢而家退咗休去咗加拿大"

    assert unknown_items(story, []) == []
