"""Talking with the running advisor over HTTP, and checking what it says."""

import re
import uuid
from dataclasses import dataclass

import httpx
from opencc import OpenCC

from bot.knowledge.base import KnowledgeBase
from tests.conversations.facts import Facts
from tests.conversations.scenario import Expectation, Step

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_LEAKS = ("{{", "{%", "utter_", "None", "Undefined", "Traceback", "[]")
_SIMPLIFIED = OpenCC("hk2s")
_SOURCE_LINE = "📄"
_MOST_REPLIES = 4


@dataclass(frozen=True)
class Reply:
    """All that was said to one message; `status` is HTTP's."""

    texts: tuple[str, ...]
    payloads: tuple[str, ...]
    status: int = 200

    @property
    def text(self) -> str:
        return "\n".join(self.texts)


class Conversation:
    """One user's conversation."""

    def __init__(self, http: httpx.Client, url: str, base: KnowledgeBase) -> None:
        self._http, self._url, self._base = http, url, base
        self._sender = f"test-{uuid.uuid4()}"
        self._before = Reply((), ())
        self._sums: dict[str, str] = {}

    def take(self, step: Step, language: str) -> None:
        """Say what the step says and check the replies."""
        facts = Facts(self._base, step.language or language)
        facts.sums = self._sums = self._sums | step.let
        message = facts.fill(step.press) if step.press else step.user or ""
        if step.press:
            assert message in self._before.payloads, f"no button {message} in {self._before}"
        reply = self._before = self.say(message * step.times)
        try:
            check(reply, step.expect, facts)
        except AssertionError as error:
            raise AssertionError(f"after 「{message[:60]}」: {error}") from None

    def say(self, message: str) -> Reply:
        body = {"sender": self._sender, "message": message}
        answer = self._http.post(self._url, json=body)
        if answer.status_code != httpx.codes.OK:
            return Reply((), (), answer.status_code)
        said = answer.json()
        buttons = (button for each in said for button in each.get("buttons", ()))
        texts = tuple(each["text"] for each in said if each.get("text"))
        return Reply(texts, tuple(button["payload"] for button in buttons))


def check(reply: Reply, expected: Expectation, facts: Facts) -> None:
    """Assert that the reply is as expected, and sound in any case."""
    if expected.refused:
        assert reply.status == httpx.codes.REQUEST_ENTITY_TOO_LARGE, reply.status
        return
    _sound(reply, facts.language)
    _says(reply, expected, facts)
    for what, mark in expected.marks.items():
        _marked(reply, mark, _name(what, facts))
    for intent in expected.buttons:
        assert f"/{intent}" in reply.payloads, f"no button {intent} among {reply.payloads}"
    if expected.asks:
        _asks(reply, expected.asks, facts)
    _cites(reply, expected, facts)


def says(text: str, said: str) -> bool:
    """Whether `said` is in `text`, and not as the end of a larger number."""
    return re.search(rf"(?<![\d,.]){re.escape(said)}", text) is not None


def written_in(text: str) -> str:
    """`zh-HK`, `zh-CN` or `en`, by counting characters and words."""
    if len(_HAN.findall(text)) < len(_LATIN_WORD.findall(text)):
        return "en"
    return "zh-CN" if _SIMPLIFIED.convert(text) == text else "zh-HK"


def _sound(reply: Reply, language: str) -> None:
    assert reply.status == httpx.codes.OK
    assert reply.texts, "nothing was said"
    assert len(reply.texts) <= _MOST_REPLIES, f"{len(reply.texts)} replies:\n{reply.text}"
    assert len(set(reply.texts)) == len(reply.texts), f"said twice:\n{reply.text}"
    for leak in _LEAKS:
        assert leak not in reply.text, f"{leak} in\n{reply.text}"
    for text in reply.texts:
        assert written_in(text) == language, f"not in {language}:\n{text}"


def _says(reply: Reply, expected: Expectation, facts: Facts) -> None:
    if expected.response:
        fixed = facts.fixed_words(expected.response)
        assert fixed in reply.text, f"{expected.response} ({fixed!r}) is not\n{reply.text}"
    for said in map(facts.fill, expected.says):
        assert says(reply.text, said), f"{said!r} is not in\n{reply.text}"
    for said in map(facts.fill, expected.never):
        assert not says(reply.text, said), f"{said!r} is in\n{reply.text}"


def _marked(reply: Reply, mark: str, name: str) -> None:
    marked = [line for line in reply.text.splitlines() if line.strip().startswith(mark)]
    assert any(name in line for line in marked), f"no {mark} for {name} in\n{reply.text}"


def _name(what: str, facts: Facts) -> str:
    return facts.fill(what if what not in facts.base.expenses else f"{{expense:{what}}}")


def _asks(reply: Reply, requirement: str, facts: Facts) -> None:
    question = facts.fill(f"{{check.question:{requirement}}}")
    times = reply.text.count(question)
    assert times == 1, f"{question!r} is asked {times} times in\n{reply.text}"
    missing = set(facts.options(requirement)) - set(reply.payloads)
    assert not missing, f"no buttons for {missing} among {reply.payloads}"


def _cites(reply: Reply, expected: Expectation, facts: Facts) -> None:
    quiet = [line for line in reply.text.splitlines() if line.startswith(_SOURCE_LINE)]
    if expected.source:
        parts = facts.source(expected.source)
        cited = any(all(part in line for part in parts) for line in quiet)
        assert cited, f"{parts} are not cited in\n{reply.text}"
    for update in expected.updates:
        when = facts.fill(f"{{topic.when:{update}}}")
        for part in (when, *facts.source(facts.base.topics[update].cite.source)):
            assert part in reply.text, f"{part!r} is not in\n{reply.text}"
