"""`python -m bot.run.actions_cli ...`: the action server, `python -m rasa_sdk`, started faster."""

import sys

from rasa_sdk.__main__ import main as action_server

from bot.run.environment import leave_tensorflow_out

if __name__ == "__main__":
    leave_tensorflow_out()
    sys.argv[0] = "rasa_sdk"
    action_server()
