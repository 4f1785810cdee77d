"""One answer of the agent, as ChatKit events: the Agents SDK runs, its steps show, and every end is honest."""

import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, cast

from agents import AgentsException, RunConfig, Runner
from agents.models.multi_provider import MultiProvider
from chatkit.agents import AgentContext, stream_agent_response
from chatkit.types import ThreadMetadata, ThreadStreamEvent

from taskchat.assistant.agent import MAX_ROUNDS, build_agent
from taskchat.assistant.context import Turn
from taskchat.assistant.loose import LooseEnds
from taskchat.assistant.models import Models
from taskchat.assistant.record import Record
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.tool_steps import ToolSteps
from taskchat.assistant.trouble import Trouble, told

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answering:
    """What an answer needs: where it is kept, who gives it, who takes notes."""

    store: ThreadStore
    models: Models
    record: Record
    loose: LooseEnds = field(default_factory=LooseEnds)

    async def events(self, thread: ThreadMetadata, turn: Turn, heard: list[Any]) -> AsyncIterator[ThreadStreamEvent]:
        """The events of the answer to `heard`, the SDK's input items; raises Trouble after the last one it has."""
        trouble: Trouble | None = None
        try:
            async for event in self._run(thread, turn, heard):
                yield self.record.seen(event)
                await self._keep(thread, turn)
        except (Trouble, AgentsException) as error:
            log.warning("no whole answer in run %s: %s", turn.run_id, type(error).__name__)
            trouble = told(error, self.models.speaker_for(turn))
        finally:
            await self._let_go()
        for event in self.record.broken_off("cut" if trouble else "complete"):
            yield event
        if trouble:
            raise trouble

    async def _run(self, thread: ThreadMetadata, turn: Turn, heard: list[Any]) -> AsyncIterator[ThreadStreamEvent]:
        context: AgentContext[Turn] = AgentContext(thread=thread, store=self.store, request_context=turn)
        context._events = self.loose.queue
        self.record.steps = ToolSteps(context)
        result = self.record.result = Runner.run_streamed(
            build_agent(self.models.model_for(turn), self.models.settings),
            heard,
            context=context,
            max_turns=MAX_ROUNDS,
            hooks=self.record.steps,
            run_config=RUN,
        )
        async for event in stream_agent_response(context, cast(Any, self.loose.tapped(result))):
            yield event
        if result.run_loop_exception is not None:
            raise result.run_loop_exception

    async def _keep(self, thread: ThreadMetadata, turn: Turn) -> None:
        for answer in self.record.due():
            await self.store.add_thread_item(thread.id, answer, context=turn)

    async def _let_go(self) -> None:
        """Without this the agent goes on to its end after Stop: the stream is read and tools run (P3)."""
        if self.record.result is not None:
            self.record.result.cancel()
        await self.loose.tie_up()


RUN = RunConfig(
    model_provider=MultiProvider(),
    tracing_disabled=True,
    trace_include_sensitive_data=False,
    tool_not_found_behavior="return_error_to_model",
    reasoning_item_id_policy="omit",
)
