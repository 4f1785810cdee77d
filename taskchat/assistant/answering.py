"""One answer of the agent, as ChatKit events: the Agents SDK runs, its steps show, and every end is honest."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, cast

from agents import AgentsException, RunConfig, Runner
from agents.models.multi_provider import MultiProvider
from chatkit.agents import AgentContext, stream_agent_response
from chatkit.types import Page, ThreadItem, ThreadMetadata, ThreadStreamEvent

from taskchat.assistant.agent import AGENT, instructions
from taskchat.assistant.answer import local_now
from taskchat.assistant.careful import Careful
from taskchat.assistant.context import Turn
from taskchat.assistant.loose import LooseEnds
from taskchat.assistant.metered import Metered
from taskchat.assistant.models import Models
from taskchat.assistant.record import Record
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.tool_door import unknown_tool
from taskchat.assistant.tool_steps import ToolSteps
from taskchat.assistant.tools import TOOLS
from taskchat.assistant.trouble import Trouble, note, told
from taskchat.assistant.wired import ASKED

HARD_TO_REACH = 0.05
"""Seconds."""
log = logging.getLogger(__name__)


class _Anew(ThreadStore):
    """The SDK reads the end of the thread to go on with a workflow there; each answer of ours has its own."""

    async def load_thread_items(
        self, thread_id: str, after: str | None, limit: int, order: str, context: Turn
    ) -> Page[ThreadItem]:
        return Page()


def ask(store: ThreadStore, models: Models, record: Record, turn: Turn, heard: list[Any]) -> Answering:
    """Ask the model about `heard`, the SDK's input items; reading the answer's `events` starts the agent on it."""
    asked = asyncio.Event()
    ASKED.set(asked.set)
    model = models.model_for(turn)
    ahead = model.ask_ahead(instructions(turn), heard, AGENT.model_settings, list(TOOLS))
    if ahead is not None:
        ahead.add_done_callback(lambda _: asked.set())
    return Answering(
        store, models.speaker_for(turn), models.steps_for(turn), record, turn, heard, model, asked if ahead else None
    )


@dataclass(frozen=True, slots=True)
class Answering:
    """An answer on its way: asked for first and read later, so that the model thinks while other things are told."""

    store: ThreadStore
    speaker: str
    steps: int
    """How often the model is asked at most."""
    record: Record
    turn: Turn
    heard: list[Any]
    model: Careful | Metered
    asked: asyncio.Event | None
    """Set when a model far away has been asked; None for one that thinks only when it is read."""
    loose: LooseEnds = field(default_factory=LooseEnds)

    async def wait(self) -> None:
        """Until the model has been asked, or seems hard to reach: what is done before that, it waits for."""
        if self.asked is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(HARD_TO_REACH):
                    await self.asked.wait()

    async def events(self) -> AsyncIterator[ThreadStreamEvent]:
        """The events of the answer; raises Trouble after the last one it has."""
        trouble: Trouble | None = None
        try:
            async for event in self._stream():
                yield self.record.seen(event)
                await self._keep()
        except (Trouble, AgentsException) as error:
            trouble = told(error, self.speaker).after(self.record.told())
            note(log, f"no whole answer in run {self.turn.run_id}", trouble.cause, error.__cause__)
        finally:
            await self.let_go()
        for event in self.record.broken_off("cut" if trouble else "complete"):
            yield event
        if trouble:
            raise trouble

    async def _stream(self) -> AsyncIterator[ThreadStreamEvent]:
        thread = ThreadMetadata(id=self.turn.thread_id, created_at=local_now())
        context: AgentContext[Turn] = AgentContext(thread=thread, store=_Anew(), request_context=self.turn)
        context._events = self.loose.queue
        self.record.steps = ToolSteps(context)
        result = self.record.result = Runner.run_streamed(
            AGENT,
            self.heard,
            context=context,
            max_turns=self.steps,
            hooks=self.record.steps,
            run_config=replace(RUN, model=self.model),
        )
        async for event in stream_agent_response(context, cast(Any, self.loose.tapped(result))):
            yield event
        if result.run_loop_exception is not None:
            raise result.run_loop_exception

    async def _keep(self) -> None:
        for answer in self.record.due():
            await self.store.add_thread_item(self.turn.thread_id, answer, context=self.turn)

    async def let_go(self) -> None:
        """Without this the agent goes on to its end after Stop: the stream is read and tools run (P3)."""
        if self.record.result is not None:
            self.record.result.cancel()
        await self.loose.tie_up()
        await self.model.forget()


RUN = RunConfig(
    model_provider=MultiProvider(),
    tracing_disabled=True,
    trace_include_sensitive_data=False,
    tool_not_found_behavior="return_error_to_model",
    tool_error_formatter=unknown_tool,
    reasoning_item_id_policy="omit",
)
