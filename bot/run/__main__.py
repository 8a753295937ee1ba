"""`python -m bot.run`: check, train if needed, start, say where it is, stop together."""

import json
import sys
from pathlib import Path

from bot.run import LaunchError
from bot.run.processes import Service, running, supervise
from bot.run.ready import until_ready
from bot.run.services import require_free_port, services
from bot.run.terminal import command_line, say
from bot.run.training import trained_model
from bot.settings import ROOT, Settings, settings

EXAMPLE = "部機1200萬、顧問費80萬，可以資助幾多？"


async def launch() -> None:
    """Start the advisor and keep it running until this task is cancelled.

    Raises:
        LaunchError: it cannot start, or one of its processes ended.
        SettingsError: a setting is wrong.
    """
    chosen = settings()
    require_free_port(chosen.rasa_port, "Rasa", "RFS_RASA_PORT")
    require_free_port(chosen.action_port, "the action server", "RFS_ACTION_PORT")
    await check_knowledge_base(chosen)
    model = await trained_model(chosen)
    say(f"Starting (logs: {shown(chosen.log_dir)}) ...")
    await supervise(services(chosen, model), ROOT, lambda: announce_when_ready(chosen))


async def check_knowledge_base(chosen: Settings) -> None:
    """Refuse to start on a knowledge base with an error in it.

    Raises:
        LaunchError: the check found something; what it found is shown first.
    """
    check = Service(
        "knowledge-base check",
        (sys.executable, "-m", "bot.knowledge", "check"),
        chosen.log_dir / "kb-check.log",
    )
    async with running(check, ROOT) as process:
        if await process.wait() != 0:
            say(check.log.read_text(encoding="utf-8").rstrip())
            raise LaunchError("The knowledge base has an error (above).")


async def announce_when_ready(chosen: Settings) -> None:
    """Wait for the golden questions to be answered, then print where to ask one's own."""
    await until_ready(chosen)
    if chosen.production:
        say(f"The advisor is running (port {chosen.rasa_port}; production: no REST channel).")
        return
    message = json.dumps({"sender": "me", "message": EXAMPLE}, ensure_ascii=False)
    say(
        f"\n顧問已經準備好 The advisor is ready: {chosen.rest_url}\n"
        "試下問 Try: make chat   或者 or:\n"
        f"  curl -s {chosen.rest_url} -H 'Content-Type: application/json'"
        f" -d '{message}' | python3 -m json.tool --no-ensure-ascii\n"
        "停止 Stop: Ctrl-C"
    )


def shown(path: Path) -> Path:
    """Return `path` as short as an operator in the project folder needs it."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


if __name__ == "__main__":
    sys.exit(command_line(launch))
