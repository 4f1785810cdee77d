"""Every setting in one place, read once; the only room that reads the environment."""

from functools import cached_property
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from taskchat.errors import Invalid

ROOT = Path(__file__).resolve().parent.parent
DATABASES = ("sqlite", "postgresql")
GEMINI_URL = "https://generativelanguage.googleapis.com/v1beta/openai/"
OPENAI_URL = "https://api.openai.com/v1/"
OPENROUTER_URL = "https://openrouter.ai/api/v1/"
OLLAMA_URL = "http://127.0.0.1:11434/v1/"
OPEN_SERVER = (2_000, 10_000_000)
"""Messages and tokens a day that a server open to others asks of its hosted model at most."""


class Settings(BaseSettings):
    """What an operator can set, by environment or `.env`; the README table is held against this class."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True, frozen=True)

    database_url: str = Field("sqlite:///data/taskchat.db", description="SQLite file or PostgreSQL (psycopg2)")
    redis_url: str = Field("", description="Reserved for several workers; unset = one worker, in-process")
    gemini_api_key: SecretStr = Field(SecretStr(""), description="Turns Gemini on")
    openai_api_key: SecretStr = Field(SecretStr(""), description="Turns OpenAI on where Gemini is not")
    taskchat_model: str = Field(
        "",
        description="`builtin`, `gemini/<model>`, `openai/<model>`, `openrouter/<model>`, `ollama/<model>`, "
        "or `<model>` with the two below",
    )
    taskchat_model_url: str = Field("", description="Base address of any OpenAI-compatible endpoint")
    taskchat_model_key: SecretStr = Field(SecretStr(""), description="Key for that endpoint")
    taskchat_titles: bool = Field(True, description="Let a hosted model name conversations; off: their first words do")
    taskchat_public_url: str = Field("", description="Where people reach it, e.g. https://tasks.example.org")
    host: str = Field("127.0.0.1", description="Address to listen on")
    port: int = Field(3000, ge=1, le=65535, description="Port to listen on")
    taskchat_limit_day: int = Field(100, ge=0, description="Messages a person to a hosted model in 24 hours; 0 = off")
    taskchat_limit_minute: int = Field(30, ge=0, description="Messages a person a minute; 0 = off")
    taskchat_limit_server: int | None = Field(
        None,
        ge=0,
        description="Messages of everybody to a hosted model a day; default: 2000 on an open server, 0 = off",
    )
    taskchat_limit_tokens: int | None = Field(
        None, ge=0, description="Tokens of everybody a day; default: 10 million on an open server, 0 = off"
    )
    taskchat_limit_sign_in: int = Field(10, ge=0, description="Sign-ins a minute and address; 0 = off")
    taskchat_limit_sign_up: int = Field(20, ge=0, description="Sign-ups a minute and address; 0 = off")
    taskchat_limit_guests: int = Field(5, ge=0, description="New guests an hour and address of an open server; 0 = off")
    taskchat_limit_feed: int = Field(60, ge=0, description="Readings of calendar feeds a minute and address; 0 = off")
    taskchat_guests: bool | None = Field(None, description="`Try it now`; default: on, off once HOST opens the server")
    taskchat_guest_models: bool = Field(False, description="Let guests of an open server use the hosted model")
    taskchat_sign_up: Literal["open", "invite", "closed"] = Field("open", description="Who may create an account")
    taskchat_password_min: int = Field(12, ge=8, le=128, description="Shortest password accepted")
    taskchat_proxy_hops: int = Field(0, ge=0, le=5, description="Trusted proxies in front; they name the client")
    taskchat_vendor_chat: bool = Field(False, description="Page `/chatkit`: the vendor's own chat, from its servers")
    taskchat_vendor_key: str = Field("local-dev", description="Its domain key; the vendor gives one for a public name")
    taskchat_run_steps: int = Field(12, ge=1, le=50, description="Times a hosted model is asked for a single answer")
    taskchat_run_tokens: int = Field(
        300_000, ge=0, description="Tokens of a hosted model after which a single answer goes no further; 0 = off"
    )
    taskchat_run_seconds: int = Field(120, ge=5, le=3600, description="Longest a single answer may take")

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        if url.split(":", 1)[0].split("+", 1)[0] not in DATABASES:
            raise ValueError("must start with sqlite:/// or postgresql://")
        return url

    @field_validator("taskchat_public_url", "taskchat_model_url")
    @classmethod
    def _web_address(cls, url: str) -> str:
        if url and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname):
            raise ValueError("must be an http:// or https:// address")
        return url.rstrip("/")

    @field_validator("redis_url")
    @classmethod
    def _redis_address(cls, url: str) -> str:
        if url and urlsplit(url).scheme not in {"redis", "rediss", "unix"}:
            raise ValueError("must start with redis://, rediss:// or unix://")
        return url

    @field_validator("taskchat_model")
    @classmethod
    def _known_model(cls, model: str) -> str:
        if "/" in model and model.endswith("/"):
            raise ValueError("names a provider but no model, for example gemini/gemini-3.8-flash")
        return model

    @property
    def is_open_to_others(self) -> bool:
        """Whether anybody but this machine can reach it (A-08)."""
        host = urlsplit(self.taskchat_public_url).hostname if self.taskchat_public_url else None
        return not (_is_loopback(self.host) and (host is None or _is_loopback(host)))

    @property
    def guests(self) -> bool:
        return not self.is_open_to_others if self.taskchat_guests is None else self.taskchat_guests

    @property
    def server_limits(self) -> tuple[int, int]:
        """Messages to a hosted model and tokens a day, everybody's together; 0 is off (K-07)."""
        messages, tokens = OPEN_SERVER if self.is_open_to_others else (0, 0)
        own_messages, own_tokens = self.taskchat_limit_server, self.taskchat_limit_tokens
        return messages if own_messages is None else own_messages, tokens if own_tokens is None else own_tokens

    @cached_property
    def data_folder(self) -> Path:
        """Where files of ours live: beside the SQLite database, `data/` otherwise."""
        if self.database_url.startswith("sqlite:///"):
            return Path(self.database_url.removeprefix("sqlite:///")).resolve().parent
        return ROOT / "data"

    @property
    def contact(self) -> str:
        """Whom a push service may ask about what this server sends (RFC 8292): a mail address, or a bare https host."""
        public = urlsplit(self.taskchat_public_url)
        is_known = public.scheme == "https" and "." in (public.hostname or "")
        return f"https://{public.hostname}" if is_known else "mailto:taskchat@example.org"

    @property
    def address(self) -> str:
        """Where a person opens it."""
        anywhere = self.host in {"0.0.0.0", "::"}  # noqa: S104 - compared, not bound
        host = "localhost" if anywhere or _is_loopback(self.host) else self.host
        return self.taskchat_public_url or f"http://{host}:{self.port}"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def load_settings(**overrides: object) -> Settings:
    """The settings, or Invalid with one sentence that names each wrong value."""
    try:
        return Settings(**overrides)  # pyright: ignore[reportArgumentType] - pydantic checks them
    except ValidationError as error:
        wrong = "; ".join(f"{str(e['loc'][0]).upper()} {_said(e['msg'])}" for e in error.errors())
        raise Invalid(f"A setting is wrong: {wrong}.") from None


def _said(message: str) -> str:
    words = message.removeprefix("Value error, ").replace("Input should be", "must be")
    return words[0].lower() + words[1:]
