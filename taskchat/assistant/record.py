"""What one run has said so far: its open answers, its steps, and what the model shall remember of it."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from agents import RunResultStreaming
from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageContentPartAdded,
    AssistantMessageContentPartDone,
    AssistantMessageContentPartTextDelta,
    AssistantMessageItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemRemovedEvent,
    ThreadItemUpdatedEvent,
    ThreadStreamEvent,
)

from taskchat.assistant.answer import Answer, Ending, answer_text, answered
from taskchat.assistant.history import paired, said_by
from taskchat.assistant.tool_steps import ToolSteps

CHECKPOINT = 1.0
"""Seconds of an unfinished answer that a crash may cost."""


@dataclass(slots=True)
class Record:
    """The memory of one run while it lasts."""

    model: str = ""
    steps: ToolSteps | None = None
    result: RunResultStreaming | None = None
    prelude: list[ThreadStreamEvent] = field(default_factory=list)
    """Told before anything else: what a retry took back."""
    said: list[Any] = field(default_factory=list)
    """SDK items of this run that no model made: the person's message, a card's outcome."""
    open: dict[str, Answer] = field(default_factory=dict)
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the person's message is saved: Stop waits for it (P-01)."""
    cause: str = ""
    """Why there was no whole answer: a row of the table in `trouble`."""
    _half_said: list[Any] = field(default_factory=list)
    _kept_at: float = field(default_factory=monotonic)

    def seen(self, event: ThreadStreamEvent) -> ThreadStreamEvent:
        """Take note of an event; answers get their model's name, workflows their true state."""
        event = self.steps.true(event) if self.steps else event
        match event:
            case ThreadItemAddedEvent(item=AssistantMessageItem() as item):
                self.open[item.id] = answered(item, self.model, "open")
                return ThreadItemAddedEvent(item=self.open[item.id].model_copy(deep=True))
            case ThreadItemDoneEvent(item=AssistantMessageItem() as item):
                return ThreadItemDoneEvent(item=self._whole(item))
            case ThreadItemUpdatedEvent() if event.item_id in self.open:
                _grow(self.open[event.item_id], event.update)
        return event

    def _whole(self, item: AssistantMessageItem) -> Answer:
        """The SDK dates an answer anew when it is done; it keeps the time at which it began."""
        began = self.open.pop(item.id, None)
        whole = item if isinstance(item, Answer) else answered(item, self.model, "complete")
        return whole.model_copy(update={"created_at": began.created_at}) if began else whole

    def due(self) -> list[Answer]:
        """Open answers to be saved now: one a second at most, none without words."""
        if monotonic() - self._kept_at < CHECKPOINT:
            return []
        self._kept_at = monotonic()
        return [answer.model_copy(deep=True) for answer in self.open.values() if answer_text(answer).strip()]

    def broken_off(self, ending: Ending) -> Iterator[ThreadStreamEvent]:
        """The events that end what is open: what was said is kept and marked, what was not is taken away."""
        yield from self.steps.close() if self.steps else ()
        for answer in self.open.values():
            if answer_text(answer).strip():
                self._half_said.append(said_by("assistant", answer_text(answer)))
                yield ThreadItemDoneEvent(item=answer.model_copy(update={"ending": ending}, deep=True))
            else:
                yield ThreadItemRemovedEvent(item_id=answer.id)
        self.open.clear()

    def remembered(self) -> list[Any]:
        """The run's SDK items, as later runs give them to the model (decision 23)."""
        made = [item.to_input_item() for item in self.result.new_items] if self.result else []
        return [*self.said, *paired(made), *self._half_said]

    def usage(self) -> dict[str, int]:
        if self.result is None:
            return {}
        used = self.result.context_wrapper.usage
        return {"requests": used.requests, "input": used.input_tokens, "output": used.output_tokens}

    def told(self) -> str:
        """What its tools did, in words; "" if they did nothing."""
        return "; ".join(self.steps.finished) if self.steps else ""

    async def between_tools(self, patience: float) -> None:
        """Waits until no tool is at work: what has started is finished and recorded (decision 11)."""
        if self.steps is not None:
            try:
                async with asyncio.timeout(patience):
                    await self.steps.idle.wait()
            except TimeoutError:
                return


def _grow(answer: Answer, update: Any) -> None:
    match update:
        case AssistantMessageContentPartAdded() | AssistantMessageContentPartDone():
            _part(answer, update.content_index).text = update.content.text
        case AssistantMessageContentPartTextDelta():
            _part(answer, update.content_index).text += update.delta


def _part(answer: Answer, place: int) -> AssistantMessageContent:
    while len(answer.content) <= place:
        answer.content.append(AssistantMessageContent(text=""))
    return answer.content[place]
