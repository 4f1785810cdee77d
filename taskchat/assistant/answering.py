"""One answer of the agent, as ChatKit events: the Agents SDK runs, its steps show, and every end is honest."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, cast

from agents import AgentsException, RunConfig, Runner, RunResultStreaming
from agents.models.multi_provider import MultiProvider
from chatkit.agents import AgentContext, stream_agent_response
from chatkit.types import Page, ThreadItem, ThreadMetadata, ThreadStreamEvent

from taskchat.assistant.agent import AGENT, MAX_ROUNDS
from taskchat.assistant.answer import local_now
from taskchat.assistant.context import Turn
from taskchat.assistant.loose import LooseEnds
from taskchat.assistant.models import Models
from taskchat.assistant.record import Record
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.tool_steps import ToolSteps
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
    """Start the agent on `heard`, the SDK's input items. Its tools wait until the answer's `events` are read."""
    loose = LooseEnds()
    thread = ThreadMetadata(id=turn.thread_id, created_at=local_now())
    context: AgentContext[Turn] = AgentContext(thread=thread, store=_Anew(), request_context=turn)
    context._events = loose.queue
    steps = record.steps = ToolSteps(context)
    asked = asyncio.Event()
    ASKED.set(asked.set)
    result = record.result = Runner.run_streamed(
        AGENT,
        heard,
        context=context,
        max_turns=MAX_ROUNDS,
        hooks=steps,
        run_config=replace(RUN, model=models.model_for(turn)),
    )
    return Answering(store, models.speaker_for(turn), record, turn, context, steps, result, loose, asked)


@dataclass(frozen=True, slots=True)
class Answering:
    """An answer on its way: asked for first and read later, so that the model thinks while other things are told."""

    store: ThreadStore
    speaker: str
    record: Record
    turn: Turn
    context: AgentContext[Turn]
    steps: ToolSteps
    result: RunResultStreaming
    loose: LooseEnds
    asked: asyncio.Event

    async def wait(self) -> None:
        """Until the model has been asked, or seems hard to reach: what is done before that, it waits for."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.asked.wait(), HARD_TO_REACH)

    async def events(self) -> AsyncIterator[ThreadStreamEvent]:
        """The events of the answer; raises Trouble after the last one it has."""
        trouble: Trouble | None = None
        try:
            async for event in self._stream():
                yield self.record.seen(event)
                await self._keep()
        except (Trouble, AgentsException) as error:
            trouble = told(error, self.speaker)
            note(log, f"no whole answer in run {self.turn.run_id}", trouble.cause, error.__cause__)
        finally:
            await self.let_go()
        for event in self.record.broken_off("cut" if trouble else "complete"):
            yield event
        if trouble:
            raise trouble

    async def _stream(self) -> AsyncIterator[ThreadStreamEvent]:
        self.steps.heard.set()
        async for event in stream_agent_response(self.context, cast(Any, self.loose.tapped(self.result))):
            yield event
        if self.result.run_loop_exception is not None:
            raise self.result.run_loop_exception

    async def _keep(self) -> None:
        for answer in self.record.due():
            await self.store.add_thread_item(self.turn.thread_id, answer, context=self.turn)

    async def let_go(self) -> None:
        """Without this the agent goes on to its end after Stop: the stream is read and tools run (P3)."""
        self.result.cancel()
        await self.loose.tie_up()


RUN = RunConfig(
    model_provider=MultiProvider(),
    tracing_disabled=True,
    trace_include_sensitive_data=False,
    tool_not_found_behavior="return_error_to_model",
    reasoning_item_id_policy="omit",
)
