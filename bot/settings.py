"""The settings of the advisor: one typed object, read from the environment.

Each field is the environment variable of the same name in capitals with the
prefix `RFS_`, for instance `RFS_RASA_PORT=5105`. Secrets are fields here too
and come from nowhere else.
"""

import ipaddress
import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError, validator

from bot.messenger_settings import MessengerSettings

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
PREFIX = "RFS_"
SHORTEST_SECRET = 32
_ORIGIN = re.compile(r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?")
_DATABASE = re.compile(r"[a-z][a-z0-9_+]*://.*")


class SettingsError(Exception):
    """A setting is wrong; the message is one line that names it."""


class Settings(MessengerSettings):
    """Ports, places, secrets and limits of one running advisor."""

    environment: Literal["development", "production"] = "development"
    rasa_port: int = Field(default=5005, ge=1, le=65535)
    action_port: int = Field(default=5055, ge=1, le=65535)
    web_host: str = HOST
    web_port: int = Field(default=8000, ge=1, le=65535)
    trusted_proxies: int = Field(default=0, ge=0, le=9)
    """How many proxies of ours stand before the gateway and add to X-Forwarded-For."""

    var_dir: Path = ROOT / "var"
    models_dir: Path = ROOT / "models"
    knowledge_base: Path = ROOT / "knowledge_base"
    database_url: str = ""
    """Of conversations and leads, as SQLAlchemy writes it; `<var_dir>/advisor.db` if not given."""

    given_session_secret: SecretStr = Field(default=SecretStr(""), env=f"{PREFIX}SESSION_SECRET")
    session_days: int = Field(default=30, ge=1, le=365)
    origins: tuple[str, ...] = ()
    """Web origins whose pages may talk with the advisor; the gateway's own if not given."""

    request_max_bytes: int = Field(default=64 * 1024, ge=1024)
    message_limit: int = Field(default=2000, ge=1)
    messages_per_minute: int = Field(default=20, ge=1)
    messages_per_minute_address: int = Field(default=120, ge=1)
    sessions_per_minute_address: int = Field(default=20, ge=1)
    start_timeout_seconds: int = Field(default=120, ge=1)

    class Config:
        """Where the values come from."""

        env_prefix = PREFIX
        allow_mutation = False

        @classmethod
        def parse_env_var(cls, field_name: str, raw_val: str) -> Any:  # noqa: ARG003
            """Lists are written with commas."""
            parts = (part.strip() for part in raw_val.split(","))
            return tuple(part for part in parts if part)

    @validator("web_host")
    @classmethod
    def _is_an_address(cls, host: str) -> str:
        if host != "localhost":
            try:
                ipaddress.ip_address(host)
            except ValueError as error:
                raise ValueError("an IP address or 'localhost' is needed") from error
        return host

    @validator("database_url", always=True)
    @classmethod
    def _is_a_database(cls, url: str, values: Mapping[str, Any]) -> str:
        if url and not _DATABASE.fullmatch(url):
            raise ValueError("an address such as sqlite:///file or postgresql://... is needed")
        return url or f"sqlite:///{values.get('var_dir', ROOT) / 'advisor.db'}"

    @validator("given_session_secret", always=True)
    @classmethod
    def _is_secret_enough(cls, secret: SecretStr, values: Mapping[str, Any]) -> SecretStr:
        production = values.get("environment") == "production"
        if production and len(secret.get_secret_value()) < SHORTEST_SECRET:
            raise ValueError(f"production needs one of at least {SHORTEST_SECRET} characters")
        return secret

    @validator("origins", always=True)
    @classmethod
    def _are_origins(cls, origins: tuple[str, ...], values: Mapping[str, Any]) -> tuple[str, ...]:
        for origin in origins:
            if not _ORIGIN.fullmatch(origin):
                raise ValueError(f"'{origin}' is not like https://www.example.org (no path)")
        own = f":{values.get('web_port')}"
        return origins or (f"http://localhost{own}", f"http://127.0.0.1{own}")

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
    def session_secret(self) -> str:
        """What sessions are signed with; in development made once and kept in `var_dir`."""
        given = self.given_session_secret.get_secret_value()
        return given or _kept_secret(self.var_dir / "session-secret")

    @property
    def rasa_url(self) -> str:
        """Address of Rasa's server, without a slash at the end."""
        return f"http://{HOST}:{self.rasa_port}"

    @property
    def rest_url(self) -> str:
        """Address of the REST channel; it answers in development only."""
        return f"{self.rasa_url}/webhooks/rest/webhook"

    @property
    def address(self) -> str:
        """Where the gateway is reached, from the internet if it is; a slash at the end."""
        return self.public_url or self.web_url

    def webhook(self, messenger: str) -> str:
        """Return where the provider of a messenger has to post."""
        return f"{self.address}webhooks/{messenger}/webhook"

    @property
    def web_url(self) -> str:
        """Address of the gateway as a person on this machine types it, with a slash at the end."""
        host = f"[{self.web_host}]" if ":" in self.web_host else self.web_host
        here = self.web_host in (HOST, "0.0.0.0", "::")  # noqa: S104 - compared, not listened on
        return f"http://{'localhost' if here else host}:{self.web_port}/"


def _kept_secret(path: Path) -> str:
    """Return the secret in `path`, made there once, whichever process comes first."""
    with suppress(FileNotFoundError):
        return path.read_text(encoding="ascii")
    path.parent.mkdir(parents=True, exist_ok=True)
    mine = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(SHORTEST_SECRET))
    with suppress(FileExistsError):
        path.hardlink_to(mine)
    mine.unlink()
    return path.read_text(encoding="ascii")


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings of this process.

    Raises:
        SettingsError: a value is out of range, or a `RFS_` name is not known.
    """
    known = {_variable(name) for name in Settings.__fields__}
    given = {name for name in os.environ if name.upper().startswith(PREFIX)}
    unknown = sorted(name for name in given if name.upper() not in known)
    if unknown:
        raise SettingsError(
            f"Unknown setting {', '.join(unknown)}; known: {', '.join(sorted(known))}."
        )
    try:
        return Settings()
    except ValidationError as error:
        wrong = (f"{_named(str(e['loc'][0]))}{e['msg']}" for e in error.errors())
        raise SettingsError("Wrong setting " + "; ".join(wrong) + ".") from error


def _named(field: str) -> str:
    """Return how a message on `field` begins; nothing for one on several fields together."""
    return f"{_variable(field)}: " if field in Settings.__fields__ else ""


def _variable(field: str) -> str:
    """Return the name of the environment variable of `field`."""
    return str(min(Settings.__fields__[field].field_info.extra["env_names"])).upper()
