"""Rasa's file importer, with the wording and the knowledge base's words added."""

from __future__ import annotations

import re
from pathlib import Path
from typing import List, Optional

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from bot.importers.examples import alias_examples
from bot.knowledge.base import open_base
from bot.nlg.wording import wording

_UTTERED = re.compile(r"^\s*-\s*action:\s*(utter_\w+)", re.MULTILINE)


class AdvisorImporter(RasaFileImporter):
    """The responses that rules and stories name belong to the domain.

    The model knows their names only: what they say is read from `data/responses` when
    the advisor starts. Each alias of the knowledge base is an example of being asked.
    """

    def get_domain(self) -> Domain:
        names = set()
        for path in self._story_files:
            names |= set(_UTTERED.findall(Path(path).read_text(encoding="utf-8")))
        known = {name: [{"text": name}] for name in sorted(names) if name in wording()}
        return super().get_domain().merge(Domain.from_dict({"responses": known}))

    @cached_method
    def _nlu_data(self) -> TrainingData:
        written = [example for path in self._nlu_files for example in _read(path)]
        known = {example.get(TEXT) for example in written}
        added = [
            Message({TEXT: text, INTENT: intent})
            for text, intent in alias_examples(open_base())
            if text not in known
        ]
        return TrainingData(written + added)

    def get_nlu_data(self, language: Optional[str] = "en") -> TrainingData:
        """All examples; read once and put together once, for merging copies all of them."""
        return self._nlu_data()


def _read(path: str) -> List[Message]:
    examples: List[Message] = RasaYAMLReader().read(path).training_examples
    return examples
