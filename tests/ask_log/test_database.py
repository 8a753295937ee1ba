"""Reading disturbs nobody, and a database that cannot be read is told in one line."""

import sqlite3
from pathlib import Path

import pytest

from bot.ask_log import Exit
from bot.ask_log.command import main
from bot.ask_log.database import user_events
from bot.ask_log.questions import ask_log
from tests.ask_log.conversations import said, state_of, talk


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit code and the one line on standard error; nothing else is printed."""
    code = main(list(arguments))
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    return code, told.err


async def test_reading_changes_no_file_and_makes_none(database: Path, capsys) -> None:
    await talk(database, said("q"))
    before = state_of(database.parent)

    assert main([]) == Exit.SHOWN
    assert "nlu_fallback" in capsys.readouterr().out
    assert state_of(database.parent) == before


async def test_a_file_that_nobody_may_write_can_be_read(database: Path) -> None:
    await talk(database, said("q"))
    database.chmod(0o400)

    assert ask_log(str(database)).total == 1


async def test_the_advisor_can_write_while_the_list_is_read(database: Path, monkeypatch) -> None:
    monkeypatch.setattr("bot.ask_log.database._AT_ONCE", 1)
    await talk(database, said("first"), said("second"))
    events = user_events(str(database))
    next(events)
    with sqlite3.connect(database, timeout=0) as advisor:
        written = advisor.execute("UPDATE events SET action_name = 'x'").rowcount
    advisor.close()

    assert written > 0
    assert len(list(events)) == 1


async def test_a_path_and_an_address_name_the_same_database(database: Path) -> None:
    await talk(database, said("q"))
    by_path, by_address = ask_log(str(database)), ask_log(f"sqlite:///{database}")

    assert by_path == by_address
    assert by_path.total == 1


async def test_a_path_may_have_any_characters(database: Path) -> None:
    odd = database.parent / "對話 100%?#.db"
    await talk(odd, said("q"))

    assert ask_log(str(odd)).total == 1


def test_where_there_is_no_database_none_is_made(database: Path, capsys) -> None:
    code, line = run(capsys)

    assert code == Exit.ABSENT
    assert str(database) in line
    assert not database.exists()


def test_an_empty_file_holds_no_conversations(database: Path, capsys) -> None:
    database.touch()

    assert run(capsys)[0] == Exit.ABSENT


async def test_a_database_in_which_nobody_has_asked_is_no_fault(database: Path, capsys) -> None:
    await talk(database)

    assert main([]) == Exit.SHOWN
    assert "Nobody has asked anything yet" in capsys.readouterr().out


async def test_a_locked_database_is_told_as_such(database: Path, capsys, monkeypatch) -> None:
    monkeypatch.setattr("bot.ask_log.database.WAIT_SECONDS", 0.01)
    await talk(database, said("q"))
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    code, line = run(capsys)
    other.close()

    assert code == Exit.LOCKED
    assert "try again" in line


async def test_a_broken_database_is_told_as_such(database: Path, capsys) -> None:
    await talk(database, *(said(f"question {number} " * 50) for number in range(50)))
    whole = database.read_bytes()
    for broken in (b"this is no database" * 100, whole[: len(whole) // 2]):
        database.write_bytes(broken)

        assert run(capsys)[0] == Exit.BROKEN


def test_another_table_of_that_name_is_told_as_broken(database: Path, capsys) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE events (day TEXT)")
    connection.close()

    assert run(capsys)[0] == Exit.BROKEN


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://advisor:secret@127.0.0.1:1/rasa",
        "nonsense://advisor:secret@host/rasa",
        "postgresql://advisor:secret@host:port/rasa",
        "://secret",
    ],
)
def test_an_address_that_cannot_be_opened_is_told_without_its_password(
    capsys, address: str
) -> None:
    code, line = run(capsys, "--database", address)

    assert code == Exit.BROKEN
    assert "secret" not in line


async def test_one_damaged_entry_does_not_hide_the_others(database: Path, capsys) -> None:
    await talk(database, said("first"), said("second"), said("third"))
    with sqlite3.connect(database) as connection:
        for number, damaged in enumerate(("{", None, "[]")):
            connection.execute(
                "INSERT INTO events (sender_id, type_name, data) VALUES (?, 'user', ?)",
                (f"x{number}", damaged),
            )
    connection.close()

    assert main([]) == Exit.SHOWN
    out = capsys.readouterr().out
    assert "3 entries could not be read" in out
    assert "second" in out
