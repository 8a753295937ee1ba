"""Numbers that are no money: labels, dates, ratios, shares, telephones, sayings.

Patterns over text from `money_chars.normalise`, by what kind of character they begin with.
What makes a number no money by what follows it stands in `money_units`.
"""

from __future__ import annotations

import re

from bot.nlu.money_vocabulary import DIGITS

TIMES = r"mill?ion|millon|miilion|thousan|thousnad|thosand|mills?|mils?|mln|mio|mn|bn|billion|thousand|grand|lakhs?|lacs?|crores?|k|m"
# Ends a number that is no money: what follows must not make it an amount after all.
_END = rf"(?![0-9]|[.,][0-9]|\s?(?:[十百千萬億球皮元蚊%]|個半|(?:{TIMES}|hkd)(?![a-z])))"
_LABELS = (
    r"cap|chapter|section|clause|class|grade|level|phase|version|ver|v|rev|windows|office|room|rm|flat|unit|shop|block|blk"
    r"|tower|page|pg|pp?|appendix|annex|year|fy|inv|po|port|error|code|serial|acct|industr(?:y|ie)|no\.|ref|id"
)
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_CALL = r"\.?\s?:?\s?\+?[0-9][0-9\s-]{3,16}(?![0-9])"
_NUMBERED = rf"\.?\s?[:#]?\s?[0-9]{{1,12}}(?:\.[0-9]{{1,2}})?{_END}"
_TO = r"\s?(?:-|~|至|到|to)\s?"
_DECIMAL = r"[0-9]{1,8}(?:\.[0-9]{1,8})?"
_TENTHS = r"成半?(?![個功本立員為長果交績就熟品])"

