"""Scenarios as they stand in `scenarios/<topic>.yml`; README.md explains their keys."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Extra
from pydantic.tools import parse_obj_as
from ruamel.yaml import YAML

HERE = Path(__file__).parent
Situation = Literal[
    "happy_path",
    "correction",
    "cancellation",
    "digression",
    "invalid_input",
    "code_mixed",
    "handing_over",
]
Language = Literal["zh-HK", "zh-CN", "en"]


class Strict(BaseModel):
    class Config:
        extra = Extra.forbid
        frozen = True


class Expectation(Strict):
    """What must hold of all replies to one message together."""

    response: str | None = None
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    marks: dict[str, str] = {}
    buttons: tuple[str, ...] = ()
    asks: str | None = None
    source: str | None = None
    updates: tuple[str, ...] = ()
    refused: bool = False


class Step(Strict):
    """One message: typed (`user`), or a button of the reply before (`press`)."""

    user: str | None = None
    press: str | None = None
    times: int = 1
    language: Language | None = None
    let: dict[str, str] = {}
    expect: Expectation = Expectation()


class Scenario(Strict):
    name: str
    situation: Situation
    language: Language = "zh-HK"
    opens_with: tuple[str, ...] = ()
    steps: tuple[Step, ...]

    @property
    def whole(self) -> tuple[Step, ...]:
        """The steps with those of the openings before them."""
        before = (step for opening in self.opens_with for step in openings()[opening])
        return (*before, *self.steps)


def openings() -> dict[str, tuple[Step, ...]]:
    """Beginnings that several scenarios share."""
    return parse_obj_as(dict[str, tuple[Step, ...]], read(HERE / "openings.yml"))


def topics() -> dict[str, tuple[Scenario, ...]]:
    """Every scenario by its topic."""
    files = sorted((HERE / "scenarios").glob("*.yml"))
    return {path.stem: parse_obj_as(tuple[Scenario, ...], read(path)) for path in files}


def read(path: Path):
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))
