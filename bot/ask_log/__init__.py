"""Questions of real conversations that the advisor was not sure of: `make ask-log`.

`bot.ask_log.questions.ask_log` is the list as an object, for the terminal and the console.
"""

from enum import IntEnum


class Exit(IntEnum):
    """How the command ends; argparse ends with 2 when an option is wrong."""

    SHOWN = 0
    REFUSED = 1
    ABSENT = 3
    LOCKED = 4
    BROKEN = 5


class AskLogError(Exception):
    """The list cannot be made; the message is the one line that the reader gets."""

    def __init__(self, line: str, code: Exit) -> None:
        super().__init__(line)
        self.code = code
