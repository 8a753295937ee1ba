"""Cantonese function words written the standard way, for features only.

Works on folded (Simplified) text. Longer words come first, so that 得唔得 is read
before 唔. The user's own text is never changed.
"""

from __future__ import annotations

import re

_WORDS = {
    "得唔得": "可不可以", "可唔可以": "可不可以", "可吾可以": "可不可以", "系唔系": "是不是",
    "系咪": "是不是", "系米": "是不是", "是咪": "是不是", "有冇": "有没有", "有无": "有没有",
    "有没": "有没有", "计唔计": "算不算", "算唔算": "算不算", "使唔使": "要不要",
    "驶唔驶": "要不要", "洗唔洗": "要不要", "需唔需要": "要不要", "要唔要": "要不要",
    "几多": "多少", "几钱": "多少钱", "几时": "什么时候", "几耐": "多久", "几长时间": "多久",
    "点样": "怎样", "点解": "为什么", "做乜": "为什么", "点算": "怎么办", "点计": "怎么算",
    "边个": "谁", "边度": "哪里", "边道": "哪里", "边处": "哪里", "边啲": "哪些", "边样": "哪样",
    "边间": "哪间", "乜嘢": "什么", "乜野": "什么", "咩嘢": "什么", "咩野": "什么", "咩": "什么",
    "乜": "什么", "唔该": "请", "吾该": "请", "唔使": "不用", "唔得": "不可以", "唔系": "不是",
    "唔好": "不要", "唔": "不", "吾": "不", "冇": "没有", "嘅": "的", "既": "的", "噶": "的",
    "㗎": "的", "架": "的", "喺": "在", "系度": "在这里", "系": "是", "佢哋": "他们", "佢地": "他们",
    "佢": "他", "我哋": "我们", "我地": "我们", "你哋": "你们", "你地": "你们", "哋": "们",
    "啲": "些", "嘢": "东西", "野": "东西", "咗": "了", "左": "了", "紧": "着", "咁样": "这样",
    "咁": "那么", "甘": "那么", "呢个": "这个", "依个": "这个", "呢啲": "这些", "呢度": "这里",
    "嗰个": "那个", "果个": "那个", "嗰啲": "那些", "攞": "拿", "拎": "拿", "俾": "给", "畀": "给",
    "比": "给", "嚟": "来", "揾": "找", "搵": "找", "睇": "看", "倾": "谈", "讲": "说", "话": "说",
    "仲有": "还有", "仲": "还", "同埋": "和", "同": "和", "定系": "还是", "抑或": "还是",
    "而家": "现在", "依家": "现在", "宜家": "现在", "资挌": "资格", "即系": "即是", "即是": "即是",
    "点": "怎么", "边": "哪", "系咁": "是这样",
}  # fmt: skip
_PARTICLES = "啊呀吖啦喇囉啰咯喎噃咧呢嘛吗么㗎喔哦唧嗱嘞"
_PATTERN = re.compile("|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)))
_FINAL = re.compile(rf"[{_PARTICLES}]+(?=$|[\s,，。.?？!！、;；~～…])")
_NOISE = re.compile(r"[~～…!！。.?？,，、;；:：'\"“”「」『』()（）]+")


def standard_words(folded: str) -> str:
    """Folded text with function words standardised and final particles left out."""
    return _PATTERN.sub(lambda match: _WORDS[match.group()], _FINAL.sub("", folded))


def feature_text(folded: str) -> str:
    """What featurizers read: standard words, punctuation as single spaces."""
    return _NOISE.sub(" ", standard_words(folded)).strip() or folded
