"""What can keep an answer from coming: one table from cause to sentence, and the cause of whatever a model raises.

A person is told the sentence, never the provider's own words (U-02); docs/chat.md shows the same table.
"""

import logging
from dataclasses import dataclass

import httpx2
from agents import AgentsException, MaxTurnsExceeded
from openai import APIConnectionError, APIError, APITimeoutError, OpenAIError

from taskchat.assistant.refusals import cause_in, wait_in
from taskchat.errors import TaskChatError, Unavailable
from taskchat.storage.database import SILENT


@dataclass(frozen=True, slots=True)
class Cause:
    """One row: what the person reads, and whether Retry is offered, which is where the same message can do better.

    `status` is the HTTP answer of what is refused before a stream begins; what happens inside one has sent its 200.
    """

    says: str
    """`{name}` was asked, `{when}` it may go again, `{done}` is what stays, `{most}` or `{seconds}` a setting."""
    retry: bool = True
    built_in: bool = False
    """Whether the built-in assistant is offered instead: where it is the provider that fails. The person decides."""
    status: int | None = None
    level: int = logging.WARNING
    """Of the line in the log, which names the cause alone."""


CAUSES = {
    "key_refused": Cause(
        "{name} refused the key of this server. Your message is kept. Whoever runs the server can put that right.",
        retry=False,
        built_in=True,
        level=logging.ERROR,
    ),
    "no_quota": Cause(
        "{name} has used up what the key of this server may ask for. Your message is kept. "
        "Whoever runs the server can put that right.",
        retry=False,
        built_in=True,
        level=logging.ERROR,
    ),
    "no_model": Cause(
        "{name} does not know the model set on this server. Your message is kept. "
        "Whoever runs the server can put that right.",
        retry=False,
        built_in=True,
        level=logging.ERROR,
    ),
    "no_tools": Cause(
        "The model set on this server can talk, but change nothing. Your message is kept. "
        "Whoever runs the server can choose another one.",
        retry=False,
        built_in=True,
        level=logging.ERROR,
    ),
    "busy": Cause("{name} has too much to do. Your message is kept. Try again {when}.", built_in=True),
    "down": Cause("{name} is not answering. Your message is kept. Try again.", built_in=True),
    "unreachable": Cause("{name} cannot be reached. Your message is kept. Try again.", built_in=True),
    "slow": Cause("{name} took too long to answer. Your message is kept. Try again.", built_in=True),
    "too_long": Cause(
        "This conversation has grown too long for {name}. Your message is kept. Start a new one to go on.",
        retry=False,
        built_in=True,
        level=logging.INFO,
    ),
    "declined": Cause(
        "{name} declined to answer this. Your message is kept. Say it in other words.",
        retry=False,
        built_in=True,
        level=logging.INFO,
    ),
    "refused": Cause(
        "{name} refused this request. Your message is kept. Try again, or say it in other words.", built_in=True
    ),
    "cut_short": Cause("{name} broke off in the middle of the answer. What arrived is kept. Try again.", built_in=True),
    "no_answer": Cause("{name} gave no answer. Your message is kept. Try again.", built_in=True),
    "unreadable": Cause("{name} sent something that cannot be read. Your message is kept. Try again.", built_in=True),
    "too_many_steps": Cause(
        "This took more steps than one answer may have. What was done stays{done}. Say what is left.", retry=False
    ),
    "too_many_tokens": Cause(
        "This took more of {name} than one answer may. What was done stays{done}. Say what is left.", retry=False
    ),
    "tool_failed": Cause(
        "Something went wrong here. Nothing was changed by this step.", retry=False, level=logging.ERROR
    ),
    "minute": Cause(
        "You have sent {most} messages within a minute; that is the limit. Your text is kept. Send it again {when}.",
        retry=False,
        status=429,
        level=logging.INFO,
    ),
    "day": Cause(
        "You have sent {most} messages to {name} within 24 hours; that is the limit here. Your text is kept. "
        "Send it again {when}.",
        retry=False,
        status=429,
        level=logging.INFO,
    ),
    "server_day": Cause(
        "This server has asked {name} as much as it may in a day. What was done stays, and your words are kept. "
        "It goes on {when}.",
        retry=False,
        built_in=True,
        status=429,
    ),
    "database": Cause(SILENT, status=503, level=logging.ERROR),
    "timeout": Cause(
        "This took longer than {seconds} seconds and was stopped. What was done stays{done}.", built_in=True
    ),
    "signed_out": Cause(
        "You were signed out, so this answer was stopped. Your conversation is kept.", retry=False, level=logging.INFO
    ),
    "closing": Cause(
        "The server was restarted in the middle of this answer. What was done stays{done}. Try again.",
        level=logging.INFO,
    ),
    "interrupted": Cause("The server stopped in the middle of this answer. What was done stays. Try again."),
    "lost": Cause("Another part of the server took this answer over. Try again."),
    "mistake": Cause("Something went wrong on this server. Your message is kept. Try again.", level=logging.ERROR),
}
KINDS = (
    (MaxTurnsExceeded, "too_many_steps"),
    ((APITimeoutError, httpx2.TimeoutException), "slow"),
    (APIConnectionError, "unreachable"),
    (httpx2.HTTPError, "cut_short"),
)
"""The cause of each kind of error that is no answer with a status; the first that fits."""
LONGEST_WAIT = 20.0
"""Seconds a provider may ask for and still be waited for while the person looks on."""
WAITED_OUT = {"busy", "down", "unreachable"}
"""Asking again at once, without telling the person, may help; nothing else is asked twice."""
FAILURES = (OpenAIError, httpx2.HTTPError, AgentsException, ValueError, TypeError, AttributeError, KeyError)
"""What a model call may raise; the last four come from answers that are not what the protocol says."""


