"""The settings of the advisor: one typed object, read from the environment.

Each field is the environment variable of the same name in capitals with the
prefix `RFS_`, for instance `RFS_RASA_PORT=5105`. Secrets, when a channel or a
database needs them, are fields here too and come from nowhere else.
"""

import os
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseSettings, Field, ValidationError

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
PREFIX = "RFS_"


class SettingsError(Exception):
    """A setting is wrong; the message is one line that names it."""


class Settings(BaseSettings):
    """Ports, places and limits of one running advisor."""

    environment: Literal["development", "production"] = "development"
    rasa_port: int = Field(default=5005, ge=1, le=65535)
    action_port: int = Field(default=5055, ge=1, le=65535)
    var_dir: Path = ROOT / "var"
    models_dir: Path = ROOT / "models"
    knowledge_base: Path = ROOT / "knowledge_base"
    request_max_bytes: int = Field(default=64 * 1024, ge=1024)
    start_timeout_seconds: int = Field(default=120, ge=1)

    class Config:
        """Where the values come from."""

        env_prefix = PREFIX
        allow_mutation = False

    @property
    def production(self) -> bool:
        """Whether this is a machine that serves the public."""
        return self.environment == "production"

    @property
    def credentials(self) -> Path:
        """Rasa's channels: with REST in development, without it in production."""
        return ROOT / ("credentials.production.yml" if self.production else "credentials.yml")

    @property
    def log_dir(self) -> Path:
        """Where each process writes `<name>.log`."""
        return self.var_dir / "log"

    @property
    def rest_url(self) -> str:
        """Address of the REST channel; it answers in development only."""
        return f"http://{HOST}:{self.rasa_port}/webhooks/rest/webhook"


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings of this process.

    Raises:
        SettingsError: a value is out of range, or a `RFS_` name is not known.
    """
    known = {f"{PREFIX}{name}".upper() for name in Settings.__fields__}
    given = {name for name in os.environ if name.upper().startswith(PREFIX)}
    unknown = sorted(name for name in given if name.upper() not in known)
    if unknown:
        raise SettingsError(
            f"Unknown setting {', '.join(unknown)}; known: {', '.join(sorted(known))}."
        )
    try:
        return Settings()
    except ValidationError as error:
        wrong = (f"{PREFIX}{e['loc'][0]}".upper() + f": {e['msg']}" for e in error.errors())
        raise SettingsError("Wrong setting " + "; ".join(wrong) + ".") from error
