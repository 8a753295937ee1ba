"""Whether a number that has no currency can be money at all."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.nlu.money_labels import is_label, is_output
from bot.nlu.money_parts import Number
from bot.nlu.money_units import (
    COUNT_SIGN,
    DISTANT_PLURAL,
    GREAT_UNIT,
    METRE_LENGTH,
    PLURAL,
    SIZE,
    SMALL,
    UNIT,
    VISUAL,
    WATTS,
    WATTS_BEFORE,
)

WRITTEN_OUT = Decimal(10_000)  # from here up nobody means 萬 as well
_LARGE, _ROUND = Decimal(100_000), Decimal(100)
_LEAST = Decimal(10)
_STANDARDS = frozenset(
    [
        "9001",
        "13485",
        "14001",
        "14644",
        "17020",
        "17025",
        "17043",
        "27001",
        "45001",
        "50001",
        "22301",
        "10993",
        "15189",
        "14971",
    ]
)
_YEAR = re.compile(r"(?:199[0-9]|20(?:0[1-9]|[1-4][0-9]))$")
_SPOKEN_NUMBER = re.compile(r"[一二三四五六七八九兩廿卅卌]|[十百千][一二三四五六七八九]")
_GLUED_AFTER = re.compile(r"[a-z_@\x00]|\.[a-z]|-[a-z0-9]|,[0-9]")
_GLUED_BEFORE = frozenset("_@\x00'/")
_ENDS_CELL = re.compile(r"\s*(?:$|[\n\t|)])")
_ENDS_ITEM = re.compile(r"\s*(?:$|[^\s0-9.$])")
_ENDS_CLAUSE = re.compile(r"\s*(?:$|[,，、。;|()\n])")
_NEAR = 10
_FAR = 20
_COUNTING = frozenset("隻件片盒箱粒卷個張條套部台份次")
_HAN_BEFORE = re.compile(r"[\u4e00-\u9fff][:\s]?$")
_WAN_AFTER = re.compile(r"\s?(?:左右|上下|以內|以上|多|元|塊|港|蚊|嘅|的|預算)")
_NAME_BEFORE = re.compile(r"[\u4e00-\u9fffa-z:)] {0,2}$")
_ENDS = re.compile(r"$|[^\u4e00-\u9fff0-9a-z]|[咁啦喇囉㗎架呀吖喎嘅的左上度到都就係先]")


def is_measured(text: str, original: str, number: Number) -> bool:
    """Whether a unit or counted noun follows: 「12部」, 30 days, 「100萬個」, 「4K鏡頭」, 3m long."""
    if is_output(text, number.start):
        return True
    if not number.scaled:
        return _is_counted(text, number)
    return not _is_price_of_one(text, number) and _is_many(text, original, number)


def _is_counted(text: str, number: Number) -> bool:
    """Whether a unit or noun follows a number without 萬 or million."""
    sign = COUNT_SIGN if number.high < SMALL else SIZE
    if sign.match(text, number.end) and "," not in text[number.start : number.end]:
        return True
    plural = DISTANT_PLURAL if number.high < SMALL else PLURAL
    return bool(UNIT.match(text, number.end) or plural.match(text, number.end))


def _is_many(text: str, original: str, number: Number) -> bool:
    """Whether a unit follows a number with 萬 or million, or its letter is a unit itself."""
    many = number.vague and number.kinds == "words" and text.endswith(" of", 0, number.end)
    if GREAT_UNIT.match(text, number.end) or (many and PLURAL.match(text, number.end)):
        return True
    letter = original[number.end - 1]
    if letter in "wW":
        return not _is_wan(text, number, letter)
    if letter in "kK" and number.kinds == "number times":
        resolution = letter == "K" and text[number.start : number.end] in ("2k", "4k", "8k")
        return resolution or bool(VISUAL.match(text, number.start))
    return letter in "mM" and bool(METRE_LENGTH.match(text, number.end))


def _is_price_of_one(text: str, number: Number) -> bool:
    """「兩隻八十萬隻」: the measure word of a count beside it makes an amount the price of one."""
    measure = text[number.end : number.end + 1]
    if not measure or measure not in _COUNTING:
        return False
    count = rf"[0-9一二兩三四五六七八九十百]\s?{measure}"
    before = text[max(0, number.start - _FAR) : number.start]
    after = text[number.end + 1 : number.end + _FAR]
    return bool(
        re.search(rf"{count}(?!/)[^0-9。;\n]*$", before)
        or re.search(rf"^[^0-9。;\n]{{0,8}}{count}", after)
    )


def _is_wan(text: str, number: Number, letter: str) -> bool:
    """Whether w is 萬 and not watts; a capital one only beside Chinese (总共50W)."""
    before = text[max(0, number.start - _NEAR) : number.start]
    if WATTS.match(text, number.end) or WATTS_BEFORE.search(before):
        return False
    mixed = not text[number.start : number.end].isascii()  # 「50多W」
    return (
        letter == "w"
        or mixed
        or bool(_HAN_BEFORE.search(before) or _WAN_AFTER.match(text, number.end))
    )


def is_written_out(text: str, number: Number) -> bool:
    """Whether it is dollars in full: too large for 萬 to be meant as well, and no odd number."""
    written = text[number.start : number.end]
    odd = number.low < _LARGE and "," not in written and number.low % _ROUND != 0
    return number.low >= WRITTEN_OUT and not odd


def is_cell(text: str, number: Number) -> bool:
    """Whether a small plain number stands alone: at the end of a line or cell, or after a name."""
    named = _NAME_BEFORE.search(text[max(0, number.start - 3) : number.start])
    if number.kinds == "han":
        return bool(named and _ENDS_CLAUSE.match(text, number.end))
    ends = _ENDS_ITEM if named else _ENDS_CELL
    return number.kinds == "number" and bool(ends.match(text, number.end))


def is_bare_money(text: str, number: Number) -> bool:
    """Whether a number without any unit may be an amount, in 萬 or in dollars."""
    written = text[number.start : number.end]
    if text.startswith("幾", number.end):
        return False
    if number.vague:
        some = any(unit in written for unit in "十百千廿卅")
        return number.kinds == "odd" or (some and bool(_ENDS.match(text, number.end)))
    if number.high < _LEAST:
        return False
    if number.kinds == "number":
        return _is_plain_money(text, number, written)
    if number.kinds == "words":
        return "hundred" in written
    return "unit" in number.kinds and (written[0].isdigit() or bool(_SPOKEN_NUMBER.match(written)))


def _is_plain_money(text: str, number: Number, written: str) -> bool:
    if text[number.start - 1 : number.start] in _GLUED_BEFORE and number.start:
        return False
    if _GLUED_AFTER.match(text, number.end):
        return False
    if written.startswith("0") or _YEAR.match(written) or written in _STANDARDS:
        return False
    return not is_label(text, number.start, written)