class Trouble(Unavailable):
    """No answer, or no whole one, for a reason that stands in the table."""

    code = "model_unavailable"
    _agents_drain_queued_stream_events = True
    """The SDK's own mark: words that arrived before the failure are read before it is raised (K-11)."""

    def __init__(self, cause: str, name: str = "", **said: object) -> None:
        self.said: dict[str, object] = {"done": ""} | said
        super().__init__(sentence(cause, name=name, **self.said))
        self.cause = cause
        self.name = name

    def after(self, done: str) -> "Trouble":
        """The same, telling what was done before it (K-08); "" for nothing."""
        return Trouble(self.cause, self.name, **self.said | {"done": f": {done}" if done else ""})


def sentence(cause: str, **said: object) -> str:
    return CAUSES[cause].says.format(**said)


def cause_of(error: TaskChatError) -> str:
    """The row of what ended a stream; "" for what says by itself what is wrong with the request."""
    if isinstance(error, Trouble):
        return error.cause
    return "database" if isinstance(error, Unavailable) else ""


def cause_said(message: str) -> str:
    """The row of a sentence that is always the same."""
    return next((name for name, cause in CAUSES.items() if cause.says == message), "")


def may_retry(cause: str) -> bool:
    return bool(cause) and CAUSES[cause].retry


def offers_built_in(cause: str | None) -> bool:
    """Whether the built-in assistant may answer instead; nobody but the person chooses that (K-10)."""
    return cause in CAUSES and CAUSES[cause].built_in


def note(log: logging.Logger, what: str, cause: str, error: BaseException | None = None) -> None:
    """The line of the log: the cause, and the kind of error and its status; neither its words nor the person's."""
    kind = f" ({type(error).__name__} {getattr(error, 'status_code', '')}".rstrip() + ")" if error else ""
    log.log(CAUSES[cause].level, "%s: %s%s", what, cause, kind)


def told(error: Exception, name: str) -> Trouble:
    """The row for whatever a model call raised; `name` is who was asked, for example "Gemini"."""
    if isinstance(error, Trouble):
        return error
    if (cause := next((cause for kind, cause in KINDS if isinstance(error, kind)), "")) or not isinstance(
        error, APIError
    ):
        return Trouble(cause or "unreadable", name)
    return Trouble(cause_in(error) or "unreadable", name, when=_when(error))


def _when(error: Exception) -> str:
    seconds = asked_to_wait(error)
    return f"in {max(1, round(seconds))} seconds" if seconds is not None and seconds < 120 else "in a few minutes"


def asked_to_wait(error: Exception) -> float | None:
    """Seconds the provider asks for; None when it asks for none."""
    return wait_in(error) if isinstance(error, APIError) else None


def breaks_off(error: Exception) -> bool:
    """Whether it ends an answer that had begun, rather than takes too long or cannot be read."""
    return isinstance(error, APIError) and not isinstance(error, APITimeoutError)
