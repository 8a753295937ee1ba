"""Which of the named expenses a message is about, and which only say something of another.

「部機由日本運過嚟嘅運費」 is about the carriage and not about the machine; 「潔淨室裝修工程」 is
about fitting out and not about works in general. The things of a list all stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import GeneralWord
from bot.nlu.delexicalise import Span
from bot.nlu.matcher import Mention

_BEARER = "machinery"
_OWNED = frozenset({
    "machinery", "computer", "software", "storage", "vehicle", "mould", "furniture",
    "office_equipment", "land_purchase", "solar", "spare_parts", "monitoring", "fit_out",
    "site_works", "prototype", "second_hand", "self_built",
})  # fmt: skip
"""What somebody has; all other expenses are paid for something or for a service."""

_OF_MACHINES = frozenset({
    "delivery", "insurance", "financing", "maintenance", "maintenance_included",
    "extended_warranty", "training", "testing", "certification", "tax_duty", "calibration",
    "dismantling", "relocation", "travel", "exchange_loss", "deposit", "leasing", "second_hand",
    "spare_parts", "charge_legal",
})  # fmt: skip
"""What is paid because there is a machine: the machine told of before is no question."""

_LIST = re.compile(
    r"[、,，;；。!！?？\n\t|/+&(（]|同埋|[及或]|[和與与](?!其)|同(?!事|一|樣|样|時|时|銀行|银行)|還有|还有|仲有|以及|(?<![相接])[連连](?![續续接])|包埋|抑或|[還还][是係]|定(?![期義义制位金價价做])"
    r"|\b(?:and|or|plus|also)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"含|包(?!裝|装)|\b(?:incl|inclu|inclusive|bundled|together)", re.IGNORECASE)
_SPACED = re.compile(r"(?:^|[\u4e00-\u9fff])\s+(?![嗰呢啲佢那這这])[\u4e00-\u9fff]")
_OF = re.compile(r"\s*(?:[嘅的既之個]|['’]s)?\s*")
_WHOSE = re.compile(r"[^0-9]{1,14}[嘅的既之]\s*")
_PREPOSITION = re.compile(
    r"[^0-9]*\b(?:for|of|on|to|with|from|over|inside|in|at|by|using)\b[^0-9]*", re.IGNORECASE
)
_HEAD = re.compile(
    r"工程|設計|设计|系統|系统|服務|服务|設備|设备|器材|裝置|装置|材料|牌照|授權|授权|licen[cs]es?"
    r"|designs?|systems?|services?|equipment|works?|machines?",
    re.IGNORECASE,
)
_COST = re.compile(r"[金費费用錢钱租稅税息薪工險险糧粮電电水]$")
_VERB = re.compile(r"[送運运搬寄][^費费錢钱]{0,2}")
_SAVING = re.compile(
    r"[^,，。;；\n]*(?:慳|省|減少|减少|減低|\b(?:sav(?:e|es|ing)|reduc(?:e|es|ing)|cut(?:ting)?))\s?[返番]?\s?",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:工程|設計|设计)(?=[師师])|工程(?=[部署界學学系])")
_ASKED = re.compile(
    r"計|计|得唔得|得[嗎吗]|可以|可否|能否|能不能|報|报|資助|资助|claim|fund|cover|eligible|[?？]",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"另外|仲有|同埋|還有|还有|以及|加上|、|\b(?:also|and|plus|besides)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,，。;；!！?？\n]|(?<=[\u4e00-\u9fff])\s(?=[\u4e00-\u9fff])")
_REACH = 60  # characters in which two things can be of one phrase
_LEAST_TOLD = 2  # characters that a clause has besides its thing when it tells something


def asides(
    mentions: Sequence[Mention], text: str, amounts: Sequence[Span], base: KnowledgeBase
) -> frozenset[int]:
    """Indexes of the mentions whose expense only describes another one."""
    named = [index for index, mention in enumerate(mentions) if mention.of("expense")]
    found = {index for index in named if _is_person(text, mentions[index])}
    named = [index for index in named if index not in found]
    for stretch in _stretches(named, mentions, text, amounts):
        if not _is_bare_list(stretch, mentions):
            found |= _in_one_phrase(stretch, mentions, text, base)
    if not amounts:
        found.update(
            one
            for one, other in pairwise(named)
            if _is_background(mentions[one], mentions[other], text)
        )
    return frozenset(found)


def _is_person(text: str, mention: Mention) -> bool:
    """「工程師」 are no works."""
    found = _PERSON.match(text, mention.start)
    return found is not None and found.end() == mention.end


def _stretches(
    named: Sequence[int], mentions: Sequence[Mention], text: str, amounts: Sequence[Span]
) -> Iterator[list[int]]:
    """The expenses that stand together without anything that makes them a list."""
    stretch: list[int] = []
    starts = [amount.start for amount in amounts]
    for index in named:
        if stretch and _is_listed(mentions[stretch[-1]], mentions[index], text, starts):
            yield stretch
            stretch = []
        stretch.append(index)
    if stretch:
        yield stretch


def _is_listed(one: Mention, other: Mention, text: str, amounts: Sequence[int]) -> bool:
    """Whether two things are parts of a list; `amounts` are the places of sums."""
    gap = text[one.end : other.start]
    priced = bisect_left(amounts, one.end) < bisect_left(amounts, other.start)
    latin = (text[one.end - 1] + text[other.start]).isascii()
    blank = bool(gap) and not gap.strip()
    spaced = blank or bool(_SPACED.search(gap + text[other.start]))
    inside = bool(amounts) and _INSIDE.search(gap) is not None
    return priced or (spaced and not latin) or inside or bool(_LIST.search(gap))


def _is_bare_list(stretch: Sequence[int], mentions: Sequence[Mention]) -> bool:
    """Whether things stand in a row with nothing between: 「租金保險人工」, 「房租水電」."""
    pairs = list(pairwise(mentions[index] for index in stretch))
    touching = bool(pairs) and all(one.end == other.start for one, other in pairs)
    return touching and (len(pairs) > 1 or bool(_COST.search(pairs[0][0].text)))


def _in_one_phrase(
    stretch: Sequence[int], mentions: Sequence[Mention], text: str, base: KnowledgeBase
) -> set[int]:
    found: set[int] = set()

    def _is_owned(index: int) -> bool:
        return mentions[index].of("expense") in _OWNED

    for one, other in pairwise(stretch):
        gap = text[mentions[one].end : mentions[other].start]
        if len(gap) > _REACH:
            continue
        if _SAVING.fullmatch(gap):
            found.add(other)
        elif _OF.fullmatch(gap) or _WHOSE.fullmatch(gap):
            found.add(_lesser(one, other, mentions, base))
        elif _PREPOSITION.fullmatch(gap) and _is_owned(other) and not _is_owned(one):
            found.add(other)  # the rent of the warehouse
    left = [index for index in stretch if index not in found]
    bearers = [index for index in left if mentions[index].of("expense") == _BEARER]
    return found | set(bearers) if len(bearers) < len(left) else found


def _lesser(one: int, other: int, mentions: Sequence[Mention], base: KnowledgeBase) -> int:
    """Of two touching words the one that says less: a general one, a bare verb, or the first."""
    first, second = (mentions[index].of("expense") or "" for index in (one, other))
    general = base.expenses.get(second)
    told = isinstance(general, GeneralWord) and any(case.expense == first for case in general.cases)
    if (told and first != _BEARER) or second == _BEARER:
        return other
    last = mentions[other].text
    bare = len(last) == 1 and isinstance(general, GeneralWord)
    sends = _VERB.fullmatch(last) and first in _OWNED - {_BEARER}
    return other if (bare or sends or _HEAD.fullmatch(last)) and first != second else one


def _is_background(one: Mention, other: Mention, text: str) -> bool:
    """Whether a machine is told of before what it costs is asked about: 「部機壞咗,維修費呢」."""
    if one.of("expense") != _BEARER or other.of("expense") not in _OF_MACHINES:
        return False
    first = max(0, one.start - _REACH)
    starts = [found.end() for found in _CLAUSE.finditer(text, first, one.start)]
    end = _CLAUSE.search(text, one.end)
    if end is None or end.start() >= other.start or _BESIDES.search(text, one.end, other.start):
        return False
    clause = text[starts[-1] if starts else first : end.start()]
    told = len(clause) >= len(one.text) + _LEAST_TOLD
    return told and not _ASKED.search(clause) and not _BESIDES.search(clause)
