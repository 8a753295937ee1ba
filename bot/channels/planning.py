"""A message of ours as the parts that an app can show, each within the app's limits."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.inbound_body import storable
from bot.channels.messenger import Option, Part, PartKind
from bot.channels.splitting import shortened, split, utf16
from bot.conversations.model import Language, Message


@dataclass(frozen=True)
class Limits:
    """The most that an app takes, in UTF-16 code units; 0 for what it does not have at all.

    No provider counts a text as longer than that, whether in characters or in code units.
    `body` is a text with buttons or a list below it; `buttons` and `rows` are how many of them.
    """

    text: int
    caption: int = 0
    body: int = 0
    buttons: int = 0
    button_title: int = 0
    rows: int = 0
    row_title: int = 0
    row_description: int = 0
    menu: int = 0


LIMITS: dict[str, Limits] = {
    "whatsapp": Limits(
        text=4096,
        caption=1024,
        body=1024,
        buttons=3,
        button_title=20,
        rows=10,
        row_title=24,
        row_description=72,
        menu=20,
    ),
    "twilio": Limits(text=1600),
    "telegram": Limits(text=4096, caption=1024, body=4096, buttons=100, button_title=64),
}
"""By app: the published limits; of Telegram's keyboard, what a telephone shows sensibly."""


@dataclass(frozen=True)
class Words:
    """What stands with options: on the menu's button, above options, above numbered lines."""

    menu: str
    choose: str
    reply: str


WORDS: dict[Language, Words] = {
    "zh-HK": Words("睇選項", "請揀一項：", "請回覆號碼揀一項："),
    "zh-CN": Words("查看选项", "请选一项：", "请回复号码选一项："),
    "en": Words("See the options", "Please choose one:", "Please reply with a number:"),
}


@dataclass(frozen=True)
class _Offer:
    """How options are shown: as what, and whether the text must tell them in full."""

    kind: PartKind
    options: tuple[Option, ...]
    in_full: bool


def plan(message: Message, limits: Limits) -> tuple[Part, ...]:
    """The parts of a message in the order of sending; none for an empty message."""
    words = WORDS[message.language or "zh-HK"]
    titles = [_title(button.title) for button in message.buttons]
    offer = _offer(message.seq, titles, limits)
    text = _sound(message.text).strip()
    if offer.in_full:
        text = _with_lines(text, titles, words.choose if offer.options else words.reply)
    return (*_picture(message, limits), *_texts(text, offer, limits, words))


def _texts(text: str, offer: _Offer, limits: Limits, words: Words) -> list[Part]:
    pieces = split(text, limits.text)
    if not offer.options:
        return [Part("text", piece) for piece in pieces]
    fits = bool(pieces) and utf16(pieces[-1]) <= limits.body
    body = pieces.pop() if fits else words.choose
    menu = words.menu if offer.kind == "list" else ""
    last = Part(offer.kind, body, offer.options, menu)
    return [*(Part("text", piece) for piece in pieces), last]


def _offer(seq: int, titles: list[str], limits: Limits) -> _Offer:
    if not titles or not limits.buttons:
        return _Offer("text", (), in_full=bool(titles))
    kind: PartKind = "list" if limits.rows and not _are_buttons(titles, limits) else "buttons"
    if kind == "list":
        most, width, full = limits.rows, limits.row_title, limits.row_description
    else:
        most, width, full = limits.buttons, limits.button_title, 0
    in_full = (
        len(titles) > most
        or max(map(utf16, titles)) > max(width, full)
        or not _distinct([shortened(title, width) for title in titles])
    )
    lines = _numbered(titles) if in_full else titles
    options = tuple(
        Option(f"{seq}.{index}", shortened(line, width), _description(title, line, width, full))
        for index, (title, line) in enumerate(zip(titles[:most], lines[:most], strict=True))
    )
    return _Offer(kind, options, in_full)


def _are_buttons(titles: list[str], limits: Limits) -> bool:
    short = all(utf16(title) <= limits.button_title for title in titles)
    return short and len(titles) <= limits.buttons and _distinct(titles)


def _distinct(titles: list[str]) -> bool:
    return len({title.casefold() for title in titles}) == len(titles)


def _description(title: str, line: str, width: int, full: int) -> str:
    return shortened(title, full) if full and utf16(line) > width else ""


def _numbered(titles: list[str]) -> list[str]:
    return [f"{number}. {title}" for number, title in enumerate(titles, start=1)]


def _with_lines(text: str, titles: list[str], heading: str) -> str:
    lines = "\n".join([heading, *_numbered(titles)])
    return f"{text}\n\n{lines}" if text else lines


def _picture(message: Message, limits: Limits) -> list[Part]:
    """The card of a calculation; its caption says the title and the sums."""
    card = message.card
    if not limits.caption or card is None or card["kind"] != "calculation":
        return []
    sums = [f"{each['label']} {each['value']}" for each in card["totals"]]
    caption = split(_sound("\n".join([card["title"], *sums])), limits.caption)
    return [Part("image", caption[0], image=card)]


def _title(title: str) -> str:
    return " ".join(_sound(title).split()) or "…"


def _sound(text: str) -> str:
    """The text as it can be sent: no NUL, no half of a surrogate pair, nothing if all invisible."""
    sound = storable(text)
    visible = any(each.isprintable() and not each.isspace() for each in sound)
    return sound if visible else ""
