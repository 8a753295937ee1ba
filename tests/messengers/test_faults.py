"""Providers that are busy, broken, slow or refuse: everything arrives in order, or is explained."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.settings import ROOT
from tests.messengers.records import wait_until
from tests.providers.server import broken, dropped, slow

RATE = {"whatsapp": 130429, "twilio": 20429}
REFUSALS = [
    ("whatsapp", 131047, "window_closed 131047"),
    ("whatsapp", 131026, "invalid_address 131026"),
    ("twilio", 63016, "window_closed 63016"),
    ("twilio", 21610, "blocked 21610"),
    ("twilio", 21211, "invalid_address 21211"),
    ("telegram", "blocked", "blocked 403"),
    ("telegram", "deactivated", "blocked 403"),
    ("telegram", "no chat", "invalid_address 400"),
]
SAY = """
import sys
from bot.conversations.model import Reply
from bot.conversations.store import ConversationStore
from bot.database.engine import open_engine
database, conversation, *texts = sys.argv[1:]
for text in texts:
    reply = Reply(text, speaker="staff", name="陳主任")
    ConversationStore(open_engine(database)).say(conversation, reply)
"""


def staff_says(records, conversation: str, *texts: str) -> None:
    """Say something in a conversation from a process of its own."""
    database = f"sqlite:///{records.path}"
    said = (sys.executable, "-c", SAY, database, conversation, *texts)
    subprocess.run(said, cwd=ROOT, check=True, capture_output=True)


def too_many(app):
    if app.name == "telegram":
        return app.fake.too_many(1)
    return app.fake.failing(RATE[app.name], after=1)


@pytest.mark.parametrize(
    "faults",
    [
        pytest.param(lambda app: [too_many(app), too_many(app)], id="too many"),
        pytest.param(lambda app: [slow(2.0)], id="slow"),
        pytest.param(lambda app: [dropped(), broken(502), too_many(app)], id="one after another"),
    ],
)
def test_what_cannot_be_taken_now_arrives_later_and_in_order(visitor, app, faults):
    app.fake.next(*faults(app))
    texts = ("租金可唔可以claim？", "最多資助幾多？", "多謝")
    visitor.sends(*(app.text(visitor.who, text) for text in texts))
    visitor.is_answered()
    said = [each for each in visitor.messages() if each.speaker != "visitor"]
    assert [each.text for each in visitor.messages() if each.speaker == "visitor"] == list(texts)
    sent = [part for each in said for part in visitor.app.plan(each)]
    assert visitor.received() == [each.text for each in sent]
    report = visitor.records.report(visitor.conversation)
    assert {each.state for each in report} == {"sent"}
    assert len(report) == len(sent)


def test_a_slow_answer_and_an_early_report_go_together(visitor, reporting):
    reporting.fake.next(slow(3.0))
    visitor.asks("多謝")
    last = "read" if reporting.reports else "sent"
    wait_until(
        lambda: {each.state for each in visitor.records.report(visitor.conversation)} == {last},
        f"everything is {last}",
    )


@pytest.mark.parametrize(("name", "code", "error"), REFUSALS)
def test_a_refusal_is_kept_with_its_reason_and_what_comes_later_goes_out(
    apps, come, name, code, error
):
    app, visitor = apps[name], come(apps[name])
    app.fake.refuse(visitor.who, code)
    visitor.asks("多謝")
    refused = visitor.records.report(visitor.conversation)
    assert {(each.state, each.error, each.provider_id) for each in refused} == {
        ("failed", error, None)
    }
    assert visitor.received() == []

    del app.fake.refusals[visitor.who]
    visitor.asks("拜拜")
    later = visitor.records.report(visitor.conversation)[len(refused) :]
    assert {(each.state, each.error) for each in later} == {("sent", "")}
    assert visitor.received() == list(visitor.last.texts)


def test_somebody_who_cannot_be_reached_does_not_hold_up_another(apps, come):
    app = apps["whatsapp"]
    waiting, other = come(app), come(app)
    app.fake.refuse(waiting.who, 131056)
    waiting.sends(app.text(waiting.who, "多謝"))
    assert other.asks("多謝").texts
    assert waiting.received() == []
    del app.fake.refusals[waiting.who]
    waiting.is_answered()
    assert waiting.received() == other.received()


def test_what_staff_says_elsewhere_goes_out_once_and_in_order(visitor, records):
    visitor.asks("多謝")
    before = visitor.received()
    staff_says(records, visitor.conversation, "我係生產力局嘅陳主任", "有咩幫到你？")
    visitor.is_answered()
    assert visitor.received() == [*before, "我係生產力局嘅陳主任", "有咩幫到你？"]
    visitor.asks("拜拜")
    assert len(visitor.received()) == len(before) + 3


def test_no_secret_and_nobodys_number_stands_in_a_log(visitor, app, advisor, var_dir):
    visitor.asks("租金可唔可以claim？")
    app.fake.next(broken(503))
    visitor.asks("多謝")
    logs = [path.read_text(encoding="utf-8") for path in (var_dir / "log").glob("*.log")]
    assert len(logs) >= 3
    for secret in (*app.secrets, visitor.who.removeprefix("whatsapp:+")):
        assert [log for log in logs if secret in log] == []
