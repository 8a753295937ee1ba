"""Finds numbers of things and of times: 「三部」, 「審計兩次」, 3 sets, x3, twice."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.nlu.budget_table import quantity_cells
from bot.nlu.money_parts import Number
from bot.nlu.money_plain import Plain, plain
from bot.nlu.money_units import DISTANT_PLURAL, PLURAL, SMALL

_MOST = 1_000_000
_MILLION = r"(?:million|mil|mio|mn|bn|billion|[mkw](?![a-z0-9])|[萬億球皮])"
_MEASURE = re.compile(
    r"[ ]?(?:部(?!門|署|分|份)|台(?!幣|北|灣)|套|條|隻|件|次(?![過性序要])|架|輛|份|張|把(?!握)|組(?!裝|件|合)|批(?![核准出得])|項"
    r"|款(?!項)|間|家(?!俬|具|電)|位(?!置)|名(?!牌)|人(?!民幣|仔|工|手|力|才|事)|顆|粒|卷|箱|盒|片|對(?!外|應)|枝|艘|支(?![援出付持票])"
    r"|趟|回(?![報收本])|場(?!地)|班|堂|座|棟|幢"
    rf"|個(?!\s?(?:月|星期|禮拜|鐘|小時|工作|百分|年|季|半|[幾零多]?\s?{_MILLION}))"
    r"|(?:sets?|units?|pcs|pieces?|nos?\.?|times|lots?|pairs?|people|persons?|ppl|pax|staff|trainees|rolls?|batch(?:es)?)(?![a-z]))"
)
_ONE_THING = re.compile(
    r"\s(machine|line|robot|item|licen[cs]e|system|module|patent|audit)(?![a-z])"
)
_AT_PRICE = re.compile(r"[ ]?(?:@|at\s)\s?(?=(?:hk)?\$?[0-9])")
# "two 900k robots", "three $1.5M machines"
_OF_PRICE = re.compile(
    r"\s(?=(?:hk\s?)?\$?[0-9][0-9.,]{0,11}\s?(?:k|m|mil|million|thousand|grand)?(?:[\s-]dollar)?\s(?:[a-z]+\s){0,2}[a-z]{2,}s(?![a-z]))"
)
_TIMES_SIGN = re.compile(
    r"(?:(?<=[0-9萬億mk])|(?<![a-z0-9]))[x×*]\s?([0-9]{1,5})(?![0-9a-z]|[.,][0-9]|\s?[萬億百千x×*]|\s?(?:k|m|million|mil|cm|mm)(?![a-z]))"
)
_DIMENSION = re.compile(r"(?:^|[^0-9.,$])[0-9]{1,3}\s?$")  # 24x7
_SIGN_TIMES = re.compile(
    r"(?<![0-9a-z.,x×*])([0-9]{1,5})\s?[x×*](?=\s?(?:hk|\$|[0-9][0-9.,]*\s?(?:[萬億km百千]|[0-9]{3})|[a-z]{3}|[\u4e00-\u9fff]))"
)
_QUANTITY = re.compile(
    r"(?:qty|quantity|q'ty|數量|件數)\s?[:=]?\s?([0-9]{1,5})(?![0-9]|[.,][0-9]|\s?[萬億百千mk])"
)
_NEEDED = re.compile(
    r"(?<![a-z])(?:need|want|buy|buying|order|ordering|get|getting)\s([2-9]|[1-9][0-9](?![0-9]))(?=[ ]*(?:$|[\n,;!?，。、；！？]|\.(?![0-9])|of\s(?:them|these|those)))"
)
_ADVERBS = re.compile(r"(?<![a-z])(twice|thrice)(?![a-z])")
_ADVERB_VALUES = {"twice": 2, "thrice": 3}
_NOT_BEFORE = re.compile(
    r"(?:[第每初幾兩\x00/$]|[0-9][.,]|[0-9零一二兩三四五六七八九十百千萬億]\s?[至到~-])$"
)

_NOT_BEFORE_ONE = frozenset("上下今呢嗰同某頭")


@dataclass(frozen=True)
class Count:
    """A number of things; `unit` is the measure word or noun as written, "x" for a times sign."""

    start: int
    end: int
    text: str
    value: int
    unit: str


def find_counts(text: str) -> list[Count]:
    """The counts in `text`, in order, none inside another; offsets are those of `text`.

    A counted English noun (3 machines) is the unit but not part of the span.
    """
    ready = plain(text)
    spans = [*_signs(ready.text), *_measured(ready), *quantity_cells(ready.text)]
    found: list[Count] = []
    for start, end, value, unit in sorted(spans):
        if value <= _MOST and (not found or start >= found[-1].end):
            found.append(Count(start, end, text[start:end], value, unit))
    return found


_Span = tuple[int, int, int, str]


def _signs(text: str) -> list[_Span]:
    spans = [
        (found.start(), found.end(), int(found[1]), "x")
        for found in _TIMES_SIGN.finditer(text)
        if not _DIMENSION.search(text[max(0, found.start() - 6) : found.start()])
    ]
    spans += [
        (found.start(), found.end(), int(found[1]), "x") for found in _SIGN_TIMES.finditer(text)
    ]
    spans += [
        (found.start(1), found.end(1), int(found[1]), "") for found in _QUANTITY.finditer(text)
    ]
    spans += [(found.start(1), found.end(1), int(found[1]), "") for found in _NEEDED.finditer(text)]
    return spans + [
        (*found.span(), _ADVERB_VALUES[found[1]], "times") for found in _ADVERBS.finditer(text)
    ]


def _measured(ready: Plain) -> list[_Span]:
    spans: list[_Span] = []
    index = 0
    while index < len(ready.tokens):
        number = ready.numbers.read(index)
        span = _count(ready.text, number) if number else None
        if span:
            spans.append(span)
        index = max(index + 1, number.next if number else 0)
    return spans


def _count(text: str, number: Number) -> _Span | None:
    whole = number.low == number.high == number.low.to_integral_value() and 0 < number.low <= _MOST
    if number.scaled or number.vague or not whole:
        return None
    if _NOT_BEFORE.search(text[max(0, number.start - 3) : number.start]):
        return None
    value = int(number.low)
    if value == 1 and text[number.start - 1 : number.start] in _NOT_BEFORE_ONE and number.start:
        return None
    measure = _MEASURE.match(text, number.end)
    if measure:
        return number.start, measure.end(), value, measure[0].strip()
    noun = (DISTANT_PLURAL if value < SMALL else PLURAL).match(text, number.end) or (
        _ONE_THING.match(text, number.end) if value == 1 else None
    )
    if noun:
        return number.start, number.end, value, noun[1]
    priced = _AT_PRICE.match(text, number.end) or (
        1 < value < SMALL and _OF_PRICE.match(text, number.end)
    )
    return (number.start, number.end, value, "") if priced else None
