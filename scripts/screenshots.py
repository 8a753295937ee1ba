# ruff: noqa: INP001 - run by its path
"""Writes docs/screenshots/: the widget on its demo page, talking with the whole advisor.

    python scripts/screenshots.py [name ...]

Needs a trained model and what the tests of pages need (`make screenshots` sees to both).
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.run.stack import running_stack  # noqa: E402 - found by the line above
from tests.website.guest import Guest  # noqa: E402
from tests.widget.chromium import Contexts, chromium  # noqa: E402

FOLDER = ROOT / "docs" / "screenshots"
COLOURS = (256, 128, 64)
LARGEST_BYTES = 150_000
EVERYWHERE = {"reduced_motion": "reduce", "timezone_id": "Asia/Hong_Kong"}
DESKTOP = {"viewport": {"width": 1180, "height": 790}, "device_scale_factor": 1.5}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True}
BUDGET = "部機1200萬、顧問費80萬、專利註冊40萬、租金300萬，攞到幾多？"
Scene = Callable[[Guest], object]


def asks(*questions: str) -> Scene:
    """A scene in which questions are asked, one after the other."""
    return lambda guest: [guest.asks(question) for question in questions]


def down_to(guest: Guest, selector: str) -> None:
    """Scroll until the end of the last of these can be seen."""
    last = guest.page.locator(selector).last
    last.evaluate("(node) => node.scrollIntoView({ block: 'end' })")


def calculation(guest: Guest) -> None:
    """A budget of several items, down to who pays what."""
    guest.asks(BUDGET)
    down_to(guest, ".card .notes")


def nothing(_guest: Guest) -> None:
    """The panel as it opens."""


def eligibility(guest: Guest) -> None:
    """The check, with three of its questions answered."""
    answer = guest.asks("我間廠合唔合資格？")
    for _ in range(3):
        answer = guest.presses(answer.locator(".choices button").first.inner_text())
    down_to(guest, ".judge")


def english(guest: Guest) -> None:
    """The panel in English, and a question in it."""
    guest.button("English").click()
    guest.asks("Is rent covered? And a consultant?")


def offline(guest: Guest) -> None:
    """Two messages that wait for the connection."""
    guest.asks("租金可唔可以claim？")
    guest.context.set_offline(True)
    guest.page.locator(".banner").get_by_text("離線").wait_for()
    guest.sends("咁員工培訓呢？")
    guest.unsent.wait_for()


SCENES: dict[str, tuple[dict, Scene]] = {
    "desktop-start": (DESKTOP, nothing),
    "desktop-calculation": (DESKTOP, calculation),
    "desktop-expenses": (DESKTOP, asks("咩嘢開支可以資助，咩嘢唔可以？")),
    "desktop-eligibility": (DESKTOP, eligibility),
    "desktop-services": (DESKTOP, asks("生產力局有咩服務適合做食品嘅廠？")),
    "phone-start": (PHONE, nothing),
    "phone-calculation": (PHONE, calculation),
    "phone-english": (PHONE, english),
    "offline": (PHONE, offline),
}


def write(name: str, picture: bytes) -> None:
    """Keep a picture, with as many colours as its size allows.

    Raises:
        ValueError: it is too large with few, too.
    """
    image, path = Image.open(io.BytesIO(picture)).convert("RGB"), FOLDER / f"{name}.png"
    for colours in COLOURS:
        few = image.quantize(colours, Image.Quantize.MAXCOVERAGE, 2, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
        if path.stat().st_size <= LARGEST_BYTES:
            return
    raise ValueError(f"{path.name} has {path.stat().st_size} bytes, more than {LARGEST_BYTES}")


def main(names: list[str]) -> None:
    """Make the pictures that are named, or all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as var, running_stack(Path(var)) as stack:
        address = stack.web.removesuffix("/")
        with chromium() as browser:
            for name in names or SCENES:
                options, scene = SCENES[name]
                contexts = Contexts(browser)
                guest = Guest(contexts.take(**EVERYWHERE, **options), address, address)
                scene(guest.opens())
                guest.page.mouse.move(0, 0)
                write(name, guest.page.screenshot())
                contexts.close()


if __name__ == "__main__":
    main(sys.argv[1:])
