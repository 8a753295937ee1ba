"""What makes a number something else than money: the unit or noun that follows it.

All patterns expect text from `money_chars.normalise`.
"""

from __future__ import annotations

import re

# A measure word of one character, with what it must not be the beginning of.
_MEASURES = (
    r"部(?!門|署|分|份)|台(?!幣|北|灣)|套|條|隻|件|次|間|家(?!俬|具|電)|份|張|片|盒|箱|架|輛|枝|對(?!外|應)|批|款(?!項)|種"
    r"|項|樓(?!宇|面)|層|座|幢|棟|頁|屆|輪|倍|號|室(?!內)|字|歲|名(?!牌)|員|堂|課|節|班|遍|回(?!報|收|本)|趟|粒|卷"
    r"|桶|瓶|樽|雙(?!方|層|面|軸)|夜|轉(?!賬|數|用|做|型|移)|千?瓦|流明|伏特?(?!打)|安培|毫安|穴|腔|巴(?!士)|帕|桶|袋|碟|杯|碗|呎|尺|吋|寸|碼|噸|磅|斤|升|年(?!費|租|金|薪)|月(?!費|租|薪)|日(?!元|幣|円|常|本|紙)|天|週|周(?!年|邊)"
    r"|秒|級|欄|盞|顆|艘|折|元件|筆|章|番|股|門課|後|不[銹鏽]鋼|鋁(?!材)|色(?!情)|步(?![驟伐])|強|區|戶|位(?!置)|輯|支(?!援|出|付|持|票)|包(?!裝|括|含|埋|底)|組(?!裝|件|合)"
    r"|本(?!金|錢|地|身|來)|期(?!貨)|度(?!身)|人(?!民幣|仔|工|手|力|才|事)|分(?!析|期|銷|別|之|攤)|平(?:方|米)|方(?:呎|尺|米)"
    r"|公(?:斤|噸|里|呎|尺|升|頃)|米|毫(?:米|升)|厘米|小時|個?鐘(?:頭)?|分鐘|點(?![0-9零一二三四五六七八九]+[百千萬億])"
    r"|只(?![\u4e00-\u9fff])|星期|禮拜|世紀|季(?!度)|巴仙|百分點|工作(?:天|日)|成(?![個功本立員為長果交績就熟品])"
)
_MILLION = r"(?:million|mil\b|mio|mn|bn|billion|[mkw](?![a-z0-9])|[萬億球皮])"
_PIECE = rf"個(?!\s?[半幾零多]?\s?{_MILLION})"
_WORDS = (
    r"days?|nights?|weeks?|wks?|months?|mths?|mos?|years?|yrs?|hours?|hrs?|h|mins?|minutes?|secs?|seconds?|quarters?"
    r"|working\s+days?|business\s+days?|man-?days?|sq\.?|sqft|sqm|square|ft|feet|foot|inch(?:es)?|cm|mm|km|kgs?|g|kw|kwh|kva|v"
    r"|volts?|amps?|mah|ah|watts?|lumens?|lux|nits|psi|bar|mpa|kpa|nm|sf|bph|cph|uph|mp|megapixels?|class|cfr|hz|khz|mhz|ghz"
    r"|db|rpm|c\.?c\.?|ml|l|litres?|liters?|tons?|tonnes?|lbs?|pcs?|pieces?|people|persons?|ppl|pax"
    r"|staff|headcounts?|men|women|[ap]m|[gmt]b|px|dpi|bits?|nm|um|µm|μm|ppm|st|nd|rd|th|d|degrees?|times|fold"
    r"|percent|pct|per\s?cent|bps|f|pixels?|nos|teu|t?co2e?|(?:[a-z]+\s){1,3}(?:road|street|avenue|rd|lane|plaza|building|tower|centre|drive|path|close)|sets?|units?|stor(?:e)?ys?|floors?|million\s+pixels?"
)
_HYPHEN = r"-(?:month|year|day|week|hour|inch|page|axis|step|person|storey|man|point|digit|class|strong|in-)"
_LENGTH = r"\s?(?:[長高闊寬深]|[x×]\s?[0-9.]{1,6}\s?(?:m|cm|mm|ft|feet)(?![a-z])|/\s?(?:min|sec|s|hr|h)(?![a-z])|per\s(?:min|sec|hour)|long\b|wide\b|high\b|tall\b|cable)"
_METRE = rf"m[23²³]|m{_LENGTH}"
_SIGNS = r"[℃°%‰㎡㎥\"″]|'(?!s)|/f(?![a-z])|比"
_FIXED = rf"(?:{_WORDS}|{_METRE})(?![a-z])|{_SIGNS}|{_HYPHEN}"

