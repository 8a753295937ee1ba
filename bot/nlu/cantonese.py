"""Cantonese function words written the standard way, for features only.

Works on folded (Simplified) text. Longer words come first, so that 得唔得 is read before 唔;
words of `_SPARED` stay as they are, though one of the table is part of them. The user's own
text is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.nlu.folding import fold

_SPOKEN = {
    "可不可以": "得唔得", "不可以": "唔得", "是不是": "系咪 系米 是咪", "有没有": "有无 有没",
    "算不算": "计唔计", "要不要": "使唔使 驶唔驶 洗唔洗 需唔需要", "不用": "唔使", "不要": "唔好",
    "不": "唔 吾", "没有": "冇", "多少": "几多", "多少钱": "几钱", "多久": "几耐 几长时间",
    "什么时候": "几时", "怎么": "点", "怎样": "点样", "怎么算": "点计", "怎么办": "点算",
    "为什么": "点解 做乜", "什么": "乜嘢 乜野 咩嘢 咩野 咩 乜", "谁": "边个", "哪": "边",
    "哪里": "边度 边道 边处", "的": "嘅 既 噶 㗎 架", "是": "系", "在": "喺", "在这里": "系度",
    "是这样": "系咁", "这样": "咁样", "那么": "咁 甘", "这个": "呢个 依个", "这些": "呢啲",
    "这里": "呢度", "那个": "嗰个 果个", "那些": "嗰啲", "些": "啲", "他": "佢", "他们": "佢地",
    "我们": "我地", "你们": "你地", "们": "哋", "东西": "嘢 野", "了": "咗 左", "着": "紧",
    "拿": "攞 拎", "给": "俾 畀 比", "来": "嚟", "找": "揾", "看": "睇", "谈": "倾", "说": "讲",
    "请": "唔该 吾该", "还": "仲", "还是": "定系 抑或", "和": "同 同埋",
    "现在": "而家 依家 宜家", "资格": "资挌",
}  # fmt: skip
_SPARED = (
    "有没有 系统 系列 体系 关系 联系 系数 比例 比较 比率 比重 百分比 对比 占比 比如 配比 左右 "
    "紧急 赶紧 抓紧 要紧 架构 货架 框架 既然 同意 同时 合同 同事 相同 不同 同样 共同 同一 "
    "地点 重点 一点 点数 点击 缺点 优点 节点 试点 站点 网点 时点 旁边 周边 身边 野外 仲裁 倾向"
)
_WORDS = {fold(said).text: word for word, spoken in _SPOKEN.items() for said in spoken.split()}
_NOISE = re.compile(r"[~～…!！。.?？,，、;；:：'\"“”「」『』()（）]+")


def pattern_of(words: Iterable[str], spared: Iterable[str]) -> re.Pattern[str]:
    """What finds some words of the table, none inside a longer one or one that is spared."""
    longest_first = sorted({*words, *spared}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")


_PATTERN = pattern_of(_WORDS, _SPARED.split())


def standard_words(folded: str) -> str:
    """Folded text with function words standardised."""
    return _PATTERN.sub(_standard, folded)


def _standard(found: re.Match[str]) -> str:
    return _WORDS.get(found.group(), found.group())


def feature_text(folded: str) -> str:
    """What featurizers read: standard words, punctuation as single spaces."""
    return _NOISE.sub(" ", standard_words(folded)).strip() or folded
