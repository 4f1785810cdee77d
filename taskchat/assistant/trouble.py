"""What a person is told when a model fails: one sentence each, never the provider's own words (U-02)."""

import httpx2
from agents import AgentsException, MaxTurnsExceeded
from openai import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    NotFoundError,
    OpenAIError,
    PermissionDeniedError,
    RateLimitError,
)

from taskchat.errors import Unavailable

LONGEST_WAIT = 20.0
"""Seconds a Retry-After may ask for and still be waited for while the person looks on."""
TOO_LONG = ("context_length", "context length", "too many tokens", "token count", "maximum context")
FAILURES = (OpenAIError, httpx2.HTTPError, AgentsException, ValueError, TypeError, AttributeError, KeyError)
"""What a model call may raise; the last four come from answers that are not what the protocol says."""


class Trouble(Unavailable):
    """A model failed; `allow_retry` says whether trying again can help."""

    code = "model_unavailable"
    _agents_drain_queued_stream_events = True
    """The SDK's own mark: words that arrived before the failure are read before it is raised (K-11)."""

    def __init__(self, message: str, *, allow_retry: bool = True) -> None:
        super().__init__(message)
        self.allow_retry = allow_retry


def cut_short(name: str) -> Trouble:
    return Trouble(f"{name} broke off in the middle of the answer. What arrived is kept. Try again.")


def no_answer(name: str) -> Trouble:
    return Trouble(f"{name} gave no answer. Your message is kept. Try again.")


def unreadable(name: str) -> Trouble:
    return Trouble(f"{name} sent something that cannot be read. Your message is kept. Try again.")


def declined(name: str) -> Trouble:
    return Trouble(f"{name} declined to answer this. Your message is kept. Try other words.")


def too_slow(name: str) -> Trouble:
    return Trouble(f"{name} took too long to answer. Your message is kept. Try again.")


def told(error: Exception, name: str) -> Trouble:
    """The sentence for whatever a model call raised; `name` is who was asked, for example "Gemini"."""
    match error:
        case Trouble():
            trouble = error
        case MaxTurnsExceeded():
            trouble = Trouble("This took more steps than one answer may have. What was done stays; say what is left.")
        case APITimeoutError() | httpx2.TimeoutException():
            trouble = too_slow(name)
        case APIConnectionError():
            trouble = Trouble(f"{name} cannot be reached. Your message is kept. Try again.")
        case APIStatusError():
            trouble = _status_told(error, name)
        case httpx2.HTTPError():
            trouble = cut_short(name)
        case _:
            trouble = unreadable(name)
    return trouble


def _status_told(error: APIStatusError, name: str) -> Trouble:
    match error:
        case RateLimitError():
            return Trouble(f"{name} has too much to do. Your message is kept. Try again {_when(error)}.")
        case AuthenticationError() | PermissionDeniedError():
            return Trouble(f"{name} refused the key of this server. Whoever runs the server can put that right.")
        case NotFoundError():
            return Trouble(f"{name} does not know the model set on this server. Whoever runs it can put that right.")
    if error.status_code == 413 or any(word in str(error.body).lower() for word in TOO_LONG):
        return Trouble(f"This conversation has grown too long for {name}. Start a new one.", allow_retry=False)
    if error.status_code >= 500:
        return Trouble(f"{name} is not answering. Your message is kept. Try again.")
    return Trouble(f"{name} refused this request. Your message is kept.")


def _when(error: APIStatusError) -> str:
    seconds = asked_to_wait(error)
    return f"in {max(1, round(seconds))} seconds" if seconds is not None and seconds < 120 else "in a few minutes"


def asked_to_wait(error: Exception) -> float | None:
    """Seconds of a Retry-After header; None when there is none, or it is a date."""
    if not isinstance(error, APIStatusError):
        return None
    try:
        return max(0.0, float(error.response.headers.get("retry-after", "")))
    except ValueError:
        return None


def is_broken_line(error: Exception) -> bool:
    """Whether the connection went away, rather than took too long."""
    return isinstance(error, APIConnectionError) and not isinstance(error, APITimeoutError)


def is_worth_another_try(error: Exception) -> bool:
    """Whether asking again at once, without telling the person, makes sense: 429, 5xx, no connection."""
    if isinstance(error, APITimeoutError):
        return False
    if isinstance(error, APIStatusError):
        return error.status_code == 429 or error.status_code >= 500
    return isinstance(error, APIConnectionError)
