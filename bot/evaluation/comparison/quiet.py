"""The process of a measurement: the project's environment, and no talk of the libraries."""

from __future__ import annotations

import logging
import os
import warnings

import structlog

from bot.run.environment import RASA_ENVIRONMENT


def settle() -> None:
    """Set this process up; must come before the first import of numpy, Rasa or jieba."""
    os.environ.update({**RASA_ENVIRONMENT, **os.environ})
    warnings.filterwarnings("ignore")
    import jieba  # noqa: PLC0415
    import sanic  # noqa: F401, PLC0415 - it has every deprecation in any library shown

    jieba.setLogLevel(logging.WARNING)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    warnings.filterwarnings("ignore")