# After a plain number (「12部」, 30 days).
UNIT = re.compile(rf"[ ]?(?:{_MEASURES}|{_PIECE}|{_FIXED})")
# After a number that has 萬, million and the like: fewer words can follow (「1200萬部機」 is money).
_MANY = (
    r"[隻件片盒箱粒瓶樽卷戶歲字級倍呎尺噸磅升瓦步碼轉]|只(?![\u4e00-\u9fff])|只口罩|份|次|小時|公(?:斤|噸|里)|平方|方(?:呎|尺|米)"
    r"|雙(?!方|層|面|軸)|對(?=[鞋襪手筷耳眼])|套(?=口罩|衫|衣|產|餐|玩|飾|裝(?!置|機)|貨|$|[\s,，。;、)/])|條(?=毛巾|褲|裙|頸巾|線材|手鏈)|張(?=紙|卡|相|貼|票)"
    r"|(?:香港)?人(?!民幣|仔|工|手|力|才|事)|名(?!牌)|位(?!置)|市民|居民|人口|用戶|會員|粉絲|觀眾|米(?!高)|包(?![\u4e00-\u9fff])"
    r"|支(?!援|出|付|持|票)|分之|富翁|像素|流明|度電"
)
_GOODS = (
    r"kgs?|pcs?|pieces?|masks?|people|persons?|users?|followers|customers?|employees|workers|visitors|downloads|sq\.?|square|sqft|sf"
    r"|ft|tons?|tonnes?|times|hours?|units?|cycles|items|views|(?:mega)?pixels?|kw|mb|litres?|bottles|boxes|cans|bags|packs|packets"
    r"|cartons|cups|tablets|capsules|pills|doses|garments|shirts|toys|parcels|meals|buns|dumplings|eggs|cakes|wafers|strokes|shots"
    r"|copies|kilomet(?:re|er)s|km|metres|meters|skus|residents|class|lumens|kwh|percent|per\s?cent"
)
_RATE = r"(?:[a-z]+\s){1,2}(?:(?:a|per|each|every)\s(?:day|hour|minute|shift)|daily|hourly|/\s?(?:day|hour))"
_NO_RATE = r"(?!(?:a|per|each|every|p|for|in|on|rent|salar(?:y|ies)|wages?|labou?r|dollars?|hk|hkd|usd|rmb|cost|costs)(?![a-z]))"
GREAT_UNIT = re.compile(
    rf"[ ]?(?:{_PIECE}|{_MANY}|-class|(?:{_GOODS})(?![a-z])|{_NO_RATE}{_RATE}(?![a-z]))"
    r"|[幾多餘零]?[0-9一二三四五六七八九]?[千百]?(?:平方)?[呎尺]|[幾多餘](?:個|人|隻|件|片|盒|粒|次|公里|平方)"
)
# 「3 x 400萬」 has a count first, 600x400 is a size; 「18,000 x 3」 is money.
COUNT_SIGN = re.compile(r"[ ]?[x×*](?![a-z]{2})")
SIZE = re.compile(r"[ ]?[x×*]\s?[0-9]{2,5}(?![0-9]|[.,][0-9]|\s?[萬億個部台人次件套])")
# What m, k and w stand for when they are no million, thousand and 萬.
METRE_LENGTH = re.compile(_LENGTH)
VISUAL = re.compile(r"[248二四八]k\s?(?:[鏡屏電影攝]|mon|video|cam|tv|display|screen|resolution)")
WATTS = re.compile(r"[ ]?(?:激光|鐳射|laser|電|功率|power|led|馬達|摩打|燈|充電|快充)")
WATTS_BEFORE = re.compile(
    r"(?:燈|馬達|摩打|電機|功率|激光|鐳射|laser|led|power|火牛|加熱|風扇|發熱)[:\s]?$"
)

_NOT_COUNTED = (
    r"fees|costs|expenses|charges|dollars|bucks|plus|less|this|is|was|has|as|does|us|yes|gas|business|process|class|access"
    r"|hours|days|weeks|months|years|mins|minutes|seconds|metres|meters|thousands|millions|billions|hundreds|grands|mils|euros|pounds"
    r"|services|operations|premises|goods|materials|sales|always|others|various"
)
_NO_ADJECTIVE = r"for|to|and|in|on|at|of|the|an?|each|per|plus|with|by|or|is|are|will|hk|hkd|from|then|but|we|i|our|legal"
_COUNTED = rf"(?!(?:{_NOT_COUNTED})(?![a-z]))([a-z]{{2,}}[a-rt-z]s)(?![a-z])"
_ADJECTIVES = rf"(?:(?!(?:{_NO_ADJECTIVE})(?![a-z]))[a-z]+ ){{0,2}}"
# 「20 robots」: what an English plural counts is no money. Group 1 is the noun.
PLURAL = re.compile(rf" {_COUNTED}")
# 「5 CNC machines」: with a word or two between, of small numbers only.
DISTANT_PLURAL = re.compile(rf" {_ADJECTIVES}{_COUNTED}")
SMALL = 100
