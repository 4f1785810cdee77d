"""A chat server whose answers the test writes itself, event by event."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from taskchat.assistant.reading import ThreadView
from taskchat.assistant.reduce import from_items, reduce
from taskchat.assistant.retrying import Losses
from taskchat.assistant.sending import Streamed
from taskchat.domain.person import Seat
from taskchat.errors import NotFound, TaskChatError
from taskchat.live import Change, Frame, What, live

WHEN = "2026-11-21T10:00:00"


def user(item_id: str, text: str) -> dict[str, Any]:
    return {
        "id": item_id,
        "type": "user_message",
        "content": [{"type": "input_text", "text": text}],
        "created_at": WHEN,
    }


def answer(item_id: str, text: str = "") -> dict[str, Any]:
    content = [{"type": "output_text", "text": text, "annotations": []}]
    return {"id": item_id, "type": "assistant_message", "content": content, "created_at": WHEN, "model": "Built-in"}


def added(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "thread.item.added", "item": item}


def done(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "thread.item.done", "item": item}


def delta(item_id: str, text: str) -> dict[str, Any]:
    update = {"type": "assistant_message.content_part.text_delta", "content_index": 0, "delta": text}
    return {"type": "thread.item.updated", "item_id": item_id, "update": update}


def step(title: str, *, state: str = "done", tasks: tuple[str, ...] = (), tool: str = "create_task") -> dict[str, Any]:
    content = {"tool": tool, "arguments": {"title": "x"}, "result": {"did": "created"}, "ms": 38, "state": state}
    told = [{"id": task, "title": task, "due": "tomorrow, Sun 22 Nov, at 17:00"} for task in tasks]
    text = json.dumps(content | {"tasks": told, "group": "msg_1"})
    return {"type": "custom", "title": title, "icon": "check", "status_indicator": "complete", "content": text}


def workflow(item_id: str, *tasks: dict[str, Any]) -> dict[str, Any]:
    return {"id": item_id, "type": "workflow", "workflow": {"type": "custom", "tasks": [*tasks]}, "created_at": WHEN}


@dataclass
class Run:
    id: str
    events: list[dict[str, Any]] = field(default_factory=list)
    over: bool = False
    news: asyncio.Condition = field(default_factory=asyncio.Condition)


@dataclass
class Script:
    """Threads that belong to one person; `say` is the next event of the run that goes on in one of them."""

    owner: str
    items: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    refuses: TaskChatError | None = None
    changes: tuple[str, ...] = ()
    """What trying again would take back, and"""
    later: int = 0
    """how many messages would go."""
    views: int = 0
    runs: dict[str, Run] = field(default_factory=dict)

    def begin(self, thread_id: str, run_id: str = "run_1") -> None:
        self.runs[thread_id] = Run(run_id)
        live().publish(self.owner, Change(What.RUN, (thread_id, run_id)))

    async def say(self, thread_id: str, *events: dict[str, Any]) -> None:
        run = self.runs[thread_id]
        async with run.news:
            run.events += events
            run.news.notify_all()

    async def end(self, thread_id: str) -> None:
        """What was done is stored, and only then it is over."""
        run = self.runs[thread_id]
        self.items[thread_id] += [event["item"] for event in run.events if event["type"] == "thread.item.done"]
        async with run.news:
            run.over = True
            run.news.notify_all()
        live().publish(self.owner, Change(What.RUN, (thread_id, run.id)))

    async def handle(self, seat: Seat, body: bytes, *, now: datetime) -> Streamed | object:
        request = json.loads(body)
        self.asked.append(request)
        if self.refuses is not None:
            raise self.refuses
        thread_id = request["params"].get("thread_id", "thr_new")
        self.items.setdefault(thread_id, [])
        if request["type"] in {"threads.update", "threads.delete", "items.feedback"}:
            return object()
        self.begin(thread_id)
        return Streamed("run_1", thread_id, _no_frames(), self._said(request))

    def _said(self, request: dict[str, Any]) -> str:
        """The message as it is kept; what came under its key before is no new one."""
        said, key = request["params"].get("input", {}), request.get("metadata", {}).get("send_id", "")
        if "content" not in said or key in self.keys:
            return ""
        self.keys.append(key)
        kept = {"id": f"msg_{key}", "type": "user_message", "created_at": WHEN, "content": said["content"]}
        return json.dumps(kept | {"quoted_text": said.get("quoted_text")})

    async def view(self, seat: Seat, thread_id: str, latest: int | None = None) -> ThreadView:
        self.views += 1
        if seat.person.id != self.owner or thread_id not in self.items:
            raise NotFound("This conversation does not exist, or not any more.")
        conversation = from_items(self.items[thread_id][-(latest or 0) :], thread_id=thread_id, title="A title")
        run = self.runs.get(thread_id)
        is_running = run is not None and not run.over
        return ThreadView(thread_id, "A title", conversation, run.id if run and is_running else None, 0)

    async def losses(self, seat: Seat, thread_id: str, item_id: str) -> Losses:
        return Losses(self.changes, self.later)

    async def follow(self, seat: Seat, thread_id: str, after: int = 0) -> AsyncIterator[Frame]:
        return self._frames(thread_id)

    async def _frames(self, thread_id: str) -> AsyncIterator[Frame]:
        """Every reader hears everything from the beginning."""
        run, position = self.runs[thread_id], 0
        while True:
            async with run.news:
                while len(run.events) == position and not run.over:
                    await run.news.wait()
            while position < len(run.events):
                position += 1
                yield Frame(position, json.dumps(run.events[position - 1]).encode())
            if run.over:
                return

    async def stop(self, seat: Seat, thread_id: str) -> None:
        self.stopped.append(thread_id)

    def files_go_to(self, seat: Seat) -> str:
        return "" if seat.person.guest else "Gemini (Google)"


async def _no_frames() -> AsyncIterator[Frame]:
    for frame in ():
        yield frame


def said(*events: dict[str, Any]) -> Any:
    """The conversation after these events."""
    conversation = from_items(())
    for event in events:
        conversation = reduce(conversation, event)
    return conversation
