"""Chat-completions chunks as they should be: what providers get wrong on the wire is put right here (P8, K-11)."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from copy import copy
from dataclasses import dataclass, field
from typing import Any, cast

from agents import ModelSettings, ModelTracing, OpenAIChatCompletionsModel, Tool, generation_span
from agents.models.chatcmpl_converter import Converter
from openai import AsyncOpenAI, AsyncStream
from openai.types.chat import ChatCompletionChunk
from openai.types.chat.chat_completion_chunk import Choice, ChoiceDelta, ChoiceDeltaToolCall

from taskchat.assistant.gathered import gathered
from taskchat.assistant.trouble import Trouble
from taskchat.assistant.wired import read_chunk
from taskchat.storage.ids import new_id

CUT = {"length", "max_tokens"}


@dataclass(slots=True)
class _Call:
    """One tool call as it grows, under an index and an id of our own."""

    index: int
    said_id: str | None
    said_index: int | None
    id: str = field(default_factory=lambda: new_id("call"))
    arguments: str = ""
    announced: bool = False

    @property
    def is_whole(self) -> bool:
        try:
            return isinstance(json.loads(self.arguments), dict)
        except ValueError:
            return False


@dataclass(slots=True)
class Mender:
    """The state of one stream: which calls are open, what was said, how it ended."""

    name: str
    calls: list[_Call] = field(default_factory=list)
    finish: str | None = None

    def mend(self, chunk: object) -> ChatCompletionChunk | None:
        """The chunk put right, None when nothing of it is left."""
        if not isinstance(chunk, ChatCompletionChunk):
            raise Trouble("unreadable", self.name)
        choice = _first_choice(chunk)
        if choice is None:
            return chunk.model_copy(update={"choices": []}) if getattr(chunk, "usage", None) else None
        self.finish = choice.finish_reason or self.finish
        if choice.delta and not choice.delta.tool_calls and choice.index == 0 and len(chunk.choices) == 1:
            return chunk
        delta = choice.delta or ChoiceDelta()
        calls = [self._called(call) for call in delta.tool_calls or []]
        delta = delta.model_copy(update={"tool_calls": calls or None})
        return chunk.model_copy(update={"choices": [choice.model_copy(update={"index": 0, "delta": delta})]})

    def check_the_end(self) -> None:
        """A stream that just stops, or stops for want of room, is no answer (K-11)."""
        if self.finish == "content_filter":
            raise Trouble("declined", self.name)
        if not self.finish or self.finish.lower() in CUT:
            raise Trouble("cut_short", self.name)

    def _called(self, delta: ChoiceDeltaToolCall) -> ChoiceDeltaToolCall:
        call = self._open_call(delta) or self._new_call(delta)
        function = delta.function
        if function is not None:
            arguments = _as_text(function.arguments)
            call.arguments += arguments or ""
            name = None if call.announced else function.name
            function = function.model_copy(update={"arguments": arguments, "name": name})
            call.announced = call.announced or bool(name)
        return delta.model_copy(update={"index": call.index, "id": call.id, "type": "function", "function": function})

    def _open_call(self, delta: ChoiceDeltaToolCall) -> _Call | None:
        """The call this piece continues: by id where the provider sends ids, by index otherwise."""
        begins = bool(delta.function and delta.function.name)
        for call in reversed(self.calls):
            at_its_place = delta.index is None or delta.index == call.said_index
            same_id = bool(delta.id) and delta.id == call.said_id
            other_id = bool(delta.id) and bool(call.said_id) and not same_id
            if at_its_place and not other_id and not (begins and (call.is_whole or not same_id)):
                return call
        return None

    def _new_call(self, delta: ChoiceDeltaToolCall) -> _Call:
        call = _Call(len(self.calls), delta.id or None, delta.index)
        self.calls.append(call)
        return call


def _first_choice(chunk: ChatCompletionChunk) -> Choice | None:
    choices = getattr(chunk, "choices", None) or []
    return next((c for c in choices if isinstance(c, Choice) and not c.index), None)


def _as_text(arguments: Any) -> str | None:
    """Some gateways send the arguments as an object instead of its text."""
    return arguments if arguments is None or isinstance(arguments, str) else json.dumps(arguments)


async def mended(chunks: AsyncStream[ChatCompletionChunk], name: str) -> AsyncIterator[ChatCompletionChunk]:
    """The same stream gathered and put right; raises Trouble where it is garbage or has no honest end."""
    mender = Mender(name)
    try:
        async with aclosing(gathered(aiter(chunks))) as pieces:
            async for piece in pieces:
                if (whole := mender.mend(read_chunk(piece))) is not None:
                    yield whole
    finally:
        await chunks.close()
    mender.check_the_end()


class Told:
    """What a model is told of the tools: the SDK puts it together anew for every request, while somebody waits."""

    def __init__(self) -> None:
        self._tools: list[Tool] = []
        self._said: list[Any] = []

    def of(self, tools: list[Tool]) -> list[Any]:
        if len(tools) != len(self._tools) or any(
            one is not other for one, other in zip(tools, self._tools, strict=True)
        ):
            self._tools, self._said = list(tools), [Converter.tool_to_openai(tool) for tool in tools]
        return self._said


class MendedChatCompletions(OpenAIChatCompletionsModel):
    """The SDK's chat-completions model over a mended stream, for one turn."""

    def __init__(self, model: str, openai_client: AsyncOpenAI, name: str, told: Told) -> None:
        super().__init__(model, openai_client)
        self.name = name
        self._told = told
        self._ahead: asyncio.Task[Any] | None = None

    def ask_ahead(
        self, instructions: str, heard: list[Any], settings: ModelSettings, tools: list[Tool]
    ) -> asyncio.Task[Any]:
        """Ask now what the Agents SDK will ask first: it takes over what has come by then."""
        untraced = generation_span(disabled=True)
        asked = (instructions, heard, settings, tools, None, [], untraced, ModelTracing.DISABLED)
        self._ahead = asyncio.create_task(self._ask(*asked, stream=True))
        return self._ahead

    async def forget(self) -> None:
        """Hang up where nobody has taken over what was asked ahead."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            ahead.cancel()
            [fetched] = await asyncio.gather(ahead, return_exceptions=True)
            if isinstance(fetched, tuple):
                await fetched[1].close()

    async def _fetch_response(self, *args: Any, **kwargs: Any) -> Any:
        ahead, self._ahead = self._ahead, None
        fetched = await (ahead or self._ask(*args, **kwargs))
        if not isinstance(fetched, tuple):
            return fetched
        response, chunks = fetched
        return response, mended(chunks, self.name)

    async def _ask(
        self,
        instructions: str | None,
        heard: Any,
        settings: ModelSettings,
        tools: list[Tool],
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """The SDK is given no tools, and leaves out what is about them: the body says it besides."""
        asked = copy(settings)
        asked.extra_body = {**self._about(tools, settings), **cast(dict[str, Any], settings.extra_body or {})} or None
        return await super()._fetch_response(instructions, heard, asked, [], *args, **kwargs)

    def _about(self, tools: list[Tool], settings: ModelSettings) -> dict[str, Any]:
        if not tools:
            return {}
        parallel = settings.parallel_tool_calls
        return {"tools": self._told.of(tools)} | ({} if parallel is None else {"parallel_tool_calls": parallel})
