"""The language of one message; when it cannot be told, the conversation's stays."""

from __future__ import annotations

import pytest

from bot.nlu.language import CHINESE, detect_language, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("我想申請", "zh-HK"),
        ("機器得唔得", "zh-HK"),
        ("係", "zh-HK"),
        ("我哋部robot arm可唔可以claim", "zh-HK"),
        ("ISO 13485 認證", "zh-HK"),
        ("什么费用可以报销", "zh-CN"),
        ("申请", "zh-CN"),
        ("机器人可以资助吗", "zh-CN"),
        ("How much can I get?", "en"),
        ("hi there", "en"),
        ("I agree", "en"),
        ("Can we claim AI, IoT & robots?", "en"),
        ("你好", CHINESE),
        ("租金可唔可以claim？", CHINESE),
        ("上限是多少", CHINESE),
        ("check funding deadline 呢", None),
        ("ok", None),
        ("AI", None),
        ("123", None),
        ("😀", None),
        ("", None),
    ],
)
def test_the_language_is_told_from_what_only_one_of_them_writes(
    text: str, language: str | None
) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "before", "answered"),
    [
        ("上限是多少", "en", "zh-HK"),
        ("上限是多少", "zh-CN", "zh-CN"),
        ("上限是多少", None, "zh-HK"),
        ("ok", "en", "en"),
        ("ok", None, None),
        ("How much?", "zh-CN", "en"),
    ],
)
def test_chinese_in_either_script_goes_on_in_that_of_the_conversation(
    text: str, before: str | None, answered: str | None
) -> None:
    assert language_of(text, before) == answered
