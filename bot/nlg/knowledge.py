"""Rasa's response generator, with the knowledge base's facts filled in at run time."""

from __future__ import annotations

import copy
import re
from functools import lru_cache
from typing import Any, Dict, Optional

from jinja2 import Environment, StrictUndefined
from opencc import OpenCC
from rasa.core.nlg.generator import NaturalLanguageGenerator, ResponseVariationFilter
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.knowledge.base import open_base
from bot.nlg.next_questions import (
    buttons_after,
    case_buttons,
    option_buttons,
    suggestion_buttons,
)
from bot.nlg.wording import wording
from bot.nlg.words import Words

_BLANK_LINES = re.compile(r"\n\s*\n\s*")


class KnowledgeNlg(NaturalLanguageGenerator):
    """The responses of `data/responses`, Jinja templates, in the language that the user writes.

    A template sees `kb` (`bot.nlg.words.Words`), `slots`, `intent` and `topic` of the
    latest message, and what the action passed.
    """

    def __init__(
        self, endpoint_config: Optional[EndpointConfig] = None, domain: Optional[Domain] = None
    ) -> None:
        self._variations = ResponseVariationFilter(wording())
        self._environment = Environment(
            undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
        )
        self._simplified = OpenCC("hk2s")

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> Optional[Dict[str, Any]]:
        """The message of `utter_action` in the conversation's language, or None."""
        slots = tracker.current_slot_values()
        message = self._render(utter_action, slots, tracker, output_channel, kwargs)
        if message is None:
            return None
        message["text"] = _laid_out(message["text"], bool(message["buttons"]))
        message["utter_action"] = utter_action
        return self._in_script(message, slots)

    def _render(
        self,
        utter_action: str,
        slots: Dict[str, Any],
        tracker: DialogueStateTracker,
        channel: str,
        kwargs: Dict[str, Any],
    ) -> Optional[Dict[str, Any]]:
        language = "en" if slots.get("language") == "en" else "zh"
        variations = utter_action in wording() and self._variations.responses_for_utter_action(
            utter_action, channel, {"language": language}
        )
        if not variations:
            return None
        variation = variations[0]
        message = copy.deepcopy(variation)
        base = open_base()
        words = Words(base, base.today(), language)
        latest = tracker.latest_message
        intent = latest.intent.get("name") or "" if latest else ""
        context = {
            "kb": words,
            "slots": slots,
            "response": utter_action,
            "intent": intent,
            "topic": intent.removeprefix("ask_"),
            "entities": list(latest.entities) if latest else [],
            **kwargs,
        }
        message["text"] = self._fill(variation.get("text", ""), context)
        buttons = [self._button(button, context) for button in variation.get("buttons", [])]
        message["buttons"] = [
            *buttons,
            *option_buttons(context, words),
            *case_buttons(context, words),
            *suggestion_buttons(kwargs.get("suggested", ()), words),
            *buttons_after(utter_action, context["topic"], words),
        ]
        return message

    def _button(self, button: Dict[str, Any], context: Dict[str, Any]) -> Dict[str, Any]:
        return {key: self._fill(str(value), context) for key, value in button.items()}

    def _fill(self, template: str, context: Dict[str, Any]) -> str:
        return _compiled(self._environment, template).render(context).strip()

    def _in_script(self, message: Dict[str, Any], slots: Dict[str, Any]) -> Dict[str, Any]:
        if slots.get("language") == "zh-CN":
            message["text"] = self._simplified.convert(message["text"])
            for button in message["buttons"]:
                button["title"] = self._simplified.convert(button["title"])
        return message


@lru_cache(maxsize=1024)
def _compiled(environment: Environment, template: str) -> Any:
    return environment.from_string(template)


def _laid_out(text: str, has_buttons: bool) -> str:
    """At most one blank line; none without buttons, where Rasa would send two messages."""
    return _BLANK_LINES.sub("\n\n" if has_buttons else "\n", text)
