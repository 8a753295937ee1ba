"""What a message does to an earlier calculation: set, add, subtract, remove or correct."""

from __future__ import annotations

import re
from typing import Literal

BudgetChange = Literal["set", "add", "subtract", "remove", "correct"]

_SIGNS: tuple[tuple[BudgetChange, re.Pattern[str]], ...] = (
    (
        "correct",  # 「減到500萬」 says what it shall be, not by how much less
        re.compile(
            r"[減减加增](?:少|低|大|多)?(?:到|至|為|为)|"
            r"\b(?:reduce|lower|cut|decrease|increase|raise|bring)\w*(?: (?!by\b)\w+){0,3} to\b",
            re.IGNORECASE,
        ),
    ),
    (
        "subtract",
        re.compile(
            r"減(?!免)|减(?!免)|少(?:咗|左|了|啲|些|d)|平(?:咗|左|啲)|扣(?:返|番|減|走|除)|"
            r"\b(?:less|minus|reduce[ds]?|cut|decrease|lower|fewer)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "remove",
        re.compile(
            r"(?:唔|不|無|冇|沒)(?:要|計|再要|再計|加|買|請|做)|剔(?:走|除)|刪|删|取消|攞走|拎走|拿走|"
            r"拿掉|去掉|除咗|除去|扣除|冇咗|無咗|沒有了|唔入|走咗|skip|"
            r"\b(?:without|remove|drop|exclude|take out|leave out|no more|scrap)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "correct",
        re.compile(
            r"唔係|不是|唔喺|講錯|打錯|錯咗|錯了|搞錯|應該係|应该是|更正|我意思|改做|改為|改为|改成|改返|改到|變做|換做|"
            r"\b(?:i mean|i meant|sorry|actually|correction|should be|change (?:it|that|the|to)|make it|instead|not \w+ but)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "add",
        re.compile(
            r"加(?!工|拿)|再多|多(?:買|請|投|俾|出|計|咗)|另外|仲有|還有|还有|額外|"
            r"\b(?:add|plus|extra|another|more|additional|increase|on top|also)\b",
            re.IGNORECASE,
        ),
    ),
)


def change_of(text: str) -> BudgetChange:
    """The change that the words of `text` call for; `set` when they call for none."""
    return next((change for change, sign in _SIGNS if sign.search(text)), "set")


_OWN_MONEY = re.compile(
    r"自己|自資|自备|自備|自付|公司(?:出|有|得|可以出)|我(?:哋|們|们)?(?:出|有|得|手上|淨係|只)|手頭|手上|預算|预算|"
    r"本錢|資金有|\b(?:our own|own money|own share|we have|i have|we can (?:put|afford|invest|spend)|"
    r"put in|out of pocket|our budget|contribute)\b",
    re.IGNORECASE,
)
_WANTS_GRANT = re.compile(
    r"攞|拎|拿|取得|得到|資助|资助|批|津貼|grant|subsid|funding|government", re.IGNORECASE
)


def is_own_money(text: str) -> bool:
    """Whether the amount is what the company itself can put in, not the grant it wants."""
    own = _OWN_MONEY.search(text)
    wants = _WANTS_GRANT.search(text)
    return bool(own) and (not wants or own.start() < wants.start())
