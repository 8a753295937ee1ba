"""The words around a number that change how it is meant: about, minus, from … to.

Patterns over text from `money_chars.normalise`. What stands before a number is looked for in
the few characters before it only.
"""

from __future__ import annotations

import re

REACH = 24  # characters before an amount that are looked at

_MORE_OR_LESS = (
    r"大約|大概|約莫|(?<![預合簽租條節契大公])約|差唔多|差不多|爭唔多|幾乎|接近|將近|(?<![附接將最])近|(?<![完變組達生合做構作改換轉一二三四五六七八九十半0-9])成"
    r"|估計|估算?|粗略|[不唔]?超過|唔過得?|唔[使駛洗]|多過|高過|大過|(?<![不好])過|(?<=唔好)過|逾|[唔未]夠|唔到|不足|不到|未到|少過|低過|細過|唔多過|最少|最多|至少|至多|起碼|不少於|不多於"
    r"|[差爭](?:少少|啲|些少)|頂盡|去到|(?<![a-z])(?:max(?:imum)?|min(?:imum)?|plus\s?(?:/|or)\s?minus|shy\sof|just\sover|just\sunder|around|about|approx\.?|approximately|roughly|nearly|almost|circa|ca\.?|some|over|above|under|below"
    r"|more\sthan|less\sthan|at\sleast|at\smost|up\sto|not\sexceeding|within|(?:north|south)\sof|in\sthe\s(?:region|range|neighbou?rhood)\sof|close\sto|upwards\sof|ballpark)"
    r"|[~≈±<≥≤]|(?<![-=])>|[><]="
)
APPROXIMATE_BEFORE = re.compile(rf"(?:(?:{_MORE_OR_LESS})\s?(?:係|是|為|要|用|花|俾|使)?\s?)+$")
# 「上千萬」, 「成千萬」: one that is not said; not 以上, 加上.
UNSAID_ONE_BEFORE = re.compile(
    r"(?:(?<![以加連])上|過|逾|超過|數以|(?<![完變組達生合做構作一二三四五六七八九十半0-9])成|若干|無數|好多|咁多)\s?$"
)
ASKED_BEFORE = re.compile(r"(?:幾多|多少|how\smany)個?\s?$")  # 「幾多百萬」
_APPROXIMATE_AFTER = re.compile(
    r"[ ]?(?:左右|上下|度(?![數假身過])|到(?=$|[\s,，。;、？?!！)啦喇囉㗎吖呀])|咁上下|咁滯|以上|以下|以內|之內|內(?![容部地])|以外|樓上|樓下|打底|封頂|起(?=$|[\s,，。;、)!！?？])|起跳"
    r"|鬆[啲少d些]?少?|[不未唔]到|(?:埋單)?有找|出頭|多啲|少少|多少少|不等|或以[上下]|(?:max|min|tops|plus)(?=\s*(?:$|[,，。;、)\n]))"
    r"|at\s(?:most|least|max)(?![a-z])|or\sso|or\sthereabouts|or\smore|or\sless|-?ish(?![a-z])|-?odd(?![a-z])"
    r"|\+(?=\s*(?:$|[,，。;、)\n]))|up(?![a-z])|give\sor\stake)"
)
# 「三百萬有突」, "a million or two": more than that, and nobody knows how much.
_VAGUE_AFTER = re.compile(
    r"[ ]?(?:有[突凸多餘剩]|[突凸](?![然出破發顯])(?:啲|少少)?|零啲|or\stwo(?![a-z]))"
)
# 「多過八百萬少少」
_MORE_BEFORE = re.compile(r"(?:多過|高過|大過|貴過|過咗)\s?$")
_A_BIT_AFTER = re.compile(r"(?:少少|啲|一啲|些少)")
MINUS_BEFORE = re.compile(
    r"(?:^|(?<=[\s(:,;，、。=\x00]))-$|(?:(?<![自正欠肩擔身])負|(?<![a-z/])(?<!or\s)(?:minus|negative)\s)\s?$"
)
TO = re.compile(r"[ ]?(?:至|到|-|~|(?:up\s)?to(?![a-z]))\s?上?")
TO_OR_AND = re.compile(r"[ ]?(?:至|到|-|~|與|和|同|(?:to|and)(?![a-z]))\s?")
TO_OR = re.compile(r"[ ]?(?:至|到|-|~|/|或者?|(?<!一)定係?|抑或|(?:(?:up\s)?to|or)(?![a-z]))\s?")
_BETWEEN_AFTER = re.compile(r"[ ]?[與和跟同][^,，。;、\n]{1,12}?之間")
_BETWEEN_BEFORE = re.compile(r"(?:介乎|介於|(?<![a-z])between)\s?(?:大約|about|around)?\s?$")
CHANGE_BEFORE = re.compile(
    r"(?:change[ds]?|increase[ds]?|raise[ds]?|cut|reduce[ds]?|adjust(?:ed|s)?|revise[ds]?|update[ds]?|went|goes|moved?|drop(?:ped)?|rise)"
    r"\b.{0,16}$|[改加減升降調跌]\S{0,4}由\s?$"
)
# The first characters of what is looked for after an amount, and the last ones before "between".
_FIRST = frozenset("左上度到咁以之內樓打封起鬆不未唔埋有出多少或突凸零啲一些maxintopslurhdge-+")
_ENDS_BETWEEN = frozenset("乎於約ntd")
# The last characters of what is looked for before an amount; most amounts follow others.
_LAST = frozenset(
    "盡頂限約概莫多少乎近成計算略過逾夠到足最至起碼要用花俾使駛洗得啲於係是為上以負abcdefghijklmnopqrstuvwxyz.~≈±><≥≤=-"
)


def look_before(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The minus and, if there is none, the words of approximation at the end of `text`."""
    if text.rstrip(" ")[-1:] not in _LAST:
        return None, None
    minus = MINUS_BEFORE.search(text)
    return minus, None if minus else APPROXIMATE_BEFORE.search(text)


def look_after(text: str, end: int, before: str) -> tuple[re.Match[str] | None, bool]:
    """What after `end` makes an amount less than exact, and whether it makes it unknown."""
    first = text[end : end + 1]
    if (text[end + 1 : end + 2] if first == " " else first) not in _FIRST:
        return None, False
    found = _VAGUE_AFTER.match(text, end)
    if found is None and _MORE_BEFORE.search(before):
        found = _A_BIT_AFTER.match(text, end)
    return (found, True) if found else (_APPROXIMATE_AFTER.match(text, end), False)


def is_between(text: str, end: int, before: str) -> bool:
    """Whether "between" stands before the first end of a range, or 之間 after the second."""
    if _BETWEEN_AFTER.match(text, end):
        return True
    return before.rstrip(" ")[-1:] in _ENDS_BETWEEN and bool(_BETWEEN_BEFORE.search(before))
