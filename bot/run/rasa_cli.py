"""`python -m bot.run.rasa_cli ...`: Rasa's own command line, in the project's environment.

The same commands as `rasa ...`, started faster: `run` leaves TensorFlow out.
"""

import os
import sys
import warnings
from pathlib import Path

from bot.run.environment import RASA_ENVIRONMENT, leave_tensorflow_out
from bot.settings import ROOT


def main() -> None:
    """Run `rasa` with the arguments of this process; what the caller's environment sets wins."""
    threads = {"OMP_NUM_THREADS": str(os.cpu_count())} if sys.argv[1:2] == ["train"] else {}
    os.environ.update({**RASA_ENVIRONMENT, **threads, **os.environ})
    sys.path.insert(1, str(Path.cwd()))
    import sanic  # noqa: F401, PLC0415 - it has every deprecation in any library shown

    from bot.rasa_compat.no_tensorflow import serve_without_tensorflow  # noqa: PLC0415

    if sys.argv[1:2] == ["run"] and serve_without_tensorflow(ROOT / "config.yml"):
        leave_tensorflow_out()
    if sys.argv[1:2] == ["test"]:
        from bot.rasa_compat.story_entities import judge_stories_without_entities  # noqa: PLC0415

        judge_stories_without_entities()
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    from rasa.__main__ import main as rasa  # noqa: PLC0415 - after the environment is set

    sys.argv[0] = "rasa"
    rasa()


if __name__ == "__main__":
    main()
