"""What identifies a person is hidden, and the rest of a question stays as it was typed."""

from pathlib import Path

import pytest

from bot.ask_log.questions import ask_log
from bot.ask_log.text import masked, one_line
from tests.ask_log.conversations import said, talk


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("打91234567俾我", "打******67俾我"),
        ("call 9123 4567 pls", "call ******67 pls"),
        ("9123-4567", "******67"),
        ("+852 9123 4567", "+*********67"),
        ("(852)91234567", "(*********67"),
        ("９１２３４５６７", "******６７"),
        ("九一二三四五六七", "******六七"),
        ("我嘅email係peter.chan@abc.com.hk", "我嘅email係***@abc.com.hk"),
        ("peter＠abc.com", "***＠abc.com"),
        ("peter @ abc.com", "*** @ abc.com"),
        ("91234567@qq.com", "***@qq.com"),
    ],
)
def test_telephone_numbers_and_names_of_mailboxes_are_hidden(typed: str, shown: str) -> None:
    assert masked(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "ISO13485得唔得",
        "部機1200萬、顧問費80萬",
        "3,500,000",
        "2026年11月",
        "七分之二",
        "@hkpc",
        "A@B",
    ],
)
def test_amounts_norms_and_dates_are_not_hidden(typed: str) -> None:
    assert masked(typed) == typed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("第一\n第二\r\n\t第三", "第一 第二 第三"),
        ("\x1b[31m紅\x07", "[31m紅"),
        ("a\u202eb\u200bc\ufeff", "abc"),
        ("一\u2028二\x85三\u3000四", "一 二 三 四"),
        ("\ud83d半個", "半個"),
        ("👨‍🏭👍🏽", "👨🏭👍🏽"),
    ],
)
def test_nothing_that_steers_a_terminal_or_breaks_a_file_is_left(typed: str, shown: str) -> None:
    assert one_line(typed) == shown


async def test_nobody_is_identified_by_the_list(database: Path) -> None:
    await talk(database, said("我電話9123 4567，\n電郵peter@abc.com"), sender="peter@abc.com")

    assert "peter" not in repr(ask_log(str(database)))
    assert "4567" not in repr(ask_log(str(database)))
