"""Who speaks chat completions, and with which accent: one row a provider, so that nothing else asks who it is.

All take the same request and send the same kind of answer. What one of them refuses to be told, where it wants its own
words back, and what its key is called stands here; what they send amiss is put right by `mended` whoever sent it, and
what they say when they refuse is read by `refusals`.
"""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from taskchat.config import GEMINI_URL, OLLAMA_URL, OPENAI_URL, OPENROUTER_URL

Body = dict[str, Any]
"""A request as it goes out."""


@dataclass(frozen=True, slots=True)
class Provider:
    """One row. `key`: the setting that holds its key, where it is not TASKCHAT_MODEL_KEY."""

    name: str = ""
    """As a sentence calls it; "" = by the name of its model."""
    owner: str = ""
    """Who reads the words."""
    url: str = OPENAI_URL
    key: str = ""
    model: str = ""
    """The model where none is named."""
    at: tuple[str, ...] = ()
    """Hosts, or ports as ":11434", by which it is known where only an address is set."""
    may_say_parallel: bool = True
    """Whether `parallel_tool_calls` may be said; all that are told no such thing call in parallel anyway."""
    tells_nothing_of_nothing: bool = False
    """Whether a tool that takes nothing has to be told without parameters, instead of with none of them."""
    room: str = "max_tokens"
    """What the most tokens of an answer are called."""
    wants_details: bool = False
    """Whether what a model thought before a call goes back as `reasoning_details` of the message."""
    pulls: bool = False
    """Whether a model has to be fetched to it before it is known."""


GEMINI = Provider(
    "Gemini",
    "Google",
    GEMINI_URL,
    "gemini_api_key",
    "gemini-3.8-flash",
    at=("generativelanguage.googleapis.com",),
    may_say_parallel=False,
    tells_nothing_of_nothing=True,
)
OPENAI = Provider(
    "OpenAI",
    "OpenAI",
    OPENAI_URL,
    "openai_api_key",
    "gpt-5.6-luna",
    at=("api.openai.com",),
    room="max_completion_tokens",
)
OPENROUTER = Provider(
    "OpenRouter",
    "OpenRouter",
    OPENROUTER_URL,
    at=("openrouter.ai",),
    wants_details=True,
)
OLLAMA = Provider(
    "Ollama",
    "Ollama on this machine",
    OLLAMA_URL,
    at=(":11434",),
    may_say_parallel=False,
    pulls=True,
)
ANY = Provider(owner="OpenAI")
PROVIDERS = {"gemini": GEMINI, "openai": OPENAI, "openrouter": OPENROUTER, "ollama": OLLAMA}
"""By the word before the first slash of TASKCHAT_MODEL."""


def known_at(url: str) -> Provider:
    """Whose address it is; ANY for one nobody here knows."""
    parts = urlsplit(url)
    places = {parts.hostname or "", f":{parts.port}"}
    return next((one for one in PROVIDERS.values() if places & {*one.at}), ANY)


def chosen(model: str, url: str) -> tuple[Provider, str, str]:
    """(row, model, the name it goes by) of TASKCHAT_MODEL at TASKCHAT_MODEL_URL, "" for the provider's own address."""
    first, _, rest = model.partition("/")
    there = known_at(url) if url else ANY
    if there is OPENROUTER and first != "openrouter":
        return there, model, model  # its models are named like providers: openai/…
    if (named := PROVIDERS.get(first)) is None or not rest:
        return there, model, model
    is_whole = named is OPENROUTER and "/" not in rest  # openrouter/auto is a model of its own
    return named, model if is_whole else rest, named.name


def dressed(provider: Provider, body: Body) -> Body:
    """The request as this provider wants it."""
    if not provider.wants_details or "messages" not in body:
        return body
    return body | {"messages": [_with_details(message) for message in body["messages"]]}


def packed(details: list[Any]) -> Body:
    """What OpenRouter wants back, in the place where the Agents SDK keeps Google's own."""
    return {"google": {"thought_signature": json.dumps(details)}}


def _with_details(message: Body) -> Body:
    calls = message.get("tool_calls") or []
    thoughts = [_unpacked(call) for call in calls]
    if not any(thoughts):
        return message
    bare = [{name: value for name, value in call.items() if name != "extra_content"} for call in calls]
    return message | {"tool_calls": bare, "reasoning_details": [one for thought in thoughts for one in thought]}


def _unpacked(call: Body) -> list[Any]:
    signature = ((call.get("extra_content") or {}).get("google") or {}).get("thought_signature")
    try:
        details = json.loads(signature or "[]")
    except ValueError:
        return []  # Google's own, from before another provider was set
    return details if isinstance(details, list) else []
