"""What stock Rasa lacks or gets wrong, each put right in one small module.

Official hooks where Rasa has one. A module that replaces a part of Rasa checks
the version first, so that an upgrade stops here and not in a conversation.
"""

import rasa

TRIED_VERSION = "3.6.21"


class RasaVersionError(RuntimeError):
    """Rasa is not the version that the replacements were written for."""


def require_tried_version() -> None:
    """Refuse to replace parts of a Rasa that nobody has read.

    Raises:
        RasaVersionError: the installed Rasa is another version.
    """
    if rasa.__version__ != TRIED_VERSION:
        raise RasaVersionError(
            f"bot/rasa_compat is written for Rasa {TRIED_VERSION}, not {rasa.__version__}:"
            " read the parts that it replaces again, then change TRIED_VERSION."
        )
