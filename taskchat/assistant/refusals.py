"""What a provider's refusal means: its cause, and how long it asks to wait, whoever sent it.

Google sends a list with one error in it, Ollama sometimes a bare sentence, OpenRouter a code of its own inside a stream
that has sent its 200, and what went wrong at the provider behind it as text. None of their words go any further (U-02).
"""

import re
from collections.abc import Iterator
from typing import Any

from openai import APIError, APIStatusError

BY_WORDS = {
    "key_refused": ("api key not valid", "api_key_invalid", "invalid_api_key", "key expired", "authorization header"),
    "no_quota": ("insufficient_quota", "billing_hard_limit", "perday", "per day"),
    "too_long": ("context_length", "context length", "context window", "too many tokens", "token count"),
    "no_tools": ("support tools", "support tool use", "support function calling", "tool-choice", "is not enabled for"),
    "no_model": ("model_not_found", "try pulling", "not a valid model"),
    "declined": ("content_policy", "content management policy", "requires moderation", "input was flagged"),
}
"""Cause → what is said where it is meant, whatever the status; the first that is found."""
BY_STATUS = {401: "key_refused", 402: "no_quota", 403: "key_refused", 404: "no_model", 408: "slow", 413: "too_long"}
BY_CODE = {"rate_limit_exceeded": 429, "server_error": 500, "overloaded_error": 529}
"""The status behind a code in words, for an error inside a stream."""
A_WAIT = re.compile(r"(?:retry|try again) in (?:(\d+)m)?\s?(\d+(?:\.\d+)?)(ms|s)")
"""As OpenAI and Google write it into their sentence."""


def cause_in(error: APIError) -> str:
    """The row of the table in `trouble`; "" for an error inside a stream that does not say what it is."""
    said = " ".join(_texts(error.body)).lower()
    status = status_of(error)
    readable = ("no_quota",) if status == 429 else tuple(BY_WORDS) if 400 <= status < 500 else ()
    if not status:
        return ""
    if found := _by_words(said, readable):
        return found
    return BY_STATUS.get(status) or ("busy" if status == 429 else "down" if status >= 500 else "refused")


def _by_words(said: str, causes: tuple[str, ...]) -> str:
    return next((cause for cause in causes if any(word in said for word in BY_WORDS[cause])), "")


def status_of(error: APIError) -> int:
    """Of the answer, or the one an error inside a stream names; 0 where it names none."""
    if isinstance(error, APIStatusError):
        return error.status_code
    code = _inner(error.body).get("code")
    if isinstance(code, int) or (isinstance(code, str) and code.isdigit()):
        return int(code)
    return BY_CODE.get(str(code), 0)


def wait_in(error: APIError) -> float | None:
    """Seconds; None where it asks for none, or only for a date."""
    return _in_headers(error) or _in_details(error.body) or _in_words(_inner(error.body).get("message"))


def _in_headers(error: APIError) -> float | None:
    if not isinstance(error, APIStatusError):
        return None
    try:
        return max(0.001, float(error.response.headers.get("retry-after", "")))
    except ValueError:
        return None


def _in_details(body: object) -> float | None:
    """Google's RetryInfo: `"retryDelay": "34.07s"`."""
    details = _inner(body).get("details")
    for detail in details if isinstance(details, list) else []:
        delay = detail.get("retryDelay") if isinstance(detail, dict) else None
        if isinstance(delay, str) and re.fullmatch(r"\d+(\.\d+)?s", delay):
            return float(delay[:-1])
    return None


def _in_words(said: object) -> float | None:
    if not isinstance(said, str) or (found := A_WAIT.search(said.lower())) is None:
        return None
    minutes, count, unit = found.groups()
    return int(minutes or 0) * 60 + float(count) / (1000 if unit == "ms" else 1)


def _inner(body: object) -> dict[str, Any]:
    """The one object that says something, out of whatever is around it."""
    match body:
        case [first, *_]:
            return _inner(first)
        case {"error": dict() | list() as inner}:
            return _inner(inner)
        case {"error": str() as sentence} | str(sentence):
            return {"message": sentence}
        case dict():
            return body
    return {}


def _texts(body: object) -> Iterator[str]:
    """Everything that is said anywhere in it; a provider behind the provider is quoted as text."""
    match body:
        case str():
            yield body
        case list():
            for each in body:
                yield from _texts(each)
        case dict():
            for each in body.values():
                yield from _texts(each)
