"""The door between a model and the services: one call in, one short JSON text out, every call on record."""

import asyncio
import inspect
import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable
from functools import wraps
from time import perf_counter
from typing import Any

from agents import FunctionTool, RunContextWrapper, ToolErrorFormatterArgs, function_tool
from agents.tool_context import ToolContext
from chatkit.agents import AgentContext

from taskchat.assistant.arguments import NOTHING_DONE, UNREADABLE, plain, read_arguments
from taskchat.assistant.context import Turn
from taskchat.assistant.told import Told, set_apart
from taskchat.assistant.trouble import sentence
from taskchat.domain.text import clean
from taskchat.errors import Invalid, NotSignedIn, TaskChatError
from taskchat.services import accounts, activity

log = logging.getLogger(__name__)

Context = RunContextWrapper[AgentContext[Turn]]
Work = Callable[..., Told]
"""The body of a tool: a plain function that takes the turn first and is run in a worker thread."""

TITLE_CUT = 50
UNKNOWN = "There is no tool “{}”. Use one of those you were given, or say that it cannot be done."
SIGNED_OUT = f"You were signed out. {NOTHING_DONE}"
Words = list[str] | None
"""Names; see `arguments` for how models write them."""


def tool(work: Work) -> FunctionTool:
    """`work` as a tool of the agent: same name, same arguments but for the turn, its docstring is the prompt."""

    @wraps(work)
    async def call(context: Context, *args: Any, **kwargs: Any) -> str:
        given = inspect.signature(work).bind_partial(None, *args, **kwargs).arguments
        arguments = {name: value for name, value in list(given.items())[1:] if value is not None}
        return await carried_out(context.context.request_context, work.__name__, work, arguments)

    turn, *rest = inspect.signature(work).parameters.values()
    signature = inspect.Signature([turn.replace(name="context", annotation=Context), *rest], return_annotation=str)
    call.__signature__ = signature  # pyright: ignore[reportAttributeAccessIssue] - what the SDK makes the schema from
    call.__annotations__ = {p.name: p.annotation for p in signature.parameters.values()} | {"return": str}
    return _forgiving(function_tool(call, strict_mode=False, failure_error_function=_unreadable))


def _forgiving(made: FunctionTool) -> FunctionTool:
    """The same, shown to models in a schema all of them read, and taking arguments as all of them write them."""
    schema = made.params_json_schema = plain(made.params_json_schema)
    strict = made.on_invoke_tool

    async def invoked(context: ToolContext[Any], text: str) -> Any:
        try:
            given = read_arguments(text, schema)
        except Invalid as error:
            return await _unreadable(context, error)
        result = await strict(context, json.dumps(given.arguments, ensure_ascii=False))
        return as_text(json.loads(result) | {"ignored": given.ignored}) if given.ignored else result

    made.on_invoke_tool = invoked
    return made


async def carried_out(turn: Turn, name: str, work: Work, arguments: dict[str, Any]) -> str:
    """One after another within a message; once started it is finished and recorded, whoever stops waiting."""
    async with turn.order:
        return await asyncio.shield(asyncio.to_thread(_recorded, turn, name, work, arguments))


def _recorded(turn: Turn, name: str, work: Work, arguments: dict[str, Any]) -> str:
    started = perf_counter()
    result = _tried(turn, work, arguments)
    _record(turn, name, arguments, result, round((perf_counter() - started) * 1000))
    return as_text(result)


def as_text(result: Told) -> str:
    return json.dumps(set_apart(result), ensure_ascii=False, separators=(",", ":"))


def _tried(turn: Turn, work: Work, arguments: dict[str, Any]) -> Told:
    """A door: here every error ends, as a sentence the model can act on (C-08, U-02)."""
    try:
        if turn.seat.session and accounts.by_session(turn.seat.session, now=turn.now) is None:
            raise NotSignedIn(SIGNED_OUT)
        return work(turn, **arguments)
    except TaskChatError as error:
        return {"error": error.message}
    except Exception:
        log.exception("tool %s failed", getattr(work, "__name__", "?"))
        return {"error": sentence("tool_failed")}


def _record(turn: Turn, name: str, arguments: dict[str, Any], result: Told, milliseconds: int = 0) -> None:
    text = json.dumps(shortened(arguments), ensure_ascii=False, default=str)
    try:
        activity.record_call(
            turn.person, turn.thread_id or None, name, text, outcome(result), milliseconds, now=turn.now
        )
    except TaskChatError:
        log.exception("call of %s not recorded", name)


def shortened(arguments: dict[str, Any]) -> dict[str, Any]:
    """Arguments fit for the record: texts cut to 50 (C-09), and no list longer than that."""
    return {name: _short(value) for name, value in arguments.items()}


def _short(value: Any) -> Any:
    if isinstance(value, list):
        return [_short(each) for each in value[:TITLE_CUT]]
    return value[:TITLE_CUT] if isinstance(value, str) else value


def outcome(result: Told) -> str:
    """How a call ended, in one word or one sentence."""
    if "error" in result:
        return f"failed: {result['error']}"
    return next((word for word in ("ask", "waits") if word in result), "done")


async def unknown_tool(asked: ToolErrorFormatterArgs[AgentContext[Turn]]) -> str | None:
    """The answer to a call of a tool that is not there; it is on record like any other (C-09)."""
    if asked.kind != "tool_not_found":
        return None
    name = clean(asked.tool_name)[:TITLE_CUT]
    result: Told = {"error": UNKNOWN.format(name)}
    await asyncio.to_thread(_record, asked.run_context.context.request_context, name, {}, result)
    return as_text(result)


def record_refused(turn: Turn, names: Iterable[str]) -> None:
    """Calls that were too many to be made, one line for each tool."""
    for name, count in Counter(names).items():
        _record(turn, name[:TITLE_CUT], {"calls": count}, {"error": sentence("too_many_steps", done="")})


async def _unreadable(context: RunContextWrapper[Any], error: Exception) -> str:
    """Arguments that fit no schema: on record too, and a sentence instead of the SDK's own words."""
    name = context.tool_name if isinstance(context, ToolContext) else "?"
    given = context.tool_arguments if isinstance(context, ToolContext) else ""
    log.info("arguments of %s not readable: %s", name, type(error).__name__)
    why = error.message if isinstance(error, Invalid) else UNREADABLE
    result: Told = {"error": f"{why} {NOTHING_DONE}"}
    turn: Turn = context.context.request_context
    await asyncio.to_thread(_record, turn, name, {"unreadable": given}, result)
    return as_text(result)
