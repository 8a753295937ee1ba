"""`python -m bot.run.training [--force]`: train the model when what it depends on has changed."""

import asyncio
import re
import shutil
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Sequence
from pathlib import Path

from bot.run import LaunchError
from bot.run.digest import Digest, digest_of
from bot.run.processes import Service, running
from bot.run.terminal import command_line, say
from bot.settings import ROOT, Settings, settings

MODEL = "advisor"
STEP = re.compile(r"Starting to train component '(\w+)'")
SECONDS_BETWEEN_LOOKS = 0.2
SECONDS_BETWEEN_SIGNS = 10


def rasa_train(models_dir: Path) -> tuple[str, ...]:
    """Return the command that trains; `make validate` is where the data is validated."""
    return (
        *(sys.executable, "-m", "bot.run.rasa_cli", "train", "--skip-validation"),
        *("--fixed-model-name", MODEL, "--out", str(models_dir)),
    )


async def trained_model(
    chosen: Settings, root: Path = ROOT, *, command: Sequence[str] = (), force: bool = False
) -> Path:
    """Return the model file, training it first if it is not of the present data.

    Args:
        chosen: says where models and logs go.
        root: the project folder.
        command: what trains, `rasa_train` if not given.
        force: train in any case.

    Raises:
        LaunchError: the training failed.
    """
    model = chosen.models_dir / f"{MODEL}.tar.gz"
    stored = chosen.models_dir / f"{MODEL}.digest.json"
    before, now = Digest.read(stored), digest_of(root)
    if model.exists() and before == now and not force:
        return model
    stored.unlink(missing_ok=True)
    if force or before is None or before.code != now.code:
        # Rasa's cache does not see these changes and would hand back what it trained before them.
        shutil.rmtree(root / ".rasa" / "cache", ignore_errors=True)
    await _train(command or rasa_train(chosen.models_dir), root, chosen.log_dir / "train.log")
    now.write(stored)
    return model


async def _train(command: Sequence[str], root: Path, log: Path) -> None:
    say("Training the model (what it depends on has changed) ...")
    started = time.monotonic()
    async with running(Service("training", command, log), root) as process:
        await _show_progress(process, log, started)
        if process.returncode != 0:
            how = f"exit code {process.returncode}"
            raise LaunchError(f"The training failed ({how}). The end of its log {log} says why.")
    say(f"  {time.monotonic() - started:3.0f} s  trained")


async def _show_progress(process: Process, log: Path, started: float) -> None:
    step, shown = "reading the training data", float("-inf")
    with log.open(encoding="utf-8", errors="replace") as lines:
        while process.returncode is None:
            steps = STEP.findall(lines.read())
            seconds = time.monotonic() - started
            if steps or seconds - shown >= SECONDS_BETWEEN_SIGNS:
                step, shown = (steps or [step])[-1], seconds
                say(f"  {seconds:3.0f} s  {step} ...")
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)


async def _command() -> None:
    await trained_model(settings(), force="--force" in sys.argv[1:])
    say("The model is of the present data.")


if __name__ == "__main__":
    sys.exit(command_line(_command))
