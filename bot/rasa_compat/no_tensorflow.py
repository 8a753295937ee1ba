"""Serving without TensorFlow, which none of our components uses.

Rasa imports it for neural components in three modules that every command
loads: 4 s of each start and 350 MB for nothing. Stand-ins take their place
before Rasa is imported. Training and testing keep the real modules.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from ruamel.yaml import YAML

from bot.rasa_compat import require_tried_version

STAND_INS = {
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
    "rasa.graph_components.validators.default_recipe_validator": ("DefaultV1RecipeValidator",),
}
OURS = "bot."
RASAS_WITHOUT_TENSORFLOW = {
    *("CountVectorsFeaturizer", "JiebaTokenizer", "LogisticRegressionClassifier"),
    *("MemoizationPolicy", "RulePolicy"),
}


def serve_without_tensorflow(config: Path) -> bool:
    """Put the stand-ins in place if `config` names only components that can do without.

    Must come before the first import of `rasa.core` or `rasa.nlu`.

    Raises:
        RasaVersionError: the installed Rasa is another version than the one read.
    """
    require_tried_version()
    settings = YAML(typ="safe").load(config.read_text(encoding="utf-8"))
    if not all(_can_do_without(name) for name in _components(settings)):
        return False
    for module, names in STAND_INS.items():
        stand_in = ModuleType(module)
        vars(stand_in).update({name: type(name, (), {"__module__": module}) for name in names})
        sys.modules[module] = stand_in
    return True


def _components(settings: Mapping[str, Any]) -> Iterable[str]:
    for part in ("pipeline", "policies"):
        yield from (component["name"] for component in settings.get(part) or ())


def _can_do_without(component: str) -> bool:
    return component.startswith(OURS) or component in RASAS_WITHOUT_TENSORFLOW
