"""Any model, made safe to use: own ids, one place for retries, and honest ends (P2, P8, P9, P12, K-11)."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from agents import Model, ModelResponse, ModelSettings, Tool
from agents.items import TResponseStreamEvent
from openai.types.responses import (
    ResponseFunctionToolCall,
    ResponseOutputItem,
    ResponseOutputItemAddedEvent,
    ResponseOutputItemDoneEvent,
    ResponseOutputMessage,
)

from taskchat.assistant.mended import MendedChatCompletions
from taskchat.assistant.trouble import (
    FAILURES,
    LONGEST_WAIT,
    WAITED_OUT,
    Trouble,
    asked_to_wait,
    breaks_off,
    told,
)
from taskchat.assistant.wired import ASKED
from taskchat.storage.ids import new_id

PAUSES = (0.5, 1.5)
"""Seconds before the second and the third try where the provider names none."""
SETTINGS = ModelSettings(include_usage=True)
"""Without it streaming reports no usage on addresses other than OpenAI's (P12)."""


class Careful(Model):
    """A model whose every message and call has an id of its own, and which fails in words a person understands."""

    def __init__(self, model: Model, name: str, pauses: tuple[float, ...] = PAUSES) -> None:
        self.model = model
        self.name = name
        self.pauses = pauses

    def ask_ahead(
        self, instructions: str, heard: list[Any], settings: ModelSettings, tools: list[Tool]
    ) -> asyncio.Task[Any] | None:
        """Ask a model far away before the Agents SDK does, which takes time; None for one that thinks in here."""
        if isinstance(self.model, MendedChatCompletions):
            return self.model.ask_ahead(instructions, heard, settings.resolve(SETTINGS), tools)
        return None

    async def forget(self) -> None:
        """What was asked ahead is not wanted any more."""
        if isinstance(self.model, MendedChatCompletions):
            await self.model.forget()

    async def get_response(self, system_instructions: str | None, *args: Any, **kwargs: Any) -> ModelResponse:
        args, kwargs = _with_usage(args, kwargs)
        for pause in (*self.pauses, None):
            try:
                response = await self.model.get_response(system_instructions, *args, **kwargs)
                response.output = Names().renamed(response.output)
                _check(response.output, self.name)
                return response
            except FAILURES as error:
                await self._pause_or_give_up(error, pause)
        raise Trouble("no_answer", self.name)

    async def stream_response(
        self, system_instructions: str | None, *args: Any, **kwargs: Any
    ) -> AsyncIterator[TResponseStreamEvent]:
        args, kwargs = _with_usage(args, kwargs)
        for pause in (*self.pauses, None):
            spoke = False
            try:
                async for event in self._once(system_instructions, *args, **kwargs):
                    spoke = spoke or event.type != "response.created"
                    yield event
                return
            except FAILURES as error:
                if spoke and breaks_off(error):
                    raise Trouble("cut_short", self.name) from error
                await self._pause_or_give_up(error, None if spoke else pause)

    async def _once(self, *args: Any, **kwargs: Any) -> AsyncIterator[TResponseStreamEvent]:
        names, ended = Names(), False
        async for event in self.model.stream_response(*args, **kwargs):
            ASKED.get()()
            if event.type == "response.completed":
                ended = True
                event.response.output = names.renamed(event.response.output)
                _check(event.response.output, self.name)
            if (own := names.own(event)) is not None:
                yield own
        if not ended:
            raise Trouble("cut_short", self.name)

    async def _pause_or_give_up(self, error: Exception, pause: float | None) -> None:
        """Sleep as long as the provider asks, within reason; raise the sentence when it is not worth it."""
        trouble, asked = told(error, self.name), asked_to_wait(error)
        wait = pause if asked is None else asked
        if pause is None or wait is None or wait > LONGEST_WAIT or trouble.cause not in WAITED_OUT:
            raise trouble from error
        await asyncio.sleep(wait)

    async def close(self) -> None:
        await self.model.close()


def _with_usage(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments of a model call with our settings laid over; the SDK passes them by keyword or third."""
    if "model_settings" in kwargs:
        return args, kwargs | {"model_settings": kwargs["model_settings"].resolve(SETTINGS)}
    return (args[0], args[1].resolve(SETTINGS), *args[2:]), kwargs


def _check(output: list[ResponseOutputItem], name: str) -> None:
    """An answer without a word and without a call is none (K-11)."""
    if not any(isinstance(item, ResponseFunctionToolCall) or _says_something(item) for item in output):
        raise Trouble("no_answer", name)


def _says_something(item: ResponseOutputItem) -> bool:
    if not isinstance(item, ResponseOutputMessage):
        return item.type != "reasoning"
    return any((part.text if part.type == "output_text" else part.refusal).strip() for part in item.content)


@dataclass(slots=True)
class Names:
    """The ids of one response, by the place of each item in its output."""

    items: dict[int, str] = field(default_factory=dict)
    calls: dict[int, str] = field(default_factory=dict)

    def own(self, event: TResponseStreamEvent) -> TResponseStreamEvent | None:
        """The event under our ids; None for reasoning, which ChatKit shows wrongly for chat-completions models."""
        place = getattr(event, "output_index", None)
        if place is None:
            return event
        if isinstance(event, ResponseOutputItemAddedEvent | ResponseOutputItemDoneEvent):
            item = self._named(event.item, place)
            return None if item.type == "reasoning" else event.model_copy(update={"item": item})
        if event.type.startswith("response.reasoning"):
            return None
        return event.model_copy(update={"item_id": self._item(place, "msg")}) if hasattr(event, "item_id") else event

    def renamed(self, output: list[ResponseOutputItem]) -> list[ResponseOutputItem]:
        return [self._named(item, place) for place, item in enumerate(output)]

    def _named(self, item: ResponseOutputItem, place: int) -> ResponseOutputItem:
        if item.type == "function_call":
            call = self.calls.setdefault(place, new_id("call"))
            return item.model_copy(update={"id": self._item(place, "fc"), "call_id": call})
        return item.model_copy(update={"id": self._item(place, "rs" if item.type == "reasoning" else "msg")})

    def _item(self, place: int, prefix: str) -> str:
        return self.items.setdefault(place, new_id(prefix))
