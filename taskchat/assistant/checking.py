"""Does the model that is set answer? One short question tells a wrong key from no network, a wrong name, or no credit.

The person reads what to do about it; the log names the cause for whoever runs the server, never the key.
"""

import asyncio
import logging
import socket
from dataclasses import dataclass
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from agents import ModelSettings
from openai import AsyncOpenAI, BadRequestError

from taskchat.assistant.models import BUILTIN, Endpoint, Models
from taskchat.assistant.telling import Told
from taskchat.assistant.tools import TOOLS
from taskchat.assistant.trouble import FAILURES, Trouble, note, told

log = logging.getLogger(__name__)

PATIENCE = 20.0
"""Seconds."""
SLOW = 5.0
"""Seconds after which an answer to so short a question is worth a word."""
STANDS = 10.0
"""Seconds for which an outcome is not asked for again, whoever asks."""
ROOM = 64
"""Tokens of the answer."""
QUESTION = "Answer with the word yes."
WORKS = "It works: answers come from {model}, the last in {seconds} s."
BUILT_IN = "The built-in assistant needs no key and no network."
SAYS = {
    "key_refused": "{name} refused the key: it is wrong, disabled, or none. Put the right one into {key} on the server "
    "and start it again.",
    "no_quota": "The key works, but its account may ask for no more for now. Look at its plan and credit.",
    "no_model": "{name} does not know the model {model}. Set another one in TASKCHAT_MODEL on the server.",
    "not_pulled": "Ollama does not have the model {model} yet. On its machine run: ollama pull {model}",
    "no_tools": "{model} answers, but cannot use tools, so it could change nothing. Set another one in TASKCHAT_MODEL.",
    "busy": "The key works, but {name} has too much to do right now. Check again in a few minutes.",
    "down": "{host} answers that it is not well. Check again in a few minutes.",
    "no_such_host": "No way from this server to {host}: it has no network, or there is no such name.",
    "unreachable": "Nothing answers at {host}. Is it running, and is TASKCHAT_MODEL_URL right?",
    "slow": "{host} took longer than {patience} s. It may be busy, or the model too large for its machine.",
    "declined": "The key works, but {name} declined even a harmless question. Set another model in TASKCHAT_MODEL.",
    "refused": "{name} refused the question. Look at TASKCHAT_MODEL and TASKCHAT_MODEL_URL on the server.",
    "unreadable": "{host} answers, but not as chat completions do. Look at TASKCHAT_MODEL_URL on the server.",
}
"""By cause, those of the table in `trouble` and two of its own; what stands not here reads as "unreadable"."""


@dataclass(frozen=True, slots=True)
class Checked:
    """`cause` is "" where all is well; `says` is a sentence one can act on."""

    cause: str
    says: str
    seconds: float = 0.0

    @property
    def works(self) -> bool:
        return not self.cause


class Checks:
    """Of one server: what was found stands for a moment, and nobody asks twice at once."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._last: tuple[float, Checked] | None = None
        self._asking = asyncio.Lock()

    async def check(self, *, hosted: bool) -> Checked:
        """`hosted`: whether the one who asks is answered by the model that is set."""
        endpoint, client = self._models.endpoint, self._models.client
        if endpoint is None or client is None or not hosted:
            return Checked("", BUILT_IN)
        async with self._asking:
            if self._last is None or monotonic() - self._last[0] > STANDS:
                self._last = (monotonic(), await asked(endpoint, client))
            return self._last[1]


async def asked(endpoint: Endpoint, client: AsyncOpenAI) -> Checked:
    """Ask once, without a second try: how it is right now is what is wanted."""
    began = monotonic()
    try:
        async with asyncio.timeout(PATIENCE):
            answer = await _answer(endpoint, client)
        if not getattr(answer, "choices", None):
            raise Trouble("unreadable", endpoint.name)
    except (*FAILURES, Trouble, TimeoutError) as error:
        return _failed(endpoint, error, monotonic() - began)
    seconds = monotonic() - began
    log.info("the model was checked: it answers")
    slow = " That is slow." if seconds > SLOW else ""
    return Checked("", WORKS.format(model=endpoint.model, seconds=f"{seconds:.1f}") + slow, seconds)


async def _answer(endpoint: Endpoint, client: AsyncOpenAI) -> Any:
    """As a message would ask: with a tool, so that a model that has none shows it."""
    tools: Any = Told(endpoint.provider).about([TOOLS[0]], ModelSettings())
    question: Any = [{"role": "user", "content": QUESTION}]
    room: Any = {endpoint.provider.room: ROOM}
    try:
        return await client.chat.completions.create(model=endpoint.model, messages=question, **tools, **room)
    except BadRequestError as error:
        if endpoint.provider.room not in str(error.body):
            raise
    return await client.chat.completions.create(model=endpoint.model, messages=question, **tools)


def _failed(endpoint: Endpoint, error: BaseException, seconds: float) -> Checked:
    cause = "slow" if isinstance(error, TimeoutError) else told(error, endpoint.name).cause  # pyright: ignore[reportArgumentType]
    note(log, "the model was checked", cause, error)
    if cause == "unreachable" and _is_nowhere(error):
        cause = "no_such_host"
    if cause == "no_model" and endpoint.provider.pulls:
        cause = "not_pulled"
    return Checked(cause, _said(endpoint, cause), seconds)


def _is_nowhere(error: BaseException | None) -> bool:
    """Whether the name of the address could not be found, somewhere down the chain of what went wrong."""
    while error is not None:
        if isinstance(error, socket.gaierror):
            return True
        error = error.__cause__ or error.__context__
    return False


def _said(endpoint: Endpoint, cause: str) -> str:
    parts = urlsplit(endpoint.url)
    return SAYS.get(cause, SAYS["unreadable"]).format(
        name=endpoint.name,
        model=endpoint.model,
        host=parts.netloc.rpartition("@")[2] or endpoint.goes_to,
        key=(endpoint.provider.key or "taskchat_model_key").upper(),
        patience=round(PATIENCE),
    )


def described(models: Models, *, hosted: bool) -> tuple[str, str]:
    """(the model that answers, the host it is asked at); the built-in one is nowhere else."""
    endpoint = models.endpoint
    if endpoint is None or not hosted:
        return BUILTIN, ""
    return endpoint.model, urlsplit(endpoint.url).hostname or ""
