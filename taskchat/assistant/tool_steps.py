"""Tool runs as a person sees them happen: each call is a step of a workflow item, kept in the thread (V)."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from agents import Agent, ModelResponse, RunContextWrapper, RunHooks, Tool
from agents.tool_context import ToolContext
from chatkit.agents import AgentContext
from chatkit.types import (
    CustomTask,
    DurationSummary,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemUpdatedEvent,
    ThreadStreamEvent,
    Workflow,
    WorkflowItem,
    WorkflowTaskAdded,
    WorkflowTaskUpdated,
)
from openai.types.responses import ResponseFunctionToolCall

from taskchat.assistant.answer import local_now
from taskchat.assistant.context import Turn
from taskchat.assistant.steps import Step, doing, done
from taskchat.assistant.told import put_together
from taskchat.assistant.tool_door import record_refused
from taskchat.assistant.trouble import Trouble

STOPPED = "lucide:circle-stop"
MOST_CALLS = 200
"""Tool calls of one message: a pasted list has fewer, a model that has lost its way has more."""


@dataclass(slots=True)
class _Running:
    """A call between its start and its end."""

    item: WorkflowItem
    index: int
    tool: str
    arguments: dict[str, Any]
    started: float


class ToolSteps(RunHooks[AgentContext[Turn]]):
    """The steps of one run.

    The SDK passes workflow items on by reference and finds a task's place by equality (P11), so this keeps the items
    itself, sends deep copies, and counts the places.
    """

    def __init__(self, context: AgentContext[Turn]) -> None:
        self.context = context
        self.items: dict[str, WorkflowItem] = {}
        self.finished: list[str] = []
        """What came of each call, in words."""
        self.idle = asyncio.Event()
        self.idle.set()
        self._called = 0
        self._open: WorkflowItem | None = None
        self._running: dict[str, _Running] = {}
        self._writing = asyncio.Lock()

    async def on_llm_end(
        self, context: RunContextWrapper[AgentContext[Turn]], agent: Agent[Any], response: ModelResponse
    ) -> None:
        """Words close the workflow before them: what is called next stands below the words.

        Raises Trouble before the first of too many calls is made.
        """
        if any(item.type == "message" for item in response.output):
            self._open = None
        names = [item.name for item in response.output if isinstance(item, ResponseFunctionToolCall)]
        self._called += len(names)
        if self._called > MOST_CALLS:
            await asyncio.to_thread(record_refused, self.context.request_context, names)
            raise Trouble("too_many_steps")

    async def on_tool_start(
        self, context: RunContextWrapper[AgentContext[Turn]], agent: Agent[Any], tool: Tool
    ) -> None:
        if not isinstance(context, ToolContext):
            return
        self.idle.clear()
        item = self._open = self._open or self._new_item()
        running = _Running(item, len(item.workflow.tasks), tool.name, _object(context.tool_arguments), perf_counter())
        self._running[context.tool_call_id] = running
        item.workflow.tasks.append(_task(running))
        await self.context.stream(self._began(running))

    async def on_tool_end(
        self, context: RunContextWrapper[AgentContext[Turn]], agent: Agent[Any], tool: Tool, result: object
    ) -> None:
        running = self._running.pop(context.tool_call_id, None) if isinstance(context, ToolContext) else None
        if running is None:
            return
        result = put_together(_object(str(result), failing="error"))
        came_of_it = done(running.tool, running.arguments, result)
        self.finished.append(came_of_it.title)
        running.item.workflow.tasks[running.index] = _task(running, came_of_it, result, self._group)
        await self.context.stream(_changed(running))
        await self._keep(running.item)
        if not self._running:
            self.idle.set()

    @property
    def _group(self) -> str:
        return self.context.request_context.message_id

    def true(self, event: ThreadStreamEvent) -> ThreadStreamEvent:
        """The event as it should be: where the SDK ends a workflow of ours, with what we know of it."""
        if not isinstance(event, ThreadItemDoneEvent) or event.item.id not in self.items:
            return event
        return self._ended(self.items[event.item.id], event.item)

    def close(self) -> Iterator[ThreadStreamEvent]:
        """Ends what is still open when the run is over: nothing stays "loading" for ever (3.4)."""
        for running in self._running.values():
            running.item.workflow.tasks[running.index] = _stopped(running)
        self._running.clear()
        for item in self.items.values():
            if item.workflow.summary is None:
                yield self._ended(item)

    def _new_item(self) -> WorkflowItem:
        item = WorkflowItem(
            id=self.context.generate_id("workflow"),
            thread_id=self.context.thread.id,
            created_at=local_now(),
            workflow=Workflow(type="custom", tasks=[], expanded=True),
        )
        self.items[item.id] = item
        return item

    def _began(self, running: _Running) -> ThreadStreamEvent:
        item = running.item.model_copy(deep=True)
        if running.index == 0:
            return ThreadItemAddedEvent(item=item)
        added = WorkflowTaskAdded(task=item.workflow.tasks[running.index], task_index=running.index)
        return ThreadItemUpdatedEvent(item_id=item.id, update=added)

    def _ended(self, item: WorkflowItem, as_ended: Any = None) -> ThreadItemDoneEvent:
        summary = as_ended.workflow.summary if isinstance(as_ended, WorkflowItem) else None
        seconds = int((local_now() - item.created_at).total_seconds())
        item.workflow.summary = summary or DurationSummary(duration=seconds)
        item.workflow.expanded = False
        self._open = None if self._open is item else self._open
        return ThreadItemDoneEvent(item=item.model_copy(deep=True))

    async def _keep(self, item: WorkflowItem) -> None:
        """Each finished step is saved as it finishes (P-01); one write at a time, so that none is overtaken."""
        async with self._writing:
            copy = item.model_copy(deep=True)
            await self.context.store.add_thread_item(self.context.thread.id, copy, self.context.request_context)


def _changed(running: _Running) -> ThreadStreamEvent:
    task = running.item.workflow.tasks[running.index].model_copy(deep=True)
    update = WorkflowTaskUpdated(task=task, task_index=running.index)
    return ThreadItemUpdatedEvent(item_id=running.item.id, update=update)


def _task(running: _Running, step: Step | None = None, result: Any = None, group: str = "") -> CustomTask:
    """ChatKit has no failed state: icon and title say it, `content` holds the rest as JSON (decision 25)."""
    content: dict[str, Any] = {"tool": running.tool, "arguments": running.arguments}
    if step is None:
        title = doing(running.tool, running.arguments)
        return CustomTask(title=title, icon="lucide:loader-circle", status_indicator="loading", content=_json(content))
    content |= {"result": result, "ms": round((perf_counter() - running.started) * 1000), "group": group}
    content |= {
        "state": _state(step),
        "tasks": [{"id": t.id, "title": t.title, "due": t.due_words} for t in step.tasks],
    }
    return CustomTask(title=step.title, icon=_icon(step.icon), status_indicator="complete", content=_json(content))


def _stopped(running: _Running) -> CustomTask:
    title = doing(running.tool, running.arguments).rstrip("…")
    content = {"tool": running.tool, "arguments": running.arguments, "state": "stopped"}
    return CustomTask(title=f"Stopped: {title}", icon=STOPPED, status_indicator="complete", content=_json(content))


def _state(step: Step) -> str:
    if "pause" in step.icon:
        return "waiting"
    return "done" if step.ok else "failed"


def _icon(name: str) -> Any:
    return name if ":" in name else f"lucide:{name}"


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, default=str)


def _object(text: str, failing: str = "text") -> dict[str, Any]:
    """Arguments and results are JSON objects; what is not is kept as it is under one name."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {failing: text}
    return found if isinstance(found, dict) else {failing: text}
