"""The terminal chat: what is shown and what a typed number means."""

from bot.run.chat import chosen_message, show

PAYLOADS = ["/ask_ceiling", "/ask_period"]


def test_a_typed_number_chooses_the_button():
    assert chosen_message("2", PAYLOADS) == "/ask_period"


def test_any_other_text_is_sent_as_it_is():
    for typed in ("3", "0", "12000000", "三", "租金得唔得?"):
        assert chosen_message(typed, PAYLOADS) == typed
    assert chosen_message("1", []) == "1"


def test_replies_are_shown_with_numbered_buttons(capsys):
    replies = [
        {"text": "first"},
        {"text": "second", "buttons": [{"title": "A", "payload": "/a"}]},
        {"buttons": [{"title": "B", "payload": "/b"}]},
    ]
    assert show(replies) == ["/a", "/b"]
    shown = capsys.readouterr().out
    assert [line for line in shown.splitlines() if line] == [
        "first",
        "second",
        "  [1] A",
        "  [2] B",
    ]