SKIP_LATIN = "|".join(
    (
        rf"(?:iso|iec|astm|ieee|jis|din)(?:[\s/-]{{0,2}}(?:iec|en|tr|ts|class|f))?[\s-]{{0,2}}[0-9][0-9:/-]*{_END}",
        rf"(?:en|bs|gb/?t?|ul)[\s-]?[0-9]{{3,5}}(?:[-:][0-9]{{1,4}})?{_END}",
        rf"(?:fax|tel|phone|mobile|whatsapp|call){_CALL}",
        rf"(?:{_LABELS}){_NUMBERED}",
        rf"{_MONTHS}\.?\s[0-9]{{1,4}}(?:st|nd|rd|th)?(?:,?\s(?:19|20)[0-9]{{2}})?{_END}",
        r"class\s?[0-9]{1,3}k(?![a-z])",
        r"thanks?\s(?:you\s)?a\smillion|one\sin\sa\smillion",
    )
)
SKIP_HAN = "|".join(
    (
        rf"第\s?(?:[0-9]{{1,6}}|[{DIGITS}十百千廿卅]{{1,6}})",
        rf"(?:#|工業|編號){_NUMBERED}|電話{_CALL}",
        rf"[一二三四五六七八九十]{{1,2}}月(?:初?[0-9一二三四五六七八九十廿卅]{{1,3}}[日號])?{_END}",
        rf"[{DIGITS}十]比[{DIGITS}十]",
        rf"百[分份]之[{DIGITS}十百點0-9.]{{1,12}}|百分百",
        rf"[{DIGITS}十]{{1,8}}[分份]之?[{DIGITS}0-9]{{1,8}}",
        rf"[{DIGITS}十半]{{1,3}}{_TENTHS}",
        r"\+[0-9][0-9\s-]{6,18}(?![0-9])",
        r"千上[萬百]|十[一二](?<=雙..)|[百千萬億]計(?<=以.計)|千千萬萬|千萬(?=唔好|不要|唔使|唔可|咪|別|小心|記住|記得|要|不可|不能)|[百千億]萬富翁|億萬",
        r"十萬(?=火急|八千里|個為)|百萬大道|五十步笑百步",
        rf"一元(?=[一二三]次|化|論)|[{DIGITS}][蚊元]對[{DIGITS}][蚊元]",
        rf"(?<![0-9一二三四五六七八九十百千廿卅兩零])萬一(?![{DIGITS}蚊元])|二百五(?![十萬蚊元])",
    )
)
_DIGIT_RULES = (
    # dates; account, registration and version numbers
    r"[0-9]{1,12}(?:-[0-9]{1,12}){2,}",
    rf"(?![0-9]{{1,3}}(?:\.[0-9]{{3}}){{2,}}(?![0-9.]))[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{2,}}{_END}",
    rf"(?:19|20)[0-9]{{2}}(?:{_TO}|/)(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}}){_END}",
    rf"[0-9]{{1,4}}/[0-9]{{1,2}}(?:/[0-9]{{2,4}})?{_END}",
    rf"[0-9]{{1,2}}月(?:初?(?:[0-9]{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})[日號]?)?{_END}",
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTHS}(?:,?\s(?:19|20)[0-9]{{2}})?(?![a-z])",
    # ratios, times, shares
    rf"[0-9]{{1,3}}\s?[:比]\s?[0-9]{{1,3}}(?:\s?[ap]m)?{_END}",
    rf"{_DECIMAL}(?:{_TO}{_DECIMAL})?\s?(?:%|percent|pct|per\s?cent|巴仙|個?百分點|{_TENTHS})",
    rf"[0-9]{{1,8}}[分份]之?[{DIGITS}0-9]{{1,8}}",
    r"[0-9.]{1,6}\s?(?:m|cm|mm)\s?[x×*]\s?[0-9.]{1,6}\s?(?:m|cm|mm)(?![a-z0-9])",
    r"3m(?=\s?(?:口罩|牌|n95|mask|tape|膠紙|公司))",
)
# Looked at only when the number is followed by something that one of the rules has.
SKIP_DIGIT = rf"(?=[0-9.]{{1,16}}\s?(?:[-/:~至到比月成分份%巴個百p]|to\s|[jcfmasondrt][a-z0-9\s×*口牌膠公])|[0-9]+\.[0-9]+\.)(?:{'|'.join(_DIGIT_RULES)})"
PHONE = (
    r"852\)?[\s-]?[0-9]{4}[\s-]?[0-9]{4}(?![0-9])"
    rf"|[235-9][0-9]{{3}}[ -][0-9]{{4}}{_END}|(?![0-9]{{5}}000)[235-9][0-9]{{7}}{_END}|1[0-9]{{2}}[ -]?[0-9]{{4}}[ -]?[0-9]{{4}}{_END}"
)
_ADDRESS_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._+-%")
_LINK = re.compile(r"(?:https?://|www\.)[^\s\u4e00-\u9fff]+")
_BULLET = re.compile(r"^[ \t]{0,8}(?:\(?[1-9][0-9]?[.):、](?![0-9])|\([0-9]{1,2}\))", re.MULTILINE)
_DASH_BULLET = re.compile(r"^[ \t]{0,8}-(?=[$0-9])", re.MULTILINE)
_INLINE_BULLET = re.compile(r"\((?:1[0-9]|20|[1-9])\)|(?<![0-9a-z.,$])[1-9]\)(?![0-9])")
_HAN_BULLET = re.compile(r"[一二三四五六七八九十]\.(?=\s?[\u4e00-\u9fffa-z])")
_BLANK = "\x00"
_ENCLOSED = 40  # characters in which a parenthesis may have been opened


def blank_out(text: str) -> str:
    """The text with addresses and list numbers made unreadable, at the same length."""
    for pattern in (_LINK, _BULLET):
        text = pattern.sub(_blank, text)
    text = _INLINE_BULLET.sub(_blank_unless_enclosed, text)
    if "一." in text and "二." in text:
        text = _HAN_BULLET.sub(_blank, text)
    if len(_DASH_BULLET.findall(text)) > 1:
        text = _DASH_BULLET.sub(_blank, text)
    return _without_mail(text) if "@" in text else text


def _blank(found: re.Match[str]) -> str:
    return _BLANK * len(found[0])


def _blank_unless_enclosed(found: re.Match[str]) -> str:
    """「(qty: 4)」 ends with no list number."""
    before = found.string[max(0, found.start() - _ENCLOSED) : found.start()]
    enclosed = before.rfind("(") > before.rfind(")") and not found[0].startswith("(")
    return found[0] if enclosed else _blank(found)


def _without_mail(text: str) -> str:
    pieces = list(text)
    at = text.find("@")
    while at >= 0:
        first, last = at, at + 1
        while first and text[first - 1] in _ADDRESS_CHARACTERS:
            first -= 1
        while last < len(text) and text[last] in _ADDRESS_CHARACTERS:
            last += 1
        if first < at and "." in text[at:last]:
            pieces[first:last] = _BLANK * (last - first)
        at = text.find("@", last)
    return "".join(pieces)
