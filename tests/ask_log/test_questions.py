"""Which questions are listed: all those that the advisor was not sure of, each once."""

from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.ask_log.questions import Guess, ask_log
from bot.ask_log.reading import Doubtful
from bot.run.ready import GOLDEN_QUESTIONS, answers_golden_questions
from tests.ask_log.conversations import NOON, SURE, just, said, sure, talk

A_LITTLE = 0.01
DOUBTFUL = [
    ("asked_back", said("q")),
    ("outside", said("q", "out_of_scope", just("surely_outside", -A_LITTLE), scope=-0.3)),
    ("unsure", said("q", "ask_ceiling", just("heard", -A_LITTLE))),
    ("unsure", said("q", "other_scheme", just("heard", -A_LITTLE), scope=-0.3)),
    ("unclear", said("q", "ask_expense", SURE, scope=just("unclear", -A_LITTLE))),
    ("two_readings", said("q", "ask_several", SURE, questions=["q", "q"])),
]
UNDERSTOOD = [
    sure("q"),
    said("q", "ask_ceiling", just("heard", A_LITTLE), scope=just("unclear", A_LITTLE)),
    said("q", "out_of_scope", just("surely_outside", A_LITTLE), scope=-0.3),
    said("q", "other_scheme", just("heard", A_LITTLE), scope=-0.3),
    said("a, b", "ask_several", A_LITTLE, questions=["a", "b"]),
    said("q", "message_too_long", 1.0, scope=-0.3),
]


@pytest.mark.parametrize(("why", "message"), DOUBTFUL, ids=[why for why, _ in DOUBTFUL])
async def test_a_question_is_listed_with_the_reason(database: Path, why: str, message) -> None:
    await talk(database, message)

    assert [each.why for each in ask_log(str(database)).questions] == [why]


async def test_what_was_understood_is_read_and_not_listed(database: Path) -> None:
    await talk(database, *UNDERSTOOD)
    log = ask_log(str(database))

    assert log.questions == ()
    assert log.messages == len(UNDERSTOOD)


async def test_what_is_surely_outside_is_listed_when_asked_for(database: Path) -> None:
    await talk(database, *UNDERSTOOD)
    log = ask_log(str(database), Doubtful(all_outside=True))

    assert {each.why for each in log.questions} == {"outside"}


async def test_a_stricter_limit_lists_more(database: Path) -> None:
    await talk(database, sure("q"))

    assert ask_log(str(database), Doubtful(confidence=SURE + A_LITTLE)).total == 1


async def test_the_same_text_counts_once_however_it_is_written(database: Path) -> None:
    later = NOON + timedelta(hours=1)
    await talk(database, said("租金點計?", at=NOON), said("另一條"), sender="one")
    await talk(database, said("租金 点计？", at=later), sender="two")
    first, second = ask_log(str(database)).questions

    assert (first.text, first.times, first.last) == ("租金 点计？", 2, later)
    assert (second.text, second.times) == ("另一條", 1)


async def test_the_latest_reading_is_shown_with_the_guesses_after_it(database: Path) -> None:
    ranking = [("ask_period", 0.2), ("ask_launch", 0.15), ("ask_payment", 0.1)]
    new = said("q", "ask_period", 0.2, NOON + timedelta(days=1), ranking=ranking)
    await talk(database, said("q"), new)
    (question,) = ask_log(str(database)).questions

    assert question.taken_for == Guess("ask_period", 0.2)
    assert question.others == (Guess("ask_launch", 0.15), Guess("ask_payment", 0.1))


async def test_the_best_guess_is_an_intent_that_can_be_trained(database: Path) -> None:
    two = said("b", "ask_several", 0.24, questions=["b", "b"])
    nothing = said("d", ranking=[])
    await talk(database, said("a"), two, said("c", "ask_launch", 0.1), nothing)
    best = {each.text: each.best for each in ask_log(str(database)).questions}

    assert best == {
        "a": "ask_ceiling",
        "b": "ask_ceiling",
        "c": "ask_launch",
        "d": "out_of_scope",
    }


async def test_buttons_and_messages_without_words_are_left_out(database: Path) -> None:
    await talk(database, said("/ask_ceiling"), said(' /inform{"x": 1}'), said(None), said(" \n"))
    log = ask_log(str(database))

    assert (log.questions, log.messages, log.unreadable) == ((), 0, 0)


async def test_the_questions_of_the_start_up_are_left_out(database: Path) -> None:
    senders = []

    def rasa(request: httpx.Request) -> httpx.Response:
        senders.append(httpx.Response(200, content=request.content).json()["sender"])
        return httpx.Response(200, json=[{"text": f"answer {len(senders)}"}])

    async with httpx.AsyncClient(transport=httpx.MockTransport(rasa)) as http:
        await answers_golden_questions(http, "http://rasa", GOLDEN_QUESTIONS)
    for sender, question in zip(senders, GOLDEN_QUESTIONS, strict=True):
        await talk(database, said(question), sender=sender)
    await talk(database, said("真人問"), sender="already-a-customer")

    assert [each.text for each in ask_log(str(database)).questions] == ["真人問"]


async def test_only_what_was_asked_since_a_day_is_listed(database: Path) -> None:
    await talk(database, said("old", at=NOON - timedelta(days=8)), said("new", at=NOON))
    log = ask_log(str(database), since=NOON - timedelta(days=7))

    assert [each.text for each in log.questions] == ["new"]


async def test_a_limit_keeps_the_most_frequent_and_says_how_many_there_are(database: Path) -> None:
    await talk(database, said("once"), said("twice"), said("three"), said("twice"))
    log = ask_log(str(database), limit=1)

    assert [each.text for each in log.questions] == ["twice"]
    assert log.total == 3


async def test_every_message_is_read_however_many_there_are(database: Path, monkeypatch) -> None:
    monkeypatch.setattr("bot.ask_log.database._AT_ONCE", 2)
    for number in range(5):
        await talk(database, said(f"問題{number}"), sender=f"person {number}")

    assert ask_log(str(database)).messages == 5
