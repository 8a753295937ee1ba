"""The processes that make up the advisor, and what they need of the machine."""

import errno
import socket
import sys
from pathlib import Path

from ruamel.yaml import YAML

from bot.run import LaunchError
from bot.run.environment import RASA_ENVIRONMENT
from bot.run.processes import Service
from bot.settings import HOST, ROOT, Settings


def services(settings: Settings, model: Path) -> list[Service]:
    """Return the action server and Rasa, both on the loopback address only.

    Rasa hands the whole conversation to the action server, so the small limit
    on the size of a request is for Rasa alone. The locks of a conversation live
    in Rasa's process, so there is one worker.
    """
    actions = Service(
        "action server",
        (
            *(sys.executable, "-m", "bot.run.actions_cli"),
            *("--actions", "actions", "--port", str(settings.action_port)),
        ),
        settings.log_dir / "actions.log",
        {**RASA_ENVIRONMENT, "SANIC_HOST": HOST, "ACTION_SERVER_SANIC_WORKERS": "1"},
    )
    rasa = Service(
        "Rasa",
        (
            *(sys.executable, "-m", "bot.run.rasa_cli", "run"),
            *("--interface", HOST, "--port", str(settings.rasa_port)),
            *("--model", str(model)),
            *("--endpoints", str(write_endpoints(settings))),
            *("--credentials", str(settings.credentials)),
        ),
        settings.log_dir / "rasa.log",
        {"SANIC_REQUEST_MAX_SIZE": str(settings.request_max_bytes), "SANIC_WORKERS": "1"},
    )
    return [actions, rasa]


def write_endpoints(settings: Settings) -> Path:
    """Write endpoints.yml with the ports and places of `settings`; return the copy."""
    yaml = YAML(typ="safe")
    endpoints = yaml.load((ROOT / "endpoints.yml").read_text(encoding="utf-8"))
    endpoints["action_endpoint"]["url"] = f"http://{HOST}:{settings.action_port}/webhook"
    endpoints["tracker_store"]["db"] = str(settings.var_dir / "rasa.db")
    copy = settings.var_dir / "endpoints.yml"
    copy.parent.mkdir(parents=True, exist_ok=True)
    with copy.open("w", encoding="utf-8") as file:
        yaml.dump(endpoints, file)
    return copy


def require_free_port(port: int, owner: str, setting: str) -> None:
    """Check that `port` can be listened on.

    Raises:
        LaunchError: something listens there already, or it may not be used.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            in_use = error.errno == errno.EADDRINUSE
            why = "is in use already" if in_use else f"cannot be used ({error.strerror})"
            raise LaunchError(
                f"Port {port} {why}, and {owner} needs it:"
                f" stop what uses it, or choose another port with {setting}."
            ) from error
