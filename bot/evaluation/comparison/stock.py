"""Rasa as `rasa init` makes it, with jieba in place of the tokenizer that refuses Chinese."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rasa.shared.nlu.training_data.training_data import TrainingData
from ruamel.yaml import YAML

from bot.evaluation.comparison.data import SEED, Example
from bot.evaluation.comparison.ours import message_of
from bot.evaluation.comparison.scoring import Reading, reading_of

EPOCHS = 100
PIPELINE: list[dict[str, Any]] = [
    {"name": "JiebaTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {
        "name": "DIETClassifier",
        "epochs": EPOCHS,
        "constrain_similarities": True,
        "random_seed": SEED,
        "ranking_length": 0,
    },
]
"""`ranking_length` 0 has every intent reported; the seed makes a run repeatable."""

CONFIG = {"recipe": "default.v1", "language": "zh", "assistant_id": "stock", "pipeline": PIPELINE}


class Stock:
    """Trained by Rasa in a folder of its own, and asked as an agent."""

    note = f"DIET, {EPOCHS} epochs"

    def __init__(self) -> None:
        self._place = tempfile.TemporaryDirectory()
        self._folder = Path(self._place.name)
        os.environ["RASA_CACHE_DIRECTORY"] = str(self._folder / "cache")

    def fit(self, examples: Sequence[Example]) -> None:
        from rasa.core.agent import Agent  # noqa: PLC0415 - imports TensorFlow
        from rasa.model_training import train_nlu  # noqa: PLC0415 - imports TensorFlow

        config, examples_file = self._folder / "config.yml", self._folder / "nlu.yml"
        YAML(typ="safe").dump(CONFIG, config)
        data = TrainingData([message_of(each) for each in examples])
        examples_file.write_text(data.nlu_as_yaml(), encoding="utf-8")
        model = train_nlu(str(config), str(examples_file), str(self._folder / "models"))
        self._agent = Agent.load(str(model))

    def read(self, texts: Sequence[str]) -> list[Reading]:
        return asyncio.run(self._read(texts))

    async def _read(self, texts: Sequence[str]) -> list[Reading]:
        parsed = [await self._agent.parse_message(text) for text in texts]
        return [
            reading_of({each["name"]: each["confidence"] for each in found["intent_ranking"]})
            for found in parsed
        ]
