"""The words of money as patterns over text from `money_chars.normalise`."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九兩"

ENGLISH_TIMES = (
    r"(?:hundred\s(?:thousand|million)|hundred|thousands?|thou|millions?|billions?|mils?|mln|mio|mn|bn|bil|grand"
    r"|mm(?=\s?hkd)|[kmw])(?![0-9²³]|(?!hkd)[a-z])"
)
SLANG = (
    r"球[嘢野]?|皮(?![革膚具帶層費])[嘢野]?|舊水|舊(?=[幾半]水|[^\u4e00-\u9fff]|$)|撇[水嘢野]|盤水"
)

SPOKEN = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|mil"
    r"|grand|half|quarter|point|several|few|couple|tens|of|a|an)"
)
SPOKEN_FIRST = (
    r"(?!(?:thousand|million|billion|mil|grand|of|point|hundred)(?![a-z]))"
    r"(?!an?(?![a-z])(?!\s(?:hundred|thousand|million|billion|quarter|half|few|couple|mil|grand)(?![a-z])))"
)
_NO_LETTER = r"(?![a-z])"
FOREIGN_LATIN = {
    "USD": rf"us\s?\$|u\.s\.\s?\$|usd\$?{_NO_LETTER}|us\sdollars?",
    "CNY": rf"(?:rmb|cny|cnh|yuan|renminbi){_NO_LETTER}",
    "EUR": rf"(?:eur|euros?){_NO_LETTER}",
    "GBP": rf"(?:gbp|sterling|quid|pounds\ssterling){_NO_LETTER}",
    "JPY": rf"(?:jpy|yen){_NO_LETTER}",
    "TWD": rf"nt\s?\$|(?:twd|ntd)\$?{_NO_LETTER}",
    "SGD": rf"s\$|sgd\$?{_NO_LETTER}",
    "AUD": rf"au?\$|aud\$?{_NO_LETTER}",
    "CAD": r"ca?\$|cad\$",
    "MOP": rf"mop\$?{_NO_LETTER}",
    "KRW": rf"krw{_NO_LETTER}",
    "CHF": rf"chf{_NO_LETTER}",
    "THB": rf"thb{_NO_LETTER}",
    "VND": rf"vnd{_NO_LETTER}",
    "MYR": rf"myr{_NO_LETTER}",
}
FOREIGN_HAN = {
    "USD": r"美[金元刀鈔]",
    "CNY": r"¥|人民幣|人仔",
    "EUR": r"€|歐[元羅]",
    "GBP": r"£|英?鎊",
    "JPY": r"日[元幣円紙]|円",
    "TWD": r"新?台幣",
    "SGD": r"坡[紙幣]|新加坡元|新元",
    "AUD": r"澳[元幣紙]",
    "CAD": r"加[元幣紙]|加拿大元",
    "MOP": r"澳門[元幣]|葡幣",
    "KRW": r"₩|韓[元幣]",
    "CHF": r"瑞士法郎",
    "THB": r"泰銖",
    "VND": r"越南盾",
    "MYR": r"馬幣",
}
DOLLAR_LATIN = r"h\.?k\.?\s?(?:d\s?)?\$|hkd(?![a-z])|hk(?=\s?[0-9.])"
DOLLAR_HAN = r"\$\s?hkd?(?![a-z])|\$|港[幣元紙銀](?:\s?\$)?"
DOLLAR_AFTER = (
    r"元(?:[正整](?![體個套理]))?(?![件素朗旦氣宇老里])|蚊(?:雞|子)?|塊(?:錢|(?=[一每左上到多港人嘅的呀啦])|(?![\u4e00-\u9fff]))|(?:hong\skong|hk)\sdollars?(?![a-z])"
    r"|dollars?(?![a-z])|bucks?(?![a-z])|大元|文(?![\u4e00-\u9fff])"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The Latin words with which a token can begin, by what it can be; all others are passed over.
LABEL_WORDS = _words(
    "iso iec astm ieee jis din en bs gb gbt ul cap chapter section clause class grade level phase "
    "version ver v rev windows office room rm flat unit shop block blk tower page pg p pp appendix "
    "annex fax tel phone mobile whatsapp call year fy inv po port error code serial acct industry industrie no ref id jan january feb "
    "february mar march apr april may jun june jul july aug august sep sept september oct october nov "
    "november dec december thank thanks one"
)
MONEY_WORDS = _words(
    "us u usd rmb cny cnh yuan renminbi eur euro euros gbp sterling quid pounds jpy yen nt twd ntd s "
    "sgd a au aud c ca cad mop krw chf thb vnd myr h hk hkd hong dollar dollars buck bucks hundred "
    "thousand thousands thou million millions billion billions mil mils mln mio mn bn bil grand mm k "
    "m w mhkd khkd mmhkd millionhkd milhkd mnhkd bnhkd whkd"
)
SPOKEN_WORDS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundreds thousands millions billions half quarter several few couple tens a an"
)
