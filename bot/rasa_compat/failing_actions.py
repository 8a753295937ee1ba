"""An action that fails fails the message, so that nothing of it is kept and it can be asked again.

Rasa logs the error, goes on as if the action had nothing to say, and keeps that: a visitor who
asks while the action server is started again would get no answer, or half of one.
"""

from __future__ import annotations

from typing import Any

from rasa.core.actions.action import Action, ActionExecutionRejection
from rasa.core.processor import MessageProcessor

from bot.rasa_compat import require_tried_version

_run_action = MessageProcessor._run_action


def let_failures_out() -> None:
    """Have Rasa's processors raise what an action raises.

    Raises:
        RasaVersionError: the installed Rasa is another version than the one read.
    """
    require_tried_version()
    MessageProcessor._run_action = _run_or_raise


async def _run_or_raise(self: MessageProcessor, action: Action, *given: Any, **more: Any) -> bool:
    failures: list[Exception] = []
    run = action.run

    async def watched(*what: Any, **how: Any) -> Any:
        try:
            return await run(*what, **how)
        except ActionExecutionRejection:
            raise
        except Exception as failure:
            failures.append(failure)
            raise

    action.run = watched
    goes_on: bool = await _run_action(self, action, *given, **more)
    if failures:
        raise failures[0]
    return goes_on
