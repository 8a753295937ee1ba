"""The words of money as patterns over text from `money_chars.normalise`."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九兩"

ENGLISH_TIMES = (
    r"(?:hundred\s(?:thousand|million|k|grand|mil)|hundred|thousands?|thou|mill?ions?|millons?|miilions?|billions?|thousan|thousnad|thosand|mills?|mils?|mln|mio|mn|bn|bil"
    r"|grand|lakhs?|lacs?|crores?|mm(?=\s?hkd)|[kmw])(?![0-9²³]|(?!hkd)[a-z])"
)
SLANG = r"球[嘢野]?|皮(?![革膚具帶層費])[嘢野]?|舊水|舊(?=[幾半](?:水|[^\u4e00-\u9fff]|$)|[^\u4e00-\u9fff]|$)|撇(?:[水嘢野]|(?![\u4e00-\u9fff]))|盤水|餅[嘢野]|棍[水嘢野]|雞[嘢野]|草(?:[嘢野]|(?![\u4e00-\u9fff]))"

SPOKEN = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?"
    r"|mill?|grand|lakhs?|lacs?|crores?|half|quarters?|point|several|few|couple|tens|of|a|an)"
)
SPOKEN_FIRST = (
    r"(?!(?:thousand|million|billion|mill?|grand|lakhs?|lacs?|crores?|of|point|hundred|quarters)(?![a-z]))"
    r"(?!an?(?![a-z])(?!\s(?:hundred|thousand|million|billion|quarter|half|few|couple|mill?|grand|lakh|lac|crore)"
    r"(?![a-z])))"
)
_NO_LETTER = r"(?![a-z])"
FOREIGN_LATIN = {
    "USD": rf"us\s?\$|u\.s\.\s?(?:\$|dollars?)|(?:in\s)?(?:usd\$?{_NO_LETTER}|us\sdollars?)|(?:in\s)?u\$(?:\sdollars?)?|greenbacks?",
    "CNY": rf"(?:(?:in\s)?(?:rmb|cny|cnh|renminbi)|yuan){_NO_LETTER}|cn(?=¥)",
    "EUR": rf"(?:in\s)?(?:eur|euros?){_NO_LETTER}",
    "GBP": rf"(?:gbp|sterling|quid|pounds\ssterling|(?<=thousand )pounds|(?<=million )pounds|(?<=[0-9][km] )pounds){_NO_LETTER}",
    "JPY": rf"(?:(?:in\s)?(?:japanese\s)?(?:jpy|yen)|jp(?=¥)){_NO_LETTER}",
    "TWD": rf"nt\s?\$|(?:twd|ntd)\$?{_NO_LETTER}",
    "SGD": rf"s\$|(?:sgd\$?|sing(?:apore)?\sdollars?){_NO_LETTER}",
    "AUD": rf"au?\$|(?:aud\$?|aus(?:sie|tralian)\sdollars?){_NO_LETTER}",
    "CAD": rf"ca?\$|(?:cad\$?|canadian\sdollars?){_NO_LETTER}",
    "MOP": rf"(?:mop\$?|patacas?){_NO_LETTER}",
    "KRW": rf"(?:krw|korean\swon){_NO_LETTER}",
    "CHF": rf"(?:chf|swiss\sfrancs?){_NO_LETTER}",
    "THB": rf"(?:thb|(?:thai\s)?baht){_NO_LETTER}",
    "VND": rf"vnd{_NO_LETTER}",
    "MYR": rf"(?:myr|rm(?=\s?[0-9]{{1,3}}(?:,[0-9]{{3}}|\s?[mk]))){_NO_LETTER}",
    "INR": rf"(?:inr|rupees?){_NO_LETTER}",
    "NZD": rf"nz\$|nzd\$?{_NO_LETTER}",
    "DKK": rf"dkk{_NO_LETTER}",
    "SEK": rf"sek{_NO_LETTER}",
    "NOK": rf"nok{_NO_LETTER}",
    "AED": rf"(?:aed|dirhams?){_NO_LETTER}",
    "PHP": rf"(?:php|pesos?){_NO_LETTER}",
    "IDR": rf"(?:idr|rupiah){_NO_LETTER}",
}
FOREIGN_HAN = {
    "USD": r"美[金元刀鈔]|刀(?![具片模柄口架])",
    "CNY": r"¥|人民幣|(?:銀)?人仔",
    "EUR": r"€|歐[元羅]|歐(?![洲盟美冠式陸規])",
    "GBP": r"£|英?鎊|英磅",
    "JPY": r"日本?[元幣円紙]|円",
    "TWD": r"新?台幣",
    "SGD": r"坡[紙幣]|新加坡元|新元",
    "AUD": r"澳[元幣紙]",
    "CAD": r"加[元幣紙]|加拿大元",
    "MOP": r"澳門[元幣]|葡幣",
    "KRW": r"₩|韓[元幣圜]",
    "CHF": r"瑞士?法?郎",
    "THB": r"泰銖",
    "VND": r"越南盾",
    "MYR": r"馬幣|令吉",
    "INR": r"₹|盧比",
    "NZD": r"紐[元幣紙]",
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
    "in japanese sing singapore aussie australian canadian swiss korean thai baht pataca patacas "
    "us u usd rmb cny cnh cn yuan renminbi eur euro euros gbp sterling quid pounds jpy jp yen nt twd ntd s "
    "sgd a au aud c ca cad mop krw chf thb vnd myr rm inr rupee rupees nz nzd dkk sek nok aed dirham "
    "dirhams php peso pesos idr rupiah greenback greenbacks h hk hkd hong dollar dollars buck bucks hundred "
    "thousand thousands thou million millions billion billions mil mils mill mills mln mio mn bn bil grand "
    "milion milions millon millons miilion miilions thousan thousnad thosand "
    "lakh lakhs lac lacs crore crores mm k "
    "m w mhkd khkd mmhkd millionhkd milhkd mnhkd bnhkd whkd"
)
SPOKEN_WORDS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundreds thousands millions billions half quarter several few couple tens a an"
)
