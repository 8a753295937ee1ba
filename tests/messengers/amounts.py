"""How much is sent; all of it with `IN_FULL=1 python -m pytest tests/messengers`."""

import os

IN_FULL = bool(os.environ.get("IN_FULL"))
MESSAGES = 2000 if IN_FULL else 300
PEOPLE = 99
ODD_BODIES = 5000 if IN_FULL else 500
SCENARIOS_OF_A_TOPIC = 99 if IN_FULL else 2
