"""What the SDKs leave behind of an answer: tasks that wait for more of it (P3), and circles that hold it in memory."""

import asyncio
import traceback
from collections.abc import AsyncIterator, Iterable
from typing import Any

from agents import RunResultStreaming

SHOWN = ("response.output_text.", "response.content_part.", "response.output_item.")
"""How the events of a model begin that ChatKit shows. Any other would cost the merge two tasks, and be dropped then."""


class _Queue(asyncio.Queue[Any]):
    """Knows which task waits at it."""

    waiting: asyncio.Task[Any] | None = None

    async def get(self) -> Any:
        self.waiting = asyncio.current_task()
        return await super().get()


class _Tap:
    """A run's result as ChatKit reads it, which knows the task that waits for its next event."""

    def __init__(self, result: RunResultStreaming) -> None:
        self.result = result
        self.waiting: asyncio.Task[Any] | None = None

    def stream_events(self) -> AsyncIterator[Any]:
        self._events = self.result.stream_events()
        return self

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        self.waiting = asyncio.current_task()
        async for event in self._events:
            if event.type == "raw_response_event" and event.data.type.startswith(SHOWN):
                return event
        raise StopAsyncIteration


class LooseEnds:
    """What one run of the agent may leave behind."""

    def __init__(self) -> None:
        self.queue = _Queue()
        self._taps: list[_Tap] = []

    def tapped(self, result: RunResultStreaming) -> _Tap:
        self._taps.append(_Tap(result))
        return self._taps[-1]

    async def tie_up(self) -> None:
        """End both waiting tasks and take what they raise, so that nobody is told of it later."""
        waiting = {tap.waiting for tap in self._taps} | {self.queue.waiting}
        tasks = [task for task in waiting if task is not None and task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        self._cut(end for end in ends if isinstance(end, BaseException))

    def _cut(self, ends: Iterable[BaseException]) -> None:
        """Else all of an answer stays until the collector comes by, and of fifty at once that is seven hundred."""
        for end in ends:
            traceback.clear_frames(end.__traceback__)
        for tap in self._taps:
            tap.result._sandbox_cleanup = None  # refers to the result; nothing of ours runs in a sandbox
