"""The name of a thing that no list has, beside its amount: 「無人機30萬」, drones 300k.

Taken only when what is left of the clause without its verbs and particles is short and says
nothing else; a wrong guess would put words into the user's mouth.
"""

from __future__ import annotations

import re

_BREAK = re.compile(r"[,，、;；。:!！?？\n\t|()（）/+]")
_FRAME = (
    r"我哋|我地|我們|公司|另外|仲有|還有|同埋|加埋|加上|包括|包埋|然後|跟住|以及|當中|其中|大約|大概|差唔多|左右|打算|諗住|準備|需要|購置|購買|採購|添置"
    r"|想買|買入|費用係|一個?月|一年|每月|每年"
    r"|[0-9一二兩三四五六七八九十百廿]+\s?(?:部|台|套|條|隻|件|個|張|架|間|份|次)(?![件裝])"
    r"|[想要會預買請搵使洗用俾畀付花同再及和與跟有係是為就都左咗嘅的啲需每呢嗰呀啦喇吖㗎返]|加(?![熱工濕壓固密])|包(?![裝])|[部個隻台套](?![件裝])|連"
)
_ENGLISH = (
    r"we|i|our|the|an?|and|plus|for|on|spend(?:ing)?|buy(?:ing)?|get|with|of|is|are|will|costs?|about|to|in|at|each|have|need|pay|also|another|x|hk|some|worth|it|be"
    r"|per|from|by|as|around|then"
)
_ENCLOSED = re.compile(r"\([^()]*\)\s*$")
_EDGE_BEFORE = re.compile(rf"^(?:\s+|[-:*=@~#\x00\d.]+|(?:{_FRAME})|(?:{_ENGLISH})(?![a-z]))")
_EDGE_AFTER = re.compile(rf"(?:\s+|[-:*=@~#\x00\d.]+|(?:{_FRAME})|(?<![a-z])(?:{_ENGLISH}))$")
_OTHER_TALK = re.compile(
    r"總|資助|申請|攞|拎|幾多|咩|點|可以|可唔|政府|上限|投資|項目|計劃|預算|如果|假設|改|減|變|原|折|之中|慳|加多|最[平貴多少]|實價|實收|本來|之前|唔|而家|現在|最多|開支|支出|生意|營業|老細|老闆|銀行"
    r"|入面|裏面|咪|聽講|拿|多少|能|投入|投放|補|补|出資|出资|自資|自资|現金|现金|自己|自有|手頭|報價|报价|開價|造價|目標|敝|若|擬|更正|而非|打錯|講|頭先|錯|換|應該|供應商|一筆|[開起建搞][^ ]{0,3}[線线]|产线|錢|訂金|首期|尾數|按金|餘額|已付|未定|生產線|條線|全部|成條|其餘|其他|餘下|另|每|單位|幫|請問|即|合共|共計|小計|資金|成本|收入|嗎|呢|佢|你|我|話|以|將|由|到|至|過"
    r"|(?<![a-z])(?:out|project|grant|fund(?:ing)?|budget|total|how|what|can|much|line|if|change|make|whole|rest|instead|not|no|yes|hi|hello|say|would|could|government"
    r"|invest(?:ment|ing)?|us|you|subtotal|sum|altogether|capital|turnover|revenue|balance|deposit|month|year|day|unit|set|piece|machine|only|all|any|both|quote|quotation|vendor|supplier|meant|should|scale|support|subsidy|want|please|sorry|plan|put|own|take|receive|back|me|one|ourselves|cap|ceiling|override|contribution|share|company|my|cash|eligible|maybe|get|got|swap|reverse)(?![a-z])"
)
_HAN_ONLY = re.compile(r"[\u4e00-\u9fffa-z0-9 &·-]+")
_SHORTEST, _LONGEST_HAN, _LONGEST_LATIN, _MOST_WORDS = 2, 8, 28, 3


def leftover_before(text: str) -> str:
    """The name that ends right before an amount; `text` is normalised and stands before it."""
    return _name(_BREAK.split(_ENCLOSED.sub("", text).rstrip(" \t|:=-"))[-1])


def skips_a_name(gap: str) -> bool:
    """Whether a name stands between a remark in parentheses and what comes next."""
    return ")" in gap and "(" not in gap and bool(leftover_before(gap[gap.rindex(")") + 1 :]))


def leftover_after(text: str) -> str:
    """The name that begins right after an amount; `text` is normalised and stands after it."""
    return _name(_BREAK.split(text.lstrip(" "))[0])


def _name(clause: str) -> str:
    name = clause
    while True:
        shorter = _EDGE_AFTER.sub("", _EDGE_BEFORE.sub("", name, count=1), count=1)
        if shorter == name:
            break
        name = shorter
    if len(name) < _SHORTEST or _OTHER_TALK.search(name) or not _HAN_ONLY.fullmatch(name):
        return ""
    if name.isascii():
        return name if len(name) <= _LONGEST_LATIN and len(name.split()) <= _MOST_WORDS else ""
    return name if len(name) <= _LONGEST_HAN and " " not in name.strip() else ""
