"""The table and the JSON as staff and the console get them."""

import json

import pytest

from bot.ask_log.command import main
from bot.ask_log.questions import ask_log
from bot.ask_log.table import columns_of, table, wrap
from tests.ask_log.conversations import NOON, said, talk


async def test_the_table_shows_when_how_often_and_what_it_was_taken_for(database, capsys) -> None:
    await talk(database, said("租金點計"), said("租金點計"), said("x", "ask_launch", 0.07))
    main([])
    shown = capsys.readouterr().out

    assert "2 doubtful questions in 3 messages" in shown
    assert "3 句入面有 2 條問題要睇" in shown
    for heading in ("最後 Last", "次數", "Times", "當作 Taken for", "其次 Second guess"):
        assert heading in shown
    first = next(line for line in shown.splitlines() if "租金點計" in line)
    assert first.split() == [*f"{NOON:%Y-%m-%d} 12:00".split(), "2", "nlu_fallback", "租金點計"]
    assert "asked back" in shown
    assert "ask_ceiling 24%" in shown
    assert "ask_launch 7%" in shown


async def test_what_was_not_decided_by_its_likeness_has_no_per_cent(database, capsys) -> None:
    await talk(database, said("打俾我", "request_human", 0.0))
    main([])

    assert "request_human  " in capsys.readouterr().out


async def test_of_two_readings_both_are_shown(database, capsys) -> None:
    await talk(database, said("q", "ask_several", 0.24, questions=["q", "q"]))
    main([])
    shown = capsys.readouterr().out

    assert "ask_ceiling 24%" in shown
    assert "ask_matching 11%" in shown


@pytest.mark.parametrize("width", [80, 100, 160])
async def test_the_columns_stand_under_each_other_and_fit_the_width(database, width) -> None:
    texts = ["短", "長" * 200, "mixed 中英 text " * 20, "👍" * 90]
    await talk(database, *map(said, texts))
    log = ask_log(str(database))
    lines = table(log, width).splitlines()
    starts = {
        columns_of(line[: line.index(each.text[:1], line.index("nlu_fallback") + 12)])
        for each in log.questions
        for line in lines
        if "nlu_fallback" in line and each.text[:1] in line[line.index("nlu_fallback") + 12 :]
    }

    assert len(starts) == 1
    rows = [line for line in lines if "nlu_fallback" in line or "asked back" in line]
    assert len(rows) == 2 * len(texts)
    assert max(map(columns_of, rows)) <= width


def test_a_text_is_cut_between_characters_and_says_so() -> None:
    assert wrap("租金點計呀", 5, 1) == ["租金…"]
    assert wrap("租金點計呀", 4, 2) == ["租金", "點…"]
    assert wrap("租金點計", 4, 2) == ["租金", "點計"]


async def test_the_limit_is_said(database, capsys) -> None:
    await talk(database, said("a"), said("b"))
    main(["--limit", "1"])

    assert "the 1 most frequent" in capsys.readouterr().out


async def test_the_console_gets_the_same_list_as_json(database, capsys) -> None:
    await talk(database, said("租金點計"))
    main(["--json"])
    got = json.loads(capsys.readouterr().out)

    assert (got["total"], got["messages"]) == (1, 1)
    assert got["questions"] == [
        {
            "text": "租金點計",
            "times": 1,
            "last": "2026-11-20T12:00:00+08:00",
            "why": "asked_back",
            "taken_for": {"intent": "nlu_fallback", "confidence": 0.0},
            "others": [
                {"intent": "ask_ceiling", "confidence": 0.24},
                {"intent": "ask_matching", "confidence": 0.11},
            ],
            "best": "ask_ceiling",
            "scope": 0.5,
        }
    ]


@pytest.mark.parametrize("wrong", [["--since", "0"], ["--limit", "-1"], ["--since", "9" * 9]])
def test_a_number_that_makes_no_sense_is_refused(wrong: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as end:
        main(wrong)

    assert end.value.code == 2
    assert "no whole number" in capsys.readouterr().err
