"""The processes that make up the advisor, and what they need of the machine."""

import sys
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.run.environment import RASA_ENVIRONMENT
from bot.run.processes import Service
from bot.settings import HOST, ROOT, Settings

MESSENGERS = {
    "whatsapp": "bot.channels.whatsapp.WhatsAppInput",
    "twilio": "bot.channels.twilio.TwilioInput",
    "telegram": "bot.channels.telegram.TelegramInput",
}
"""Rasa's channels, by the names of the setting."""


def services(settings: Settings, model: Path) -> list[Service]:
    """Return the action server, Rasa and the gateway, in the order in which they are started.

    The gateway alone may be reached from elsewhere, if the settings say so; it is
    the one proxy that Rasa believes the address of a visitor. Rasa hands the whole
    conversation to the action server, so the small limit on the size of a request
    is for Rasa alone. The locks of a conversation live in Rasa's process, so there
    is one worker.
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
            *("--credentials", str(write_credentials(settings))),
        ),
        settings.log_dir / "rasa.log",
        {
            "SANIC_REQUEST_MAX_SIZE": str(settings.request_max_bytes),
            "SANIC_WORKERS": "1",
            "SANIC_PROXIES_COUNT": "1",
        },
    )
    gateway = Service(
        "gateway", (sys.executable, "-m", "bot.gateway"), settings.log_dir / "gateway.log"
    )
    return [actions, rasa, gateway]


def write_credentials(settings: Settings) -> Path:
    """Write credentials.yml with the messengers that are switched on; return the copy."""
    yaml = YAML(typ="safe")
    channels = yaml.load(settings.credentials.read_text(encoding="utf-8")) or {}
    channels |= {MESSENGERS[name]: None for name in settings.messengers}
    return _written(settings.var_dir / "credentials.yml", channels)


def write_endpoints(settings: Settings) -> Path:
    """Write endpoints.yml with the ports and places of `settings`; return the copy."""
    yaml = YAML(typ="safe")
    endpoints = yaml.load((ROOT / "endpoints.yml").read_text(encoding="utf-8"))
    endpoints["action_endpoint"]["url"] = f"http://{HOST}:{settings.action_port}/webhook"
    endpoints["tracker_store"]["db"] = str(settings.var_dir / "rasa.db")
    return _written(settings.var_dir / "endpoints.yml", endpoints)


def _written(path: Path, content: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        YAML(typ="safe").dump(content, file)
    return path
