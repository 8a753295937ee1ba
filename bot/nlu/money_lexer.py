"""Cuts normalised text into the tokens that amounts of money are made of.

`_START` finds the characters at which a token can begin; one of three patterns then reads
it, by what that character is. Each is bounded or cannot fail after a long match, so that
the time grows with the length of the text only.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.nlu.money_vocabulary import (
    DIGITS,
    DOLLAR_AFTER,
    DOLLAR_HAN,
    DOLLAR_LATIN,
    ENGLISH_TIMES,
    FOREIGN_HAN,
    FOREIGN_LATIN,
    LABEL_WORDS,
    MONEY_WORDS,
    SLANG,
    SPOKEN,
    SPOKEN_FIRST,
    SPOKEN_WORDS,
)
from bot.nlu.not_money import PHONE, SKIP_DIGIT, SKIP_HAN, SKIP_LATIN, TIMES

_TIMES_NEXT = rf"(?=\s?(?:[萬億千百元蚊]|(?:{TIMES}|hkd)(?![a-z])))"
_GREAT_NEXT = rf"(?=\s?(?:[萬億球皮]|(?:{TIMES})(?![a-z])))"
_NUMBER = (
    r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"  # lakhs and crores
    rf"|(?:[0-9]{{1,3}} )?[13]/[24]{_GREAT_NEXT}"
    rf"|[0-9]{{1,4}}(?: \. ?|\. | point )[0-9]{{1,4}}{_GREAT_NEXT}"
    r"|[0-9]{1,3}(?:[,'][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]{4,6},000(?![0-9,])"
    r"|[0-9](?: ?[0-9]){0,2}(?: ?, ?[0-9] ?[0-9] ?[0-9]){0,3} ?, ?0 ?0 ?0(?! ?[0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?: [0-9]{3}){2,}(?![0-9])|[0-9]{1,3} [0-9]00(?![0-9.,])(?=\s[萬億])|[0-9]{1,3} 000(?![0-9])"
    rf"|[0-9]{{1,3}}(?:, [0-9]{{3}})+(?![0-9]){_TIMES_NEXT}"
    r"|[0-9](?: [0-9]){1,7}(?= [萬億])"
    r"|[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
)
# 「三點五億」 is a number, 「三點五分」 is a time.
_TIMES_AFTER_POINT = (
    r"(?=\s?個?半?\s?(?:十?[百千萬億球皮]|(?:million|mil|mio|bn|billion|[mk])(?![a-z])))"
)
# 「18,5 million」 may be 18.5 or a slip, 「1,2000,000」 is one: amounts that are not known.
_COMMAS = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])|[0-9]{4,6},000(?![0-9,])"
_ODD = (
    rf"(?!{_COMMAS})[0-9]{{1,4}}(?:,[0-9]{{1,4}}){{0,3}},0{{2,4}}(?![0-9,])|"
    rf"[0-9]{{2,3}},[0-9]{{1,2}}(?![0-9,]){_TIMES_NEXT}"
    r"|[0-9],[0-9]{1,2}(?![0-9,])(?=\s?(?:million|mill?|mio|m|bn|billion)(?![a-z]))"
)
_LATIN_WORD = (
    rf"[a-z]+(?=[0-9][0-9.,]{{0,12}}\s?[萬億])|[a-z]{{3,}}(?=[0-9.]{{2,12}}(?:{TIMES})(?![a-z]))"
    r"|[a-z]+(?:-?[0-9][a-z0-9]*)*"
)


def _lexer(*parts: tuple[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in parts))


_DIGIT = _lexer(
    ("skip", SKIP_DIGIT),
    ("places", r"[4-9](?:\s?位數字?|[\s-]?figures?(?![a-z]))"),
    ("phone", PHONE),
    ("odd", _ODD),
    ("decimal", rf"[0-9]{{1,4}}點[0-9]{{1,4}}{_TIMES_AFTER_POINT}"),
    ("number", _NUMBER),
)
_LABEL = _lexer(("skip", SKIP_LATIN))
_MONEY = _lexer(
    *FOREIGN_LATIN.items(), ("hkd", DOLLAR_LATIN), ("after", DOLLAR_AFTER), ("times", ENGLISH_TIMES)
)
_SPOKEN = _lexer(
    ("places", r"(?:four|five|six|seven|eight|nine)[\s-]figures?(?![a-z])"),
    ("words", rf"{SPOKEN_FIRST}{SPOKEN}(?![a-z])(?:(?:\s|-|\sand\s){SPOKEN}(?![a-z]))*"),
)
_LATIN = _lexer(("latin", _LATIN_WORD))
_OTHER = _lexer(
    ("skip", SKIP_HAN),
    ("places", "[四五六七八九]位數字?"),
    ("decimal", rf"[{DIGITS}]{{0,2}}點[{DIGITS}]{{1,6}}{_TIMES_AFTER_POINT}"),
    (
        "han",
        rf"(?:(?<=零)[{DIGITS}]|(?![一兩][部台套條隻件個次份張架輛支年月日人位])[{DIGITS}])+|[{DIGITS}]",
    ),
    ("unit", "[十廿卅卌百千]"),
    ("great", "[萬億]"),
    *FOREIGN_HAN.items(),
    ("hkd", DOLLAR_HAN),
    ("after", DOLLAR_AFTER),
    ("slang", SLANG),
    ("half", "半"),
    ("part", "[½¼¾]"),
    ("piece", "個"),
    (
        "some",
        "幾(?![多乎時好錢號何])|(?<![核審總查做人次件份指基系參算計函代多少負整度])數(?=[十百千萬億])|多(?![謝久少啲])|餘|來(?=[十百千廿卅萬]|w(?![a-z]))|把(?=萬)",
    ),
)
_WORD = re.compile("[a-z]+")
_LETTERS = frozenset("kmw")  # million and the like after a number only: M-20 is a model
_AFTER_NUMBER = re.compile(rf"(?:[0-9½¼¾半個幾多十廿卅卌百千萬來${DIGITS}] ?|[a-z] )$")
_PLAIN_NUMBER = re.compile(_NUMBER)
_MILLION = r"(?:million|mil|mio|mn|bn|billion|[mkw])(?![a-z])"
# Branches begin with a literal or a set: only those are refused without effort.
_START = re.compile(
    rf"[0-9a-z{DIGITS}十廿卅卌百千萬億半½¼¾幾$¥€£₩₹蚊元円鎊球皮舊餘]|\.(?=[0-9])|\+(?=[0-9])|#(?=\s?[0-9])"
    rf"|個(?=\s?[半幾零多萬億球皮]|\s?[{DIGITS}]?\s?{_MILLION})|點(?<![早晚幾多有快慢遲]點)(?=[{DIGITS}]{{1,2}}{_TIMES_AFTER_POINT})|第(?=\s?[0-9{DIGITS}十百千])|數(?=[十百千萬億])|來(?=[十百千廿卅萬w])|把(?<=[百千]把)(?=萬)"
    rf"|多(?<=[0-9十百千萬億零餘個球皮kmw]多)|文(?<=[0-9十百千萬]文)|塊(?<=[0-9{DIGITS}十百千萬半]塊)"
    rf"|工(?=業[0-9])|編(?=號)|電(?=話)|撇(?<=[{DIGITS}十幾]撇)|[草雞](?<=[{DIGITS}十幾]草|[{DIGITS}十幾]雞)|餅(?=[嘢野])|棍(?=[水嘢野])|盤(?=水)|大(?=元)|港(?=[幣元紙銀])|美(?=[金元刀鈔])"
    r"|人(?=民幣|仔)|銀(?=人仔)|歐(?=[元羅])|[歐刀](?<=[0-9萬億].)|英(?=[鎊磅])|日(?=本?[元幣円紙])|新(?=台幣|元|加坡元)|台(?=幣)|坡(?=[紙幣])"
    r"|澳(?=[元幣紙門])|加(?=[元幣紙]|拿大元)|葡(?=幣)|韓(?=[元幣圜])|瑞(?=士法郎|法?郎)|泰(?=銖)|越(?=南盾)|馬(?=幣)"
    r"|盧(?=比)|紐(?=[元幣紙])|令(?=吉)"
)
_CURRENCIES = {*FOREIGN_LATIN, *FOREIGN_HAN, "hkd"}
FOREIGN = frozenset(_CURRENCIES - {"hkd"})
CURRENCY = frozenset(_CURRENCIES)
_DROPPED = frozenset({"skip", "phone", "latin"})


class Token(NamedTuple):
    """A piece of normalised text: what it can be in an amount, and where it stands."""

    kind: str
    start: int
    end: int
    text: str


def tokenise(text: str) -> list[Token]:
    """The tokens of normalised text, in order; everything between them is left out."""
    tokens: list[Token] = []
    start = _START.search(text)
    while start:
        found = _read(text, start.start())
        kind = (found.lastgroup or "latin") if found else "latin"
        if kind == "phone" and _follows_currency(text, tokens, start.start()):
            found, kind = _PLAIN_NUMBER.match(text, start.start()), "number"
        if kind == "latin" and _is_million(text, tokens, start.start()):
            kind = "times"
        if found and kind not in _DROPPED:
            tokens.append(Token(kind, found.start(), found.end(), found[0]))
        start = _START.search(text, found.end() if found else start.end())
    return tokens


def _read(text: str, at: int) -> re.Match[str] | None:
    character = text[at]
    if character in "0123456789.":
        return _DIGIT.match(text, at)
    word = _WORD.match(text, at) if "a" <= character <= "z" else None
    if not word:
        return _OTHER.match(text, at)
    if word[0] in _LETTERS and not _AFTER_NUMBER.search(text[max(0, at - 2) : at]):
        return _LATIN.match(text, at)
    for words, lexer in ((LABEL_WORDS, _LABEL), (MONEY_WORDS, _MONEY), (SPOKEN_WORDS, _SPOKEN)):
        found = lexer.match(text, at) if word[0] in words else None
        if found:
            return found
    return _LATIN.match(text, at)


def _is_million(text: str, tokens: list[Token], at: int) -> bool:
    """HK$3.5MM is money, 3.5mm a length."""
    if not text.startswith("mm", at) or text[at + 2 : at + 3].isalnum() or len(tokens) <= 1:
        return False
    near = tokens[-1].kind == "number" and not text[tokens[-1].end : at].strip(" ")
    return near and tokens[-2].kind in CURRENCY


def _follows_currency(text: str, tokens: list[Token], at: int) -> bool:
    return bool(tokens) and tokens[-1].kind in CURRENCY and not text[tokens[-1].end : at].strip()
