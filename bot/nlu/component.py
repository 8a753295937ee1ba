"""The form that all our message readers share: one method for training and for talking."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

CLAUSES = "clauses"


class MessageReader(GraphComponent):
    """Reads each message that has text, and the clauses it was split into, by `read`."""

    def __init__(self, config: Dict[str, Any]) -> None:
        self.config = config

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GraphComponent:
        return cls(config)

    def read(self, message: Message) -> None:
        """Add what this component finds out to `message`."""
        raise NotImplementedError

    def process(self, messages: List[Message]) -> List[Message]:
        for message in with_clauses(messages):
            self.read(message)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        for message in with_clauses(training_data.training_examples):
            self.read(message)
        return training_data


def with_clauses(messages: List[Message]) -> List[Message]:
    """The messages that have text, each followed by its clauses."""
    spoken = [message for message in messages if message.get(TEXT)]
    return [part for message in spoken for part in (message, *message.get(CLAUSES, ()))]
