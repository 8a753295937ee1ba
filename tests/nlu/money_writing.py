"""Writes numbers the ways of Hong Kong: in Chinese, in formal numerals, as spoken, in English."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
UNITS = ("", "十", "百", "千")
WAN, MILLION, YI = 10**4, 10**6, 10**8


def han_below_ten_thousand(value: int) -> str:
    written, zero = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            written += ("零" if zero and written else "") + DIGITS[digit] + UNITS[place]
            zero = False
        else:
            zero = True
    return written


def han(value: int) -> str:
    written, rest = "", value
    for unit, name in ((YI, "億"), (WAN, "萬"), (1, "")):
        part, rest = divmod(rest, unit)
        if part:
            gap = "零" if written and part < 1000 else ""
            written += gap + han_below_ten_thousand(part) + name
    return written or "零"


def formal(value: int) -> str:
    return han(value).translate(
        str.maketrans("一二三四五六七八九十百千", "壹貳叁肆伍陸柒捌玖拾佰仟")
    )


def spoken_tens(value: int) -> str:
    """廿 and 卅 for twenty and thirty, 百 for one hundred."""
    written = han(value)
    for tens, short in (("二十", "廿"), ("三十", "卅"), ("四十", "卌")):
        written = written.replace(tens, short) if written.startswith(tens) else written
    return written.removeprefix("一") if written[:2] in ("一百", "一千") else written


def english(value: int) -> str:
    small = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for unit, name in (
        (10**9, "billion"),
        (MILLION, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if value >= unit:
            head, rest = divmod(value, unit)
            joint = " and " if rest and rest < 100 else " " if rest else ""
            return f"{english(head)} {name}{joint}{english(rest) if rest else ''}"
    if value < 20:
        return small[value]
    return tens[value // 10] + (f"-{small[value % 10]}" if value % 10 else "")
