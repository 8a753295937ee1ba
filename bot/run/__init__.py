"""Starting the advisor: `python -m bot.run` starts everything and stops everything."""


class LaunchError(Exception):
    """The advisor cannot run; the message is the one line that the operator reads."""
