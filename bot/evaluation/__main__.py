"""`python -m bot.evaluation`: how well the trained model reads what it was not trained on.

Writes docs/nlu-report.md with its drawings and docs/nlu-report.json. With `--figures FILE` only
the held-out sets are read and only their headline figures are written, for the test of floors.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.run.environment import RASA_ENVIRONMENT
from bot.settings import ROOT

if TYPE_CHECKING:
    from bot.evaluation.measure import Measured
    from bot.evaluation.speed import Speed

REPORT = ROOT / "docs" / "nlu-report.md"
DRAWINGS = "nlu-report"


def main() -> None:
    """Measure, and write what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m bot.evaluation")
    parser.add_argument("--figures", type=Path, metavar="FILE", help="held-out figures only")
    asked = parser.parse_args()
    os.environ.update({**RASA_ENVIRONMENT, **os.environ})
    from bot.evaluation.model import prepare  # noqa: PLC0415 - after the environment is set

    prepare()
    asyncio.run(_figures(asked.figures) if asked.figures else _report())


async def _figures(path: Path) -> None:
    from bot.evaluation.figures import figures  # noqa: PLC0415 - after `prepare`
    from bot.evaluation.model import open_model  # noqa: PLC0415
    from bot.evaluation.sets import HELDOUT  # noqa: PLC0415

    _write_json(path, figures(await _measured(open_model(), HELDOUT)))


async def _report() -> None:
    from bot.evaluation.model import open_model, pin_to_one_core  # noqa: PLC0415 - after `prepare`

    pin_to_one_core()
    from bot.evaluation.figures import figures  # noqa: PLC0415
    from bot.evaluation.floors import read_floors, too_low  # noqa: PLC0415
    from bot.evaluation.pages import draw, report  # noqa: PLC0415
    from bot.evaluation.sets import FOLDERS, HELDOUT, message_of, read_sets  # noqa: PLC0415
    from bot.evaluation.speed import speed  # noqa: PLC0415

    agent = open_model()
    time = await speed(agent, [message_of(item) for item in read_sets(HELDOUT)["in_scope"]])
    both = {folder: await _measured(agent, folder) for folder in FOLDERS}
    draw(both, REPORT.parent / DRAWINGS)
    REPORT.write_text(report(both, time, DRAWINGS), encoding="utf-8")
    _write_json(REPORT.with_suffix(".json"), _numbers(both, time))
    low = too_low(figures(both[HELDOUT]), read_floors())
    print(f"See {REPORT.relative_to(ROOT)}. Under their floors: {', '.join(low) or 'none'}.")


async def _measured(agent: Any, folder: str) -> Measured:
    from bot.evaluation.measure import measure  # noqa: PLC0415 - after `prepare`
    from bot.evaluation.model import read  # noqa: PLC0415
    from bot.evaluation.sets import read_sets, texts_to_read, trained_texts  # noqa: PLC0415

    sets = read_sets(folder)
    return measure(sets, await read(agent, texts_to_read(sets)), trained_texts())


def _numbers(both: dict[str, Measured], time: Speed) -> dict[str, Any]:
    from bot.evaluation.figures import details, figures  # noqa: PLC0415 - after `prepare`

    sets = {
        folder: {"figures": figures(measured), **details(measured)}
        for folder, measured in both.items()
    }
    return {**sets, "speed": time.numbers()}


def _write_json(path: Path, numbers: dict[str, Any]) -> None:
    text = json.dumps(numbers, indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
