"""What the processes of the project run in: environment variables, and without TensorFlow."""

import sys
from typing import cast

RASA_ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "OMP_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}


def leave_tensorflow_out() -> None:
    """Have `import tensorflow` fail as if it were not installed.

    spaCy imports it wherever it finds it: 5 s and 350 MB in each process, for nothing.
    """
    cast("dict[str, object]", sys.modules)["tensorflow"] = None
