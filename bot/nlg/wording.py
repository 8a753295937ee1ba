"""`data/responses` as it stands now: wording changes with a restart, without training."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

RESPONSES = Path(__file__).resolve().parents[2] / "data" / "responses"


@lru_cache(maxsize=1)
def wording() -> dict[str, list[dict[str, Any]]]:
    """Every response by its name: a list of variations, in Rasa's form."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(RESPONSES.glob("*.yml")):
        found |= YAML(typ="safe").load(path.read_text(encoding="utf-8"))["responses"]
    return found


def response_for(topic: str) -> str:
    """The response that answers about a topic: its own, or the common one."""
    own = f"utter_{topic}"
    return own if own in wording() else "utter_topic"
