"""A text in pieces within a limit, cut where a reader would pause and never inside a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

Measure = Callable[[str], int]
"""How long a text is in the unit of a limit; that of two texts is the sum of theirs."""

_CLOSING = "，。、：；！？,.;:!?…」』）〉》】”’)\\]}%％"
_OPENING = r"(?:(?:[「『（(〈《【“‘\[]|(?<!\S)[\"'])(?=\S)){0,3}+"
_EXTEND = r"[\p{M}\p{Grapheme_Extend}\u200d]*+"
_URL = r"(?:https?://|www\.)[!-~]+"
_HAN_NUMBER = "[零〇一二兩两三四五六七八九十百千萬万億亿]"
_AMOUNT = (
    r"(?:(?:(?:HK|US|NT|RMB)?[$¥€£]|HKD|USD|RMB|港幣|港币|人民幣|人民币)\ ?)?"
    r"\d++(?:[,.:/-]\d++)*+(?:\ \d{4}(?!\d))*+"
    r"(?:\ ?(?:[十百千萬万億亿]*+(?:港元|元|蚊)|[十百千萬万億亿]++)"
    r"|\ ?(?:hundred|thousand|million|billion|per\ cent|percent|[%％])|[A-Za-z]++)?"
)
_HAN_AMOUNT = rf"{_HAN_NUMBER}{{1,12}}+(?:分之{_HAN_NUMBER}{{1,12}}+|\ ?(?:港元|元|蚊))"
_WORD = r"[A-Za-z0-9]++(?:[-._@/+'’&][A-Za-z0-9]++)*+"
_ATOM = regex.compile(
    rf"{_OPENING}(?:{_URL}|{_AMOUNT}|{_HAN_AMOUNT}|{_WORD}){_EXTEND}(?:[{_CLOSING}]{_EXTEND})*+"
    rf"|{_OPENING}\X(?:[{_CLOSING}]{_EXTEND})*+"
)
_NUMBER = regex.compile(rf"\s*+(?:{_AMOUNT}|{_HAN_AMOUNT})")
_CLUSTER = regex.compile(r"\X")
_CODE_POINT = regex.compile(r"(?s:.)")
_SPACE = regex.compile(r"\s*+")

_CLOSERS = "[」』）〉》】”’\"')\\]]{0,3}"
_PAUSES = (
    regex.compile(r"(?<=\S)(?=[^\S\n]*+\n[^\S\n]*+\n)"),
    regex.compile(r"(?<=\S)(?=[^\S\n]*+\n)"),
    regex.compile(rf"(?<=[。！？；!?;…]{_CLOSERS})|(?<=\.{_CLOSERS})(?=\s)"),
    regex.compile(rf"(?<=\S)(?=\s)|(?<=[，、：,:]{_CLOSERS})"),
)
"""Where to cut, best first: before the end of a paragraph or a line, after a sentence, a clause."""


def utf16(text: str) -> int:
    """The length in UTF-16 code units: never less than the number of characters."""
    return len(text) + sum(character > "\uffff" for character in text)


def atoms(text: str) -> Iterator[str]:
    """What a text is made of that is not cut: words, amounts, addresses, characters.

    Punctuation stays with what it opens or closes. Together the atoms are the text.
    """
    return (match.group() for match in _ATOM.finditer(text))


def split(text: str, limit: int, measure: Measure = utf16) -> list[str]:
    """Pieces of at most `limit`, none empty; only white space at cuts and ends is left out.

    Only what alone is longer than `limit` is cut inside. `limit` is at least 4.
    """
    pieces, rest = [], text.strip()
    while measure(rest) > limit:
        end = _cut(rest, limit, measure)
        pieces.append(rest[:end])
        rest = rest[end:].lstrip()
    return [*pieces, rest] if rest else pieces


def shortened(text: str, limit: int, measure: Measure = utf16) -> str:
    """The text, or as much of its beginning as fits with an ellipsis; white space is squeezed."""
    text = " ".join(text.split())
    if measure(text) <= limit:
        return text
    room = limit - measure("…")
    whole = _ends(text, room, measure, _ATOM)
    end = whole[-1] if whole else 0
    if not end or (end * 2 < room and not _NUMBER.match(text, end)):
        end = max(_ends(text, room, measure, _CLUSTER), default=0)
    return text[:end].rstrip(" ，、：；,:;") + "…"


def _cut(text: str, limit: int, measure: Measure) -> int:
    """Where the first piece ends: at the best pause in the second half of what fits."""
    for unit in (_ATOM, _CLUSTER, _CODE_POINT):
        if ends := _ends(text, limit, measure, unit):
            return _at_pause(text, ends)
    raise ValueError(f"no character fits into {limit}")


def _at_pause(text: str, ends: list[int]) -> int:
    late = {end for end in ends if end * 2 >= ends[-1]}
    looked_at = _SPACE.match(text, ends[-1]).end()
    for pause in _PAUSES:
        if found := late.intersection(each.end() for each in pause.finditer(text, 0, looked_at)):
            return max(found)
    return ends[-1]


def _ends(text: str, limit: int, measure: Measure, unit: regex.Pattern[str]) -> list[int]:
    """The ends of the units within the limit, but for those after white space."""
    found, length = [], 0
    for match in unit.finditer(text):
        length += measure(match.group())
        if length > limit:
            break
        if not match.group()[-1].isspace():
            found.append(match.end())
    return found
