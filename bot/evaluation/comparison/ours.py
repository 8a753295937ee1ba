"""This project's features and classifier: the components of `config.yml` without Rasa's graph."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import class_from_module_path
from ruamel.yaml import YAML

from bot.evaluation.comparison.data import Example
from bot.evaluation.comparison.scoring import Reading, reading_of
from bot.nlu.intent_classifier import SCOPE
from bot.settings import ROOT

CLASSIFIER = "bot.nlu.intent_classifier.KernelIntentClassifier"


class Ours:
    """What `config.yml` names up to the classifier; the rules of the turn take no part."""

    note = ""

    def fit(self, examples: Sequence[Example]) -> None:
        """Train each component on what those before it have made of the examples."""
        data = TrainingData([message_of(each) for each in examples])
        with tempfile.TemporaryDirectory() as folder:
            storage = LocalModelStorage(Path(folder))
            self._components = [component(settings, storage) for settings in pipeline()]
            for part in self._components:
                if hasattr(part, "train"):
                    part.train(data)
                if hasattr(part, "process_training_data"):
                    part.process_training_data(data)

    def read(self, texts: Sequence[str]) -> list[Reading]:
        messages = [Message({TEXT: text}) for text in texts]
        for part in self._components:
            messages = part.process(messages)
        return [_reading(message) for message in messages]


def pipeline() -> list[dict[str, Any]]:
    """The components of `config.yml` from the first to the classifier, with their settings."""
    config = YAML(typ="safe").load((ROOT / "config.yml").read_text(encoding="utf-8"))
    names = [part["name"] for part in config["pipeline"]]
    found: list[dict[str, Any]] = config["pipeline"][: names.index(CLASSIFIER) + 1]
    return found


def component(settings: dict[str, Any], storage: LocalModelStorage) -> Any:
    """A component as Rasa makes it."""
    kind = class_from_module_path(settings["name"])
    context = ExecutionContext(GraphSchema({}), node_name=kind.__name__)
    return kind.create(config_of(settings), storage, Resource(kind.__name__), context)


def config_of(settings: dict[str, Any]) -> dict[str, Any]:
    """A component's defaults, over them what the configuration says."""
    kind = class_from_module_path(settings["name"])
    given = {key: value for key, value in settings.items() if key != "name"}
    return {**kind.get_default_config(), **given}


def message_of(example: Example) -> Message:
    """The example as Rasa holds it."""
    return Message({TEXT: example.text, INTENT: example.intent})


def _reading(message: Message) -> Reading:
    ranking = {each["name"]: each["confidence"] for each in message.get("intent_ranking")}
    found = reading_of(ranking)
    return Reading(found.intent, found.inside, message.get(SCOPE))
