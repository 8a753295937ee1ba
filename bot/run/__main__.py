"""`python -m bot.run`: check, train if needed, start, say where it is, stop together."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.run import LaunchError
from bot.run.ports import require_free_port
from bot.run.processes import Service, running
from bot.run.ready import until_ready
from bot.run.run_file import run_file
from bot.run.services import services
from bot.run.supervisor import supervise
from bot.run.terminal import command_line, say
from bot.run.training import trained_model
from bot.settings import ROOT, Settings, settings

EXAMPLE = "部機1200萬、顧問費80萬，可以資助幾多？"


async def launch() -> None:
    """Start the advisor and keep it running until this task is cancelled.

    Raises:
        LaunchError: it cannot start, or one of its processes cannot be kept running.
        SettingsError: a setting is wrong.
    """
    chosen = settings()
    require_free_port(chosen.rasa_port, "Rasa", "RFS_RASA_PORT")
    require_free_port(chosen.action_port, "the action server", "RFS_ACTION_PORT")
    require_free_port(chosen.web_port, "the gateway", "RFS_WEB_PORT", chosen.web_host)
    await check_knowledge_base(chosen)
    await prepare_database(chosen)
    model = await trained_model(chosen)
    say(f"Starting (logs: {shown(chosen.log_dir)}) ...")
    with run_file(chosen) as note:
        await supervise(services(chosen, model), ROOT, lambda: announce_when_ready(chosen), note)


async def check_knowledge_base(chosen: Settings) -> None:
    """Refuse to start on a knowledge base with an error in it.

    Raises:
        LaunchError: the check found something; what it found is shown first.
    """
    check = ("bot.knowledge", "check")
    await to_the_end(check, chosen.log_dir / "kb-check.log", "The knowledge base has an error")


async def prepare_database(chosen: Settings) -> None:
    """Bring the database to the tables of today.

    Raises:
        LaunchError: that failed; why is shown first.
    """
    log = chosen.log_dir / "database.log"
    await to_the_end(("bot.database",), log, "The database cannot be used")


async def to_the_end(module: Sequence[str], log: Path, complaint: str) -> None:
    """Run a module with its arguments to its end.

    Raises:
        LaunchError: it failed; what it said is shown first.
    """
    step = Service(module[0], (sys.executable, "-m", *module), log)
    async with running(step, ROOT) as process:
        if await process.wait() != 0:
            say(step.log.read_text(encoding="utf-8").rstrip())
            raise LaunchError(f"{complaint} (above).")


async def announce_when_ready(chosen: Settings) -> None:
    """Wait for the golden questions to be answered, then print where to ask one's own."""
    await until_ready(chosen)
    say(f"\n顧問已經準備好 The advisor is ready: {chosen.web_url}")
    if not chosen.production:
        message = json.dumps({"sender": "me", "message": EXAMPLE}, ensure_ascii=False)
        say(
            "喺終端機試 In the terminal: make chat   或者 or:\n"
            f"  curl -s {chosen.rest_url} -H 'Content-Type: application/json'"
            f" -d '{message}' | python3 -m json.tool --no-ensure-ascii"
        )
    say("停止 Stop: Ctrl-C")


def shown(path: Path) -> Path:
    """Return `path` as short as an operator in the project folder needs it."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


if __name__ == "__main__":
    sys.exit(command_line(launch))
