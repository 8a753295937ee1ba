"""Last reader of the pipeline: decides the intent and writes the entities out."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Dict, List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge.base import open_base
from bot.nlu.component import CLAUSES, MessageReader
from bot.nlu.entities import message_entities
from bot.nlu.heard import SEVERAL, TOO_LONG, Decision, Heard, Limits
from bot.nlu.intent_classifier import SCOPE
from bot.nlu.knowledge_mentions import MENTIONS
from bot.nlu.language import detect_language
from bot.nlu.money_reader import AMOUNTS, COUNTS
from bot.nlu.normaliser import READING, READING_LIMIT
from bot.nlu.topics import topic_intents
from bot.nlu.turn import decide
from bot.nlu.understood import Understood, understand

QUESTIONS = "questions"
_UNDERSTOOD = "understood"
_BETWEEN = "、"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class TurnReader(MessageReader):
    """Sets intent, entities and, for several questions at once, `questions`."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return asdict(Limits())

    def __init__(self, config: Dict[str, Any]) -> None:
        super().__init__(config)
        limits = self.get_default_config()
        self._limits = Limits(**{name: config[name] for name in limits})
        self._topics = topic_intents(open_base())

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            if message.get(TEXT):
                self.read(message)
        return messages

    def process_training_data(self, training_data: Any) -> Any:
        return training_data

    def read(self, message: Message) -> None:
        clauses = message.get(CLAUSES, [])
        decision = self._decide(message, clauses)
        intent = {INTENT_NAME_KEY: decision.intent, PREDICTED_CONFIDENCE_KEY: decision.confidence}
        message.set(INTENT, intent, add_to_output=True)
        message.set(ENTITIES, self._entities(message), add_to_output=True)
        if decision.intent == SEVERAL:
            questions = [
                self._question(intent, [clauses[place] for place in places] or [message])
                for intent, places in decision.questions
            ]
            message.set(QUESTIONS, questions, add_to_output=True)

    def _decide(self, message: Message, clauses: List[Message]) -> Decision:
        if len(message.get(TEXT)) > READING_LIMIT:
            return Decision(TOO_LONG, 1.0)
        return decide(self._heard(message), [self._heard(each) for each in clauses], self._limits)

    def _heard(self, message: Message) -> Heard:
        ranking = message.get("intent_ranking") or []
        mentions = message.get(MENTIONS)
        lines = _understood(message).lines
        topics = [mention.of("topic") for mention in mentions]
        return Heard(
            text=message.get(READING),
            ranking=tuple((each["name"], each["confidence"]) for each in ranking),
            scope=message.get(SCOPE) or 0.0,
            mentions=mentions,
            topic_intents=tuple(self._topics[topic] for topic in topics if topic),
            amounts=len(message.get(AMOUNTS)),
            lines=sum(line.amount is not None and line.item is not None for line in lines),
        )

    def _entities(self, message: Message) -> List[Dict[str, Any]]:
        understood = _understood(message)
        return message_entities(
            detect_language(message.get(TEXT)),
            len(message.get(TEXT)),
            understood.mentions,
            message.get(AMOUNTS),
            message.get(COUNTS),
            understood.lines,
            understood.asides,
        )

    def _question(self, intent: str, parts: List[Message]) -> Dict[str, Any]:
        """One question with the text and entities of all its parts, set side by side."""
        text, entities = "", []
        for number, part in enumerate(parts):
            text += _BETWEEN if text else ""
            for entity in self._entities(part):
                moved = {key: entity[key] + len(text) for key in ("start", "end")}
                group = {"group": f"{number}.{entity['group']}"} if "group" in entity else {}
                entities.append(entity | moved | group)
            text += part.get(TEXT)
        return {"intent": intent, "text": text, "entities": entities}


def _understood(message: Message) -> Understood:
    """What the things and amounts of a message come to, decided once."""
    known = message.get(_UNDERSTOOD)
    if known is None:
        read = [message.get(key) for key in (READING, MENTIONS, AMOUNTS, COUNTS)]
        known = understand(open_base(), *read)
        message.set(_UNDERSTOOD, known)
    return known
