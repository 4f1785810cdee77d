"""How each provider really speaks chat completions: one row a provider, played by the mock.

What differs is data: where it is, how words, calls and usage come over the wire, how an answer is refused, and what it
says in the middle of one. Shapes and codes are those of their addresses; SECRET stands where they write prose.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.assistant.provider import CUT, Part, Reply, call, chunk, refuses, words

Calls = list[tuple[str, dict[str, Any]]]
"""(tool, arguments) of each call of one answer."""
SECRET = "SECRET"


@dataclass(frozen=True, slots=True)
class Dialect:
    """One provider. `settings` choose it; `refusals` are (reply, cause), `inside` is an error in a stream."""

    settings: dict[str, str]
    words: Callable[[str], list[Part]]
    calls: Callable[[Calls], list[Part]]
    end: tuple[Part, ...]
    called: tuple[Part, ...]
    """The end of an answer that calls tools."""
    refusals: dict[str, tuple[Reply, str]]
    inside: Part
    declined: tuple[Part, ...]
    parallel: bool = False
    """Whether it may be told `parallel_tool_calls`."""
    waits: tuple[tuple[Reply, float], ...] = field(default=())
    """Refusals that ask for a wait, and how long it is in seconds."""

    def says(self, text: str) -> Reply:
        return Reply((*self.words(text), *self.end))

    def does(self, *called: tuple[str, dict[str, Any]]) -> Reply:
        return Reply((*self.calls(list(called)), *self.called))


def usage(**more: Any) -> dict[str, Any]:
    return {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12} | more


def pieces(text: str) -> list[str]:
    return re.findall(r"\S+\s*", text)


def body(**error: Any) -> str:
    return json.dumps({"error": error})


DONE = "data: [DONE]"


# OpenAI: a role first, calls in pieces, usage in a chunk without choices.


def openai_words(text: str) -> list[Part]:
    return [chunk({"role": "assistant", "content": "", "refusal": None}), *words(text)]


def openai_calls(called: Calls) -> list[Part]:
    parts: list[Part] = [chunk({"role": "assistant", "content": None})]
    for place, (name, arguments) in enumerate(called):
        parts.append(chunk({"tool_calls": [call(name, "", id=f"call_{place}", index=place)]}))
        text = json.dumps(arguments)
        for piece in (text[:5], text[5:]):
            parts.append(chunk({"tool_calls": [{"index": place, "function": {"arguments": piece}}]}))
    return parts


def openai_error(kind: str, code: str | None, message: str = SECRET, param: str | None = None) -> str:
    return body(message=message, type=kind, param=param, code=code)


OPENAI = Dialect(
    settings={"taskchat_model": "openai/gpt-x", "openai_api_key": "k"},
    words=openai_words,
    calls=openai_calls,
    end=(chunk(finish="stop"), chunk(usage=usage(prompt_tokens_details={"cached_tokens": 0})), DONE),
    called=(chunk(finish="tool_calls"), chunk(usage=usage()), DONE),
    refusals={
        "key": (refuses(401, body=openai_error("invalid_request_error", "invalid_api_key")), "key_refused"),
        "quota": (refuses(429, "0", openai_error("insufficient_quota", "insufficient_quota")), "no_quota"),
        "rate": (refuses(429, "90", openai_error("requests", "rate_limit_exceeded")), "busy"),
        "model": (refuses(404, body=openai_error("invalid_request_error", "model_not_found")), "no_model"),
        "room": (refuses(400, body=openai_error("invalid_request_error", "context_length_exceeded")), "too_long"),
        "policy": (refuses(400, body=openai_error("invalid_request_error", "content_policy_violation")), "declined"),
        "down": (refuses(500, "0", openai_error("server_error", None)), "down"),
    },
    inside=f"data: {openai_error('server_error', 'server_error')}",
    declined=(chunk({"refusal": SECRET}), chunk(finish="content_filter"), DONE),
    parallel=True,
    waits=(
        (refuses(429, body=openai_error("tokens", "rate_limit_exceeded", "Please try again in 1m12s. Visit …")), 72.0),
        (refuses(429, body=openai_error("requests", "rate_limit_exceeded", "Please try again in 350ms.")), 0.35),
    ),
)


# Gemini: whole calls without an index, each with a thought of its own, "stop" behind them, errors in a list.


def gemini_words(text: str) -> list[Part]:
    """No role of its own, usage in every chunk."""
    return [chunk({"content": piece, "role": "assistant"}, usage=usage()) for piece in pieces(text)]


def gemini_calls(called: Calls) -> list[Part]:
    made = [call(name, arguments, id="function-call-1", index=None) for name, arguments in called]
    made[0] |= {"extra_content": {"google": {"thought_signature": "sealed"}}}
    return [chunk({"role": "assistant", "tool_calls": made})]


def gemini_error(code: int, status: str, message: str = SECRET, *details: dict[str, Any]) -> str:
    return f"[{body(code=code, message=message, status=status, details=list(details))}]"


RETRY_INFO = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34.074824224s"}
PER_DAY = {
    "@type": "type.googleapis.com/google.rpc.QuotaFailure",
    "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}],
}
BAD_KEY = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}
GEMINI = Dialect(
    settings={"taskchat_model": "gemini/gemini-x", "gemini_api_key": "k"},
    words=gemini_words,
    calls=gemini_calls,
    end=(chunk({"role": "assistant"}, "stop", usage=usage()), DONE),
    called=(chunk({"role": "assistant"}, "stop", usage=usage()), DONE),
    refusals={
        "key": (refuses(400, body=gemini_error(400, "INVALID_ARGUMENT", SECRET, BAD_KEY)), "key_refused"),
        "no key": (
            refuses(400, body=gemini_error(400, "INVALID_ARGUMENT", "Missing or invalid Authorization header.")),
            "key_refused",
        ),
        "leaked key": (refuses(403, body=gemini_error(403, "PERMISSION_DENIED")), "key_refused"),
        "day": (refuses(429, body=gemini_error(429, "RESOURCE_EXHAUSTED", SECRET, PER_DAY, RETRY_INFO)), "no_quota"),
        "minute": (refuses(429, body=gemini_error(429, "RESOURCE_EXHAUSTED", SECRET, RETRY_INFO)), "busy"),
        "model": (refuses(404, body=gemini_error(404, "NOT_FOUND")), "no_model"),
        "room": (
            refuses(400, body=gemini_error(400, "INVALID_ARGUMENT", "The input token count exceeds the maximum")),
            "too_long",
        ),
        "no tools": (
            refuses(400, body=gemini_error(400, "INVALID_ARGUMENT", "Function calling is not enabled for this model")),
            "no_tools",
        ),
        "argument": (refuses(400, body=gemini_error(400, "INVALID_ARGUMENT")), "refused"),
        "overloaded": (refuses(503, body=gemini_error(503, "UNAVAILABLE")), "down"),
    },
    inside=f"data: {body(code=503, message=SECRET, status='UNAVAILABLE')}",
    declined=(chunk({"role": "assistant"}, "content_filter: PROHIBITED_CONTENT"), DONE),
    waits=((refuses(429, body=gemini_error(429, "RESOURCE_EXHAUSTED", SECRET, RETRY_INFO)), 34.074824224),),
)


# OpenRouter: comments while it waits, thoughts beside the calls, its own error in the middle of a stream.

PROCESSING = ": OPENROUTER PROCESSING"
SEALED = {"type": "reasoning.encrypted", "data": "sealed", "id": "tool_1", "format": "google-gemini-v1", "index": 0}


def openrouter_chunk(delta: dict[str, Any], finish: str | None = None, native: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish, "native_finish_reason": native, "logprobs": None}
    return chunk(provider="Google AI Studio") | {"choices": [choice]}


def openrouter_words(text: str) -> list[Part]:
    return [PROCESSING, PROCESSING, *(openrouter_chunk({"role": "assistant", "content": one}) for one in pieces(text))]


def openrouter_calls(called: Calls) -> list[Part]:
    made = [call(name, args, id=f"tool_{place}", index=place) for place, (name, args) in enumerate(called)]
    return [
        PROCESSING,
        openrouter_chunk({"role": "assistant", "content": "", "tool_calls": made}),
        openrouter_chunk({"role": "assistant", "content": "", "reasoning_details": [SEALED]}),
    ]


OPENROUTER = Dialect(
    settings={"taskchat_model": "openrouter/google/gemini-x", "taskchat_model_key": "k"},
    words=openrouter_words,
    calls=openrouter_calls,
    end=(
        openrouter_chunk({"role": "assistant", "content": ""}, "stop", "STOP"),
        openrouter_chunk({"role": "assistant", "content": ""}) | {"usage": usage(cost=0.0001)},
        DONE,
    ),
    called=(
        openrouter_chunk({"role": "assistant", "content": ""}, "tool_calls", "STOP"),
        openrouter_chunk({"role": "assistant", "content": ""}) | {"usage": usage(cost=0.0001)},
        DONE,
    ),
    refusals={
        "key": (refuses(401, body=body(message=SECRET, code=401)), "key_refused"),
        "credits": (refuses(402, body=body(message=SECRET, code=402)), "no_quota"),
        "moderation": (
            refuses(
                403, body=body(message="Your chosen model requires moderation and your input was flagged", code=403)
            ),
            "declined",
        ),
        "model": (refuses(400, body=body(message="x/y is not a valid model ID", code=400)), "no_model"),
        "no tools": (
            refuses(404, body=body(message="No endpoints found that support tool use.", code=404)),
            "no_tools",
        ),
        "rate": (refuses(429, "90", body(message=SECRET, code=429)), "busy"),
        "behind it": (
            refuses(400, body=body(message="Provider returned error", code=400, metadata={"raw": SECRET})),
            "refused",
        ),
        "down": (refuses(502, body=body(message=SECRET, code=502)), "down"),
        "none": (refuses(503, body=body(message=SECRET, code=503)), "down"),
    },
    inside=openrouter_chunk({"content": ""}, "error") | {"error": {"code": 502, "message": SECRET}},
    declined=(openrouter_chunk({"content": ""}, "content_filter", "SAFETY"), DONE),
    parallel=True,
    waits=((refuses(429, "30", body(message=SECRET, code=429)), 30.0),),
)


# Ollama: whole calls in one chunk, all under one index, "stop" behind them, errors in two shapes.


def ollama_calls(called: Calls) -> list[Part]:
    made = [
        {"id": "", "index": 0, "type": "function", "function": {"name": name, "arguments": arguments}}
        for name, arguments in called
    ]
    return [chunk({"role": "assistant", "content": "", "tool_calls": made})]


OLLAMA = Dialect(
    settings={"taskchat_model": "ollama/qwen3:4b"},
    words=lambda text: [chunk({"role": "assistant", "content": piece}) for piece in pieces(text)],
    calls=ollama_calls,
    end=(chunk({"role": "assistant", "content": ""}, "stop"), chunk(usage=usage()), DONE),
    called=(chunk({"role": "assistant", "content": ""}, "stop"), chunk(usage=usage()), DONE),
    refusals={
        "model": (
            refuses(404, body=body(message='model "x" not found, try pulling it first', type="api_error", code=None)),
            "no_model",
        ),
        "no tools": (
            refuses(400, body=body(message="library/gemma3:4b does not support tools", type="api_error")),
            "no_tools",
        ),
        "bare": (refuses(400, body=json.dumps({"error": "qwen:0.5b does not support tools"})), "no_tools"),
        "memory": (refuses(500, body=body(message=SECRET, type="api_error")), "down"),
    },
    inside=f"data: {json.dumps({'error': SECRET})}",
    declined=(chunk(finish="content_filter"), DONE),
)


# Any other, as vLLM and its like: thoughts in a field of their own, tools only where they were switched on.

ANY = Dialect(
    settings={"taskchat_model": "meta/llama-x"},
    words=lambda text: [chunk({"role": "assistant", "reasoning_content": SECRET}), *words(text)],
    calls=openai_calls,
    end=(chunk(finish="stop", stop_reason=None), chunk(usage=usage()), DONE),
    called=(chunk(finish="tool_calls"), chunk(usage=usage()), DONE),
    refusals={
        "key": (refuses(401, body=json.dumps({"error": "Unauthorized"})), "key_refused"),
        "no tools": (
            refuses(400, body=json.dumps({"message": '"auto" tool choice requires --enable-auto-tool-choice'})),
            "no_tools",
        ),
        "room": (
            refuses(400, body=json.dumps({"object": "error", "message": "maximum context length is 4096"})),
            "too_long",
        ),
        "proxy": (refuses(502, body="<html>SECRET</html>"), "down"),
    },
    inside=f"data: {body(message=SECRET, code=500)}",
    declined=(chunk(finish="content_filter"), DONE),
    parallel=True,
)  # fmt: skip

DIALECTS = {"openai": OPENAI, "gemini": GEMINI, "openrouter": OPENROUTER, "ollama": OLLAMA, "any": ANY}
BROKEN: dict[str, tuple[tuple[Part, ...], str]] = {
    "cut": ((CUT,), "cut_short"),
    "no end": ((), "cut_short"),
    "no room": ((chunk(finish="length"), DONE), "cut_short"),
    "garbage": (("data: {{{not json",), "unreadable"),
}
"""What may come behind half an answer of any of them, and what that is."""
