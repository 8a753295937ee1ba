"""Whether a port can be listened on."""

import errno
import socket

from bot.run import LaunchError
from bot.settings import HOST


def require_free_port(port: int, owner: str, setting: str, host: str = HOST) -> None:
    """Check that `port` can be listened on.

    Raises:
        LaunchError: something listens there already, or it may not be used.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            in_use = error.errno == errno.EADDRINUSE
            why = "is in use already" if in_use else f"cannot be used ({error.strerror})"
            raise LaunchError(
                f"Port {port} {why}, and {owner} needs it:"
                f" stop what uses it, or choose another port with {setting}."
            ) from error
