"""`python -m bot.nlu.report`: how well the trained model reads the held-out sets.

Writes docs/nlu-report.md. The sets and their conventions: tests/nlu/heldout/README.md.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import warnings
from collections.abc import Iterable
from typing import Any

import structlog

from bot.run.environment import RASA_ENVIRONMENT, leave_tensorflow_out
from bot.settings import ROOT, settings

REPORT = ROOT / "docs" / "nlu-report.md"


def main() -> None:
    """Read every held-out message with the model and write the report."""
    os.environ.update({**RASA_ENVIRONMENT, **os.environ})
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    import sanic  # noqa: F401, PLC0415 - it has every deprecation in any library shown

    from bot.rasa_compat.no_tensorflow import serve_without_tensorflow  # noqa: PLC0415

    if serve_without_tensorflow(ROOT / "config.yml"):
        leave_tensorflow_out()
    for category in (DeprecationWarning, UserWarning):
        warnings.filterwarnings("ignore", category=category)
    from bot.nlu.report_pages import report  # noqa: PLC0415 - after the environment is set
    from bot.nlu.report_sets import read_sets, texts_to_read, trained_texts  # noqa: PLC0415

    sets = read_sets()
    readings = asyncio.run(_read(texts_to_read(sets)))
    REPORT.write_text(report(sets, readings, trained_texts()), encoding="utf-8")
    sys.stdout.write(f"{len(readings)} messages read; see {REPORT.relative_to(ROOT)}\n")


async def _read(texts: Iterable[str]) -> dict[str, dict[str, Any]]:
    """What the model reads in each text."""
    from rasa.core.agent import Agent  # noqa: PLC0415 - after the environment is set

    agent = Agent.load(settings().models_dir / "advisor.tar.gz")
    return {text: await agent.parse_message(text) for text in texts}


if __name__ == "__main__":
    main()
