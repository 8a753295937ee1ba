"""Rasa's response generator, with the knowledge base's facts filled in at run time."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any, Dict, Optional

from opencc import OpenCC
from rasa.core.nlg.generator import NaturalLanguageGenerator, ResponseVariationFilter
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from actions.slots import LANGUAGE
from bot.knowledge.base import open_base
from bot.nlg.cards import card_of
from bot.nlg.next_questions import (
    buttons_after,
    case_buttons,
    option_buttons,
    suggestion_buttons,
)
from bot.nlg.phrases import Answer
from bot.nlg.wording import wording
from bot.nlg.words import Words
from bot.nlu.language import in_script

_BLANK_LINES = re.compile(r"\n\s*\n\s*")


class KnowledgeNlg(NaturalLanguageGenerator):
    """The responses of `data/responses`, Jinja templates, in the language that the user writes.

    A template sees `kb` (`bot.nlg.words.Words`), `phrase` (`bot.nlg.phrases`), `slots`,
    `intent` and `topic` of the latest message, and what the action passed.
    """

    def __init__(
        self, endpoint_config: Optional[EndpointConfig] = None, domain: Optional[Domain] = None
    ) -> None:
        self._variations = ResponseVariationFilter(wording())
        self._simplified = OpenCC("hk2s")

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> Optional[Dict[str, Any]]:
        """The message of `utter_action` in the conversation's language, or None.

        Besides what Rasa knows it has `language` and, where there is one, `card`: Rasa
        keeps both in the metadata of the event and hands them to the channel.
        """
        language = _language(tracker)
        variation = self._variation(utter_action, output_channel, language)
        if variation is None:
            return None
        answer = _answer(utter_action, tracker, language, kwargs)
        message = _message(variation, answer)
        card = card_of(answer)
        if card:
            message["card"] = card
        return {
            **(self._simplify(message) if language == "zh-CN" else message),
            "language": language,
            "utter_action": utter_action,
        }

    def _variation(self, response: str, channel: str, language: str) -> Optional[Dict[str, Any]]:
        spoken = {"language": _spoken(language)}
        found = response in wording() and self._variations.responses_for_utter_action(
            response, channel, spoken
        )
        return copy.deepcopy(found[0]) if found else None

    def _simplify(self, message: Dict[str, Any]) -> Dict[str, Any]:
        """The message with its words in simplified characters; payloads stay as they are."""
        convert = self._simplified.convert
        buttons = [{**each, "title": convert(each["title"])} for each in message["buttons"]]
        words = {key: message[key] for key in ("text", "card") if key in message}
        return {**message, **_each_string(words, convert), "buttons": buttons}


def _language(tracker: DialogueStateTracker) -> str:
    """That of the slot; Chinese in either script goes on in the script of the conversation."""
    events = reversed(list(tracker.events))
    before = (each.value for each in events if isinstance(each, SlotSet) and each.key == LANGUAGE)
    slot = in_script(tracker.get_slot(LANGUAGE), before)
    return slot if slot in ("en", "zh-CN") else "zh-HK"


def _spoken(language: str) -> str:
    return "en" if language == "en" else "zh"


def _answer(
    response: str, tracker: DialogueStateTracker, language: str, data: Dict[str, Any]
) -> Answer:
    base, latest = open_base(), tracker.latest_message
    intent = latest.intent.get("name") or "" if latest else ""
    told = {
        "slots": tracker.current_slot_values(),
        "response": response,
        "intent": intent,
        "topic": intent.removeprefix("ask_"),
        "entities": list(latest.entities) if latest else [],
    }
    return Answer(Words(base, base.today(), _spoken(language)), {**told, **data})


def _message(variation: Dict[str, Any], answer: Answer) -> Dict[str, Any]:
    """The variation with its text filled, and with all buttons that belong below it."""
    data, words = answer.data, answer.words
    own = [
        {key: answer.fill(str(value)) for key, value in button.items()}
        for button in variation.get("buttons", [])
    ]
    buttons = [
        *own,
        *option_buttons(data, words),
        *case_buttons(data, words),
        *suggestion_buttons(data.get("suggested", ()), words),
        *buttons_after(data["response"], data["topic"], words),
    ]
    text = _laid_out(answer.fill(variation.get("text", "")), bool(buttons))
    return {**variation, "text": text, "buttons": buttons}


def _laid_out(text: str, has_buttons: bool) -> str:
    """At most one blank line; none without buttons, where Rasa would send two messages."""
    return _BLANK_LINES.sub("\n\n" if has_buttons else "\n", text)


def _each_string(data: Any, change: Callable[[str], str]) -> Any:
    """Plain data with every string in it changed, keys aside."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, list):
        return [_each_string(each, change) for each in data]
    if isinstance(data, dict):
        return {key: _each_string(value, change) for key, value in data.items()}
    return data
