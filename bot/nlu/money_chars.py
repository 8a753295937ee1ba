"""One alphabet for the language of money, character for character: offsets stay true."""

from __future__ import annotations

import re

_FULL_WIDTH = {code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)}
_UPPER = {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u200a\u202f\u3000"), " ")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-")
_HAN: dict[int, int] = str.maketrans(
    "万亿两块个几负约点钱币总余数圆圓镑欧韩过达变组来无电号条场张样间级阶层门时钟礼顶颗户帮买请应后单价计费备设顾问机专审测试训练对"
    "占区员执报够将带强于会东业构楼岁减营争现产当码种节签纸细线编装记货购辆轮连还边钞银铢长阔队页项预额头体松与"
    "们内册创划删别吗吨啰压夹宽导届帐厦广采换拨担拟摄摊栋标档栏气没净滞湿湾为热灯发盏尽盘卢众笔纪纽丝绩听肤胶苏补裤袜规观"
    "订注话该课调论讲谢证贵贴资卖账车轴载辑转办邮销错链镜镭开双鸡顷颈显风饰马"
    "壹貳贰弌叁叄柒捌玖佰仟〇○旧嚿弍弎卄廾臺",
    "萬億兩塊個幾負約點錢幣總餘數元元鎊歐韓過達變組來無電號條場張樣間級階層門時鐘禮頂顆戶幫買請應後單價計費備設顧問機專審測試訓練對"
    "佔區員執報夠將帶強於會東業構樓歲減營爭現產當碼種節簽紙細線編裝記貨購輛輪連還邊鈔銀銖長闊隊頁項預額頭體鬆與"
    "們內冊創劃刪別嗎噸囉壓夾寬導屆帳廈廣採換撥擔擬攝攤棟標檔欄氣沒淨滯濕灣為熱燈發盞盡盤盧眾筆紀紐絲績聽膚膠蘇補褲襪規觀"
    "訂註話該課調論講謝證貴貼資賣賬車軸載輯轉辦郵銷錯鏈鏡鐳開雙雞頃頸顯風飾馬"
    "一二二一三三七八九百千零零舊舊二三廿廿台",
)
_MARKS = {ord("￥"): "¥", ord("￡"): "£", ord("’"): "'", ord("‘"): "'", ord("，"): "，"}
_TABLE: dict[int, str | int] = {**_FULL_WIDTH, **_UPPER, **_SPACES, **_DASHES, **_HAN, **_MARKS}

# A full-width comma is punctuation unless digits stand on both sides as in 「１，２００」 or 「3，200，000」.
_WIDE_COMMA = re.compile(
    "(?<=[０-９])，(?=[０-９]{3})"
    "|(?<=[0-9])，(?=[0-9]{3}，[0-9]{3}(?![0-9]))|(?<=[0-9]，[0-9]{3})，(?=[0-9]{3}(?![0-9]))|(?<=[0-9])，(?=000(?![0-9]))"
)
# 參陸伍拾肆 are also parts of words (參加, 大陸, 收拾): numerals beside another numeral only.
_FORMAL = "壹貳贰叁叄柒捌玖佰仟參参陸陆伍拾肆"
_ALSO_WORDS = "參参陸陆伍拾肆"
_AMBIGUOUS = re.compile(
    f"(?<=[{_FORMAL}萬億万亿零〇0-9])[{_ALSO_WORDS}](?=[{_FORMAL}萬億万亿元圓零〇])"
    r"|(?<=[萬億万亿])[陸陆伍肆](?=$|[^\u4e00-\u9fff])"
    f"|(?<![大登內收執隊])[{_ALSO_WORDS}](?=[{_FORMAL}萬億万亿])"
    f"|(?<=[{_FORMAL}])[{_ALSO_WORDS}]"
    f"|[{_ALSO_WORDS}](?=[元圓][正整])"
)
_AMBIGUOUS_VALUE = dict(zip(_ALSO_WORDS, "三三六六五十四", strict=True))
# "US" beside a number is a currency; "us" may be a pronoun.
_US = re.compile(r"\bUS(?=\s?[0-9])|(?<=[0-9萬億万亿mMkKn])US\b|(?<=[0-9萬億万亿mMkKn] )US\b")

# "a 2.5-million machine", "2-million-dollar"
_HYPHEN = re.compile(
    r"(?<=[0-9])-(?=(?:million|mil|thousand|billion|grand)(?![a-z]))|(?<=illion)-(?=dollars?(?![a-z]))"
)


def normalise(text: str) -> str:
    """The same text at the same length, in lower case, half width and traditional numerals."""
    text = _WIDE_COMMA.sub(",", text)
    text = _AMBIGUOUS.sub(lambda found: _AMBIGUOUS_VALUE[found[0]], text)
    text = _US.sub("u$", text) if "US" in text else text
    text = text.translate(_TABLE)
    return _HYPHEN.sub(" ", text) if "-" in text else text
