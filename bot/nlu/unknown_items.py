"""Things that somebody asks about and the knowledge base does not name.

Only what stands clearly as an item of a list, or as the one thing asked about, is taken:
a wrong guess would put words into the user's mouth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.delexicalise import Span

_SEPARATOR = re.compile(
    r"[、,，/;；\n]|同埋|以及|還有|还有|仲有|[同和及與与]|\b(?:and|or)\b", re.IGNORECASE
)
_FRAME = re.compile(
    r"可唔可以|可不可以|可以|可否|能否|能不能|得唔得|得吗|得嗎|得㗎|得咩|得|唔得|計唔計|計埋|計|算唔算|算|包唔包|包括|包|"
    r"報唔報到|報銷|報|申請到|申請|申领|資助|资助|批唔批|批|claim\s*唔\s*claim|claim得到|claim到|claim|cover|fund(?:ed|able|ing)?|"
    r"買|购买|請問|请问|想問下|想問|問下|想知|我哋|我們|我们|我|你哋|你們|你|呢個|呢啲|這些|這個|嗰啲|嗰個|"
    r"嘅|的|呢|嗎|吗|咩|㗎|呀|啊|喎|啦|咁|如果|費用|開支|费用|开支|錢|既|又|先|有冇|有沒有|有|係咪|係唔係|是不是|是否|係|是|"
    r"等等|等陣|等一等|等一下|慢住|順便|順帶|講錯|其實|即係|唔該|多謝|謝謝|你好|早晨|哈囉|喂|咪住|跟住|同理|"
    r"都|唔|會唔會|會|到|喺|在|入面|裏面|裡面|項目|計劃|个|個|些|啲|部|可|嗰|點|"
    r"\b(?:can|could|may|i|we|you|the|a|an|is|are|it|be|does|do|rfs|scheme|include[ds]?|about|what|how|for|our|my|of|to|too|also|get|in|this|that|these|please|costs?|expenses?|fees?|eligible|allowed|hi|hello|wait|thanks|thank|ok|okay|sorry|so|then|well|actually|hey|and|or|no|yes)\b",
    re.IGNORECASE,
)
_EDGE = " \t\r\n?？!！。.:：~～「」『』()（）\"'“”-"
_SHORTEST, _LONGEST = 2, 14


def unknown_items(text: str, known: Sequence[Span]) -> list[str]:
    """The unnamed things in `text`, as written, each once; `known` are the mentions found in it."""
    marked = list(text)
    for span in known:
        marked[span.start : span.end] = "\x00" * (span.end - span.start)
    parts = _SEPARATOR.split("".join(marked))
    left = [_residue(part) for part in parts if "\x00" not in part]
    fitting = (item for item in left if _SHORTEST <= len(item) <= _LONGEST)
    return list(dict.fromkeys(fitting))


def _residue(part: str) -> str:
    """The one stretch that is left when the words of asking are taken out, or nothing."""
    stretches = [piece.strip(_EDGE) for piece in _FRAME.split(part)]
    filled = [piece for piece in stretches if piece]
    return filled[0] if len(filled) == 1 else ""
