"""The words between the parts of a budget: what separates, sums up, or is a price for each.

Patterns over text from `money_chars.normalise`.
"""

from __future__ import annotations

import math
import re

FARTHEST = 90  # characters between two parts that can still belong together
_SENTENCE = re.compile(
    r"[;。!?！？]|(?<!i\.e)(?<!e\.g)(?<!approx)(?<!incl)(?<!excl)(?<![^a-z]no)(?<!\.)\.(?=\s|$)"
)
_LINE = re.compile(r"\n+")
_COMMA = re.compile(r"[,，、]|(?<=\s)/(?=\s)")
_JOIN = re.compile(
    r"同埋|同|及|和|與|另外|仲有|還有|加|然後|[+&]|(?<![a-z])(?:and|plus|then|also)(?![a-z])"
)
_SPACE = re.compile(r"\s")
_TALK = re.compile(
    r"計唔計|得唔得|可唔可以|可以|可否|我哋?有|我地有|我們有|嗎|咩|如果|資助|申請|批|grant|subsid|(?<![a-z])(?:how|can|could|would|if|we\shave|what)"
    r"(?![a-z])"
)
_COLON = re.compile(
    r"^\s*(?:費用?|開支|成本|價錢|報價|costs?|fees?|price)?\s*(?:[:=]|係|是|為|要|佔)"
)
PARTED = math.inf  # nothing on the other side belongs here
_SENTENCE_COST, _LINE_COST, _COMMA_COST, _JOIN_COST, _TALK_COST = PARTED, 3.0, 2.5, 1.5, 4.0


def distance(gap: str) -> float:
    """How little two parts belong together, by the text between them; 0 is touching."""
    if len(gap) > FARTHEST or _SENTENCE.search(gap):
        return PARTED
    cost = len(_LINE.findall(gap)) * _LINE_COST + len(_COMMA.findall(gap)) * _COMMA_COST
    cost += bool(_JOIN.search(gap)) * _JOIN_COST + bool(_TALK.search(gap)) * _TALK_COST
    cost += bool(_SPACE.search(gap)) * 0.3
    cost += min(len(gap.strip()), 20) * 0.05 + bool(gap) * 0.1
    return cost - 0.3 * bool(_COLON.match(gap))


# 「不計租金及薪酬」, 「冇顧問」: named only to be left out.
LEFT_OUT_BEFORE = re.compile(
    r"(?:冇|無|沒有|没有|唔計|不計|唔包括?|不包括?|扣除|撇除|剔除|未計|未連|(?<![a-z])(?:excluding|excl\.?|except|without|not\sincluding|no))\s?$"
)
NOT_YET_BEFORE = re.compile(r"未[計連包含]埋?\s?$")  # 「未計運費12萬」: so much comes on top
JOINED = re.compile(r"\s*(?:同埋|同|及|和|與|跟|連|[+&/]|and|以及)\s*$")

_WHOLE = (
    r"(?<![每兩三四五六七八九十0-9])條線|總數|總計|總額|總共|總開支|總投資|總預算|總支出|總成本|總費用|總值|總價|總金額|合共|合計|共計|一共|[加夾合]埋|冚[唪把]唥|加起來|埋單|小計|[成整][個條套](?:project|項目|計劃|線|生產線|工程)?"
    r"|(?:個|呢個|嗰個)?(?:project|項目)|全部|全數|投資額|預算|(?<![a-z])(?:grand\stotal|sub-?total|total|overall|altogether|together|combined|all\sin|whole\sproject"
    r"|entire|budget|sum)(?![a-z])"
)
_BETWEEN = r"[^,，。;、\n0-9]{0,8}?"
WHOLE_BEFORE = re.compile(rf"(?:{_WHOLE})(?!入面|當中){_BETWEEN}$|=\s*$")
TOGETHER_BEFORE = re.compile(
    r"(?:共|[合共總]計|[加夾合]埋|冚[唪把]唥|加起來|埋單|in\stotal|altogether|together|combined)\s?(?:係|要|用|花|費|為)?\s?$"
)
TOGETHER_AFTER = re.compile(r"\s*(?:in\stotal|altogether|all\sin|[總合一]共)(?![a-z])")
EACH_OF_BEFORE = re.compile(r"各(?:自|佔|要|用|係)?\s?$")
WHOLE_AFTER = re.compile(
    r"[ ]*(?:嘅|的)?[ ]*(?:in\stotal|total|altogether|overall|all\sin|budget|project|總共|合共|總數|總預算|總投資|項目|計劃|預算|投資)(?![a-z])"
    r"|[ ]*\((?:total|總數|合計|總共)|[ ]*=[ ]*(?![0-9$ ]|hk)"
)

