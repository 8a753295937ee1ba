"""`python -m bot.gateway`: serve on `RFS_WEB_HOST` and `RFS_WEB_PORT` until told to stop."""

import asyncio
import logging
import sys

from bot.gateway.application import application
from bot.gateway.server import serving
from bot.run.ports import require_free_port
from bot.run.terminal import command_line, say
from bot.settings import settings


async def serve() -> None:
    """Serve until this task is cancelled.

    Raises:
        LaunchError: the port cannot be listened on.
        SettingsError: a setting is wrong.
    """
    chosen = settings()
    require_free_port(chosen.web_port, "the gateway", "RFS_WEB_PORT", chosen.web_host)
    async with serving(application(chosen), chosen.web_host, chosen.web_port):
        say(f"The gateway is serving: {chosen.web_url}")
        await asyncio.Event().wait()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    sys.exit(command_line(serve))
