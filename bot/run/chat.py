"""`make chat`: talk with the running advisor in a terminal.

A button is chosen by its number. The conversation ends with Ctrl-D or Ctrl-C.
"""

import sys
import uuid
from contextlib import suppress
from typing import Any

import httpx

from bot.run import LaunchError
from bot.settings import Settings, SettingsError, settings

NOT_RUNNING = (
    "顧問未開：先喺另一個視窗行 make run。"
    " The advisor is not running: start it with `make run` in another window."
)
STOPPED = (
    "顧問冇回應：睇下 make run 嗰個視窗。"
    " The advisor does not answer any more: look at the window of `make run`."
)
NOT_IN_PRODUCTION = "Production has no REST channel: `make chat` is for development."


def require_running(http: httpx.Client, rest_url: str) -> None:
    """Check that the REST channel is there.

    Raises:
        LaunchError: nobody listens at `rest_url`, or not the advisor.
    """
    try:
        http.get(rest_url.removesuffix("webhook")).raise_for_status()
    except httpx.HTTPError as error:
        raise LaunchError(NOT_RUNNING) from error


def answers(http: httpx.Client, rest_url: str, sender: str, message: str) -> list[dict[str, Any]]:
    """Send one message; return Rasa's replies, each with `text` and perhaps `buttons`.

    Raises:
        LaunchError: the advisor has stopped, or has not answered.
    """
    try:
        replies = http.post(rest_url, json={"sender": sender, "message": message})
        return list(replies.raise_for_status().json())
    except httpx.HTTPError as error:
        raise LaunchError(STOPPED) from error


def show(replies: list[dict[str, Any]]) -> list[str]:
    """Print the replies; return the payloads of their buttons in the order of their numbers."""
    buttons = [button for reply in replies for button in reply.get("buttons", [])]
    for reply in replies:
        if text := reply.get("text"):
            print(f"\n{text}")
    for number, button in enumerate(buttons, start=1):
        print(f"  [{number}] {button['title']}")
    return [button["payload"] for button in buttons]


def chosen_message(typed: str, payloads: list[str]) -> str:
    """Return the payload of the button whose number was typed, or else what was typed."""
    if typed.isdecimal() and 1 <= int(typed) <= len(payloads):
        return payloads[int(typed) - 1]
    return typed


def chat(chosen: Settings) -> None:
    """Talk until the user ends it.

    Raises:
        LaunchError: the advisor is not running, or has no REST channel.
    """
    if chosen.production:
        raise LaunchError(NOT_IN_PRODUCTION)
    sender, payloads = f"chat-{uuid.uuid4()}", list[str]()
    with httpx.Client(trust_env=False, timeout=60) as http:
        require_running(http, chosen.rest_url)
        while True:
            typed = input("\n你 You> ").strip()
            if typed:
                payloads = show(
                    answers(http, chosen.rest_url, sender, chosen_message(typed, payloads))
                )


def main() -> int:
    """Return 0 at the end of the conversation, 1 with one line when nobody answers."""
    with suppress(ImportError):
        import readline  # noqa: F401, PLC0415 - for input()
    try:
        chat(settings())
    except (LaunchError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