_THING = r"部|台|套|條|隻|件|個|次|份|張|架|輛|支|組|位|名|人|日|晚|月|年|季|平方呎|呎|間|場|堂|班|單位|粒|箱"
_EACH_ENGLISH = r"(?:set|unit|pc|pcs|piece|machine|time|month|year|audit|line|robot|person|head|trainee|session|visit|patent|licen[cs]e|item|one|pax|participant|operator|staff|class|course|test|sample|no)"
EACH_BEFORE = re.compile(
    rf"(?:一個?月|一年|每\s?(?:{_THING})?[^,，。;、\n0-9]{{0,6}}|單價|單位價|(?<![a-z])(?:unit\s(?:price|cost)|per\sunit|each|per\s{_EACH_ENGLISH}))"
    r"\s?(?:for|at|of|costs?|is|are)?\s?[:=@]?\s?(?:[係是為要收])?\s?$"
)
EACH_THING_BEFORE = re.compile(rf"每\s?(?:{_THING})\s?$|(?<![a-z])(?:each|every|per)\s$")
AT_BEFORE = re.compile(r"(?:@|[x×*]|(?<![a-z])at)\s?$")
EACH_AFTER = re.compile(
    rf"\s?(?:/\s?(?:{_THING}|{_EACH_ENGLISH}(?![a-z]))|每(?:{_THING})|(?:each|ea)(?![a-z])|apiece|a\s{_EACH_ENGLISH}(?![a-z])|per\s[a-z]+|p\.m\.|@)"
)
ONE_BEFORE = re.compile(
    r"(?:另外|另|第)?一(?:部|台|套|條|隻|件|個|次|份|張|架|輛|支)\s?(?:就|係|要|都係|賣)?\s?$"
)
ONE_AFTER = re.compile(
    r"\s?一(?:部|台|套|條|隻|件|個|次|份|張|架|輛|支|人|位|年|月)(?![\u4e00-\u9fff]*[0-9])"
)
# What follows is the price that is left of the one before.
DISCOUNTED = re.compile(
    r"(?:[折扣](?:[實咗左完了]?之?後?|頭)?|減(?:完|咗之?後)|[殺講傾壓](?:價)?[到至做]|平[咗左]?[到至做]|(?<![a-z])(?:after\s(?:the\s|a\s|[0-9.]{1,4}%\s)?discount|net\sof\sdiscount|discounted\sto)(?:\sof)?)"
    r"\s?(?:淨?[係得收]|即係?|變成|is|it's)?\s?[:=]?\s?$"
)
OF_AFTER = re.compile(r"\s?[嘅的]")
# Money that somebody hopes to get is the cost of nothing.
GRANTED_BEFORE = re.compile(
    r"(?:[攞拎拿批]|資助|津貼)(?:到|得|返|番)(?:成|足|夠)?\s?$|(?:資助額?|津貼)(?:係咪|係|有冇|有|是否?|會係)\s?$|(?<![a-z])(?:grant|subsidy)\s(?:is|of|be)\s$|(?<![a-z])(?:get|receive|claim)\s(?:back\s)?$"
)
GRANTED_AFTER = re.compile(
    r"\s?(?:[攞拎](?![出去到得返番])|(?:嘅|的)?(?:資助|津貼)|(?:back|grant|subsidy)(?![a-z]))"
)
RESTATED = re.compile(
    r"[,，]?\s?(?:[(=]|即[係是]?|折合|相當於|等於|i\.?e\.?|that\sis|equivalent\sto|or)\s?(?:大?約|about|around|approx\.?)?\s?$"
)
