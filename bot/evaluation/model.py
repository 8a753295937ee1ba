"""The trained model in this process, as the server has it, and what it reads in messages."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterable
from typing import Any

import structlog

from bot.evaluation.sets import Reading
from bot.settings import ROOT, settings


def prepare() -> None:
    """Leave out what serving leaves out; must come before the first import of `rasa.core`."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    import sanic  # noqa: F401, PLC0415 - it has every deprecation in any library shown

    from bot.rasa_compat.no_tensorflow import serve_without_tensorflow  # noqa: PLC0415
    from bot.run.environment import leave_tensorflow_out  # noqa: PLC0415

    if serve_without_tensorflow(ROOT / "config.yml"):
        leave_tensorflow_out()
    for category in (DeprecationWarning, UserWarning):
        warnings.filterwarnings("ignore", category=category)


def pin_to_one_core() -> int:
    """Keep this process and the threads that it starts later on one core; returns which."""
    core = min(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def open_model() -> Any:
    """The agent of the trained model."""
    from rasa.core.agent import Agent  # noqa: PLC0415 - after `prepare`

    return Agent.load(settings().models_dir / "advisor.tar.gz")


async def read(agent: Any, texts: Iterable[str]) -> dict[str, Reading]:
    """What the model reads in each text."""
    return {text: await agent.parse_message(text) for text in texts}
