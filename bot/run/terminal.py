"""Talking with the operator's terminal: lines out, the wish to stop in."""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable

from bot.run import LaunchError
from bot.settings import SettingsError


def say(text: str) -> None:
    """Tell the operator something at once."""
    print(text, flush=True)


def command_line(work: Callable[[], Awaitable[None]]) -> int:
    """Run `work` to its end or until told to stop; return the exit code.

    0 in both cases; 1 when it fails, with one line on standard error.
    """
    try:
        asyncio.run(until_told_to_stop(work))
    except (LaunchError, SettingsError) as error:
        print(error, file=sys.stderr, flush=True)
        return 1
    return 0


async def until_told_to_stop(work: Callable[[], Awaitable[None]]) -> None:
    """Run `work`; the first Ctrl-C or SIGTERM ends it in good order, a second changes nothing."""
    task, loop, told = asyncio.ensure_future(work()), asyncio.get_running_loop(), False

    def stop(*_: object) -> None:
        nonlocal told
        if not told and not loop.is_closed():
            told = True
            loop.call_soon_threadsafe(task.cancel)

    # not loop.add_signal_handler: a second Ctrl-C on the way out would find no handler any more
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    try:
        await task
    except asyncio.CancelledError:
        say("\nStopped.")
