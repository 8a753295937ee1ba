"""Words before a plain number that make it a name, a year or a number of something, and no money.

Patterns over text from `money_chars.normalise`; a number with a currency or 萬 is never asked about.
"""

from __future__ import annotations

import re

REACH = 28  # characters before a number that are looked at

_STANDARDS = (
    r"iatf|ohsas|nfpa|ipc|ansi|fda|cfr|sa|as|qs|ts|tl|yy(?:/t)?|gb(?:/t)?|mdr|ivdr|brc|astm(?:\s[a-z])?|jis(?:\s[a-z])?|din"
    r"|iec|iso|ieee|ul|en|bs|class|grade|level|part|regulation|directive|standard|標準|規格|規例|條例"
)
_MAKERS = (
    r"abb|irb|kuka|kr|fanuc|yaskawa|motoman|staubli|arburg|engel|haitian|heidelberg|speedmaster|komori|indigo|rtx|gtx|siemens"
    r"|mitsubishi|omron|keyence|cognex|epson|brother|juki|tajima|mazak|haas|makino|okuma|trumpf|amada|bystronic|festo|zebra|dmg|mori|nlx|dmu|hurco|doosan|nachi|techman|dobot|jaka|iphone|ipad|dynamics|hepa|moq|oee"
    r"|windows|microsoft|office|form|rule|top|ext(?:ension)?\.?|qq|wechat|微信|hs|out\sof|intel|xeon|ryzen|sm|s7|plc|wi-?fi|tier|trl|sil|ip|ral|pantone"
)
_KINDS = (
    r"model|series|type|question|brn?|ci|cr|dd|number|headcount|(?:team|crew|staff|workforce)\sof|employs|score|moq|mark|version|revision|mk|sku|lot|batch|postcode|postal\scode|zip(?:\scode)?|p\.?o\.?\sbox|hotline"
    r"|(?:case|invoice|order|part|job|ticket|policy|account|licen[cs]e|registration|permit|patent|application|file)"
    r"\s?(?:no\.?|number|ref\.?|id|#)|no\.?|ref(?:erence)?\.?|hs\scode"
    r"|型號|款號|貨號|料號|批號|郵編|郵政編[碼號]|號碼|編[號碼]|代[碼號]|檔號|[訂票約案請記冊證帳賬戶單房車]號|區號|商業登記證?|頁|員工人?數目?|人數|分數|得分|評分|最低訂[購貨]量?|起訂量|熱線|致電|撥打?|打(?:去)?"
)
_NUMBERED = re.compile(
    rf"(?:(?:(?<![a-z])(?:{_STANDARDS}|{_MAKERS})[\s-]?|(?:(?<![a-z0-9]))(?:{_KINDS})\s?[:#]?\s?)(?:[a-z]{{1,3}}[\s-]?)?)$"
)
_YEAR_BEFORE = re.compile(
    r"(?:(?<![a-z])(?:since|in|est\.?|established(?:\sin)?|founded(?:\sin)?|by|from|until|till|before|after|year|of|circa)"
    r"|成立[於于喺]?|創[立辦建][於于喺]?|[於于自由喺在至到始]|註冊[於于喺])\s?$"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")
_CITY = re.compile(r"(?:深圳|東莞|廣州|惠州|佛山|中山|珠海|江門|上海|北京|蘇州|廈門)市?\s?$")
_POSTCODE = re.compile(r"[1-8][0-9]{5}$")
_FACTOR = re.compile(r"(?:(?<![a-z])x|[×*])\s?$")
_PORT = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}:$|[0-9]-$")  # and 「448-221」
_FACTOR_DIGITS = 3  # 「200k x 12」; 「3 x 9000」 may be a price
_PIXELS = re.compile(r"[0-9]{3,4}\s?[x×*]\s?$")
# 「日產80萬」, "capacity of 1.5 million": so many things, even with 萬 and without a noun.
_OUTPUT_BEFORE = re.compile(
    r"(?:[日月年]產量?|產[量能]|出貨量|銷量|人口|下載量|用戶|粉絲|追蹤者|訂閱者|(?<![a-z])(?:users|followers|subscribers)|(?<![a-z])(?:capacity|output|volume|throughput|produc(?:e[sd]?|ing)|population))"
    r"(?:去到|達到?|係|是|為|有|可達|超過|大約|約|高達|:|每[日月年天]|一[日月年]|of|is|about|around|up\sto|over|at|\s){0,4}$"
)

_NO_LABEL = frozenset(("", *",，、。;；!?！？()（）\n\t|萬億千百十元蚊"))
_ENDS_OUTPUT = frozenset("戶絲者量產能口到達係是為有過約高:日月年天yteghdrnsfop")


def is_label(text: str, start: int, written: str) -> bool:
    """Whether what stands before a number that is `written` in digits makes it no money."""
    before = text[max(0, start - REACH) : start]
    if before.rstrip(" ")[-1:] in _NO_LABEL:
        return False
    digits = "," not in written
    if digits and _YEAR.match(written) and _YEAR_BEFORE.search(before):
        return True
    if digits and _POSTCODE.match(written) and _CITY.search(before):
        return True
    if _FACTOR.search(before) and digits:
        pixels = bool(_PIXELS.search(before))
        return len(written) <= _FACTOR_DIGITS or pixels
    return bool(_NUMBERED.search(before) or _PORT.search(before))


def is_output(text: str, start: int) -> bool:
    """Whether a number is what a factory makes or how many people there are."""
    before = text[max(0, start - REACH) : start]
    return before.rstrip(" ")[-1:] in _ENDS_OUTPUT and bool(_OUTPUT_BEFORE.search(before))
