"""`python -m bot.ask_log`: the questions that the advisor was not sure of."""

import sys

from bot.run.environment import leave_tensorflow_out

if __name__ == "__main__":
    leave_tensorflow_out()
    from bot.ask_log.command import main

    sys.exit(main())
