"""The floors of the headline figures: floors.yml is the one place where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ruamel.yaml import YAML

FLOORS = Path(__file__).with_name("floors.yml")


def read_floors(path: Path = FLOORS) -> dict[str, float]:
    """Name of a figure to the value that it may not be under."""
    found = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return {str(name): float(floor) for name, floor in found.items()}


def too_low(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """The names of the figures under their floor, or without one; floors of no figure."""
    known = sorted({*figures, *floors})
    return [name for name in known if not _holds(figures.get(name), floors.get(name))]


def _holds(figure: float | None, floor: float | None) -> bool:
    return figure is not None and floor is not None and figure >= floor
