"""Chat-completions chunks as they should be: what providers get wrong on the wire is put right here (P8, K-11)."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from copy import copy
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, cast

from agents import ModelSettings, ModelTracing, OpenAIChatCompletionsModel, Tool, generation_span
from openai import AsyncOpenAI, AsyncStream, BadRequestError
from openai.types.chat import ChatCompletionChunk
from openai.types.chat.chat_completion_chunk import Choice, ChoiceDelta, ChoiceDeltaToolCall

from taskchat.assistant.aloud import Aloud
from taskchat.assistant.gathered import gathered
from taskchat.assistant.providers import packed
from taskchat.assistant.telling import Told, bare_name
from taskchat.assistant.trouble import Trouble
from taskchat.assistant.wired import read_chunk
from taskchat.storage.ids import new_id

CUT = {"length", "max_tokens", "error"}
DECLINED = {"content_filter", "safety", "recitation", "prohibited_content", "refusal"}
MALFORMED = {"malformed_function_call", "function_call_filter"}


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
    known: Mapping[str, str] = field(default_factory=dict)
    """What the tools that were offered are called: see `tool_names`."""
    calls: list[_Call] = field(default_factory=list)
    finish: str | None = None
    aloud: Aloud = field(default_factory=Aloud)
    details: list[Any] = field(default_factory=list)
    """What OpenRouter wants back with the calls: thoughts nobody but their model can read."""

    def mend(self, chunk: object) -> ChatCompletionChunk | None:
        """The chunk put right, None when nothing of it is left."""
        if not isinstance(chunk, ChatCompletionChunk):
            raise Trouble("unreadable", self.name)
        choice = _first_choice(chunk)
        if choice is None:
            return chunk.model_copy(update={"choices": []}) if getattr(chunk, "usage", None) else None
        self.finish = choice.finish_reason or self.finish
        if choice.delta and choice.delta.content:
            choice.delta.content = self.aloud.said(choice.delta.content)
        thought = self._thought(choice.delta)
        bare = choice.delta and not choice.delta.tool_calls and not thought
        if bare and choice.index == 0 and len(chunk.choices) == 1:
            return chunk
        delta = choice.delta or ChoiceDelta()
        calls = [self._called(call) for call in delta.tool_calls or []]
        calls += [self._thoughtful()] if self.calls and (thought or calls) and self.details else []
        delta = delta.model_copy(update={"tool_calls": calls or None})
        return chunk.model_copy(update={"choices": [choice.model_copy(update={"index": 0, "delta": delta})]})

    def check_the_end(self) -> None:
        """A stream that just stops, or stops for want of room, is no answer (K-11)."""
        # Google writes its own reason behind a colon.
        end = (self.finish or "").partition(":")[0].strip().lower()
        if end in DECLINED:
            raise Trouble("declined", self.name)
        if end in MALFORMED:
            raise Trouble("unreadable", self.name)
        if not end or end in CUT:
            raise Trouble("cut_short", self.name)

    def _thought(self, delta: ChoiceDelta | None) -> bool:
        """Whether thoughts came with this piece."""
        came = [one for one in getattr(delta, "reasoning_details", None) or [] if _is_sealed(one)]
        self.details += came
        return bool(came)

    def _thoughtful(self) -> ChoiceDeltaToolCall:
        """All of them, at the first call."""
        first = self.calls[0]
        extra: Any = {"extra_content": packed(self.details)}
        return ChoiceDeltaToolCall(index=first.index, id=first.id, type="function", **extra)

    def _called(self, delta: ChoiceDeltaToolCall) -> ChoiceDeltaToolCall:
        call = self._open_call(delta) or self._new_call(delta)
        function = delta.function
        if function is not None:
            arguments = _as_text(function.arguments)
            call.arguments += arguments or ""
            name = None if call.announced else self._tool(function.name)
            function = function.model_copy(update={"arguments": arguments, "name": name})
            call.announced = call.announced or bool(name)
        return delta.model_copy(update={"index": call.index, "id": call.id, "type": "function", "function": function})

    def _tool(self, said: str | None) -> str | None:
        """Small models are careless about case, and put a namespace before the name."""
        return self.known.get(bare_name(said), said) if said else said

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


def _is_sealed(detail: object) -> bool:
    return isinstance(detail, dict) and detail.get("type") == "reasoning.encrypted"


async def mended(
    chunks: AsyncStream[ChatCompletionChunk], name: str, known: Mapping[str, str] = MappingProxyType({})
) -> AsyncIterator[ChatCompletionChunk]:
    """The same stream gathered and put right; raises Trouble where it is garbage or has no honest end."""
    mender = Mender(name, known)
    try:
        async with aclosing(gathered(aiter(chunks))) as pieces:
            async for piece in pieces:
                if (whole := mender.mend(read_chunk(piece))) is not None:
                    yield whole
    finally:
        await chunks.close()
    mender.check_the_end()


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
        return response, mended(chunks, self.name, self._told.names)

    async def _ask(
        self, instructions: str | None, heard: Any, settings: ModelSettings, *args: Any, **kwargs: Any
    ) -> Any:
        """Once more without what this address refuses to be told; nothing has been shown by then."""
        try:
            return await self._asked(instructions, heard, settings, *args, **kwargs)
        except BadRequestError as error:
            if not self._told.leaves_out(error):
                raise
        return await self._ask(instructions, heard, settings, *args, **kwargs)

    async def _asked(
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
        beside = {**self._told.about(tools, settings), **cast(dict[str, Any], settings.extra_body or {})}
        asked.extra_body, asked.include_usage = beside or None, self._told.usage(settings)
        return await super()._fetch_response(instructions, heard, asked, [], *args, **kwargs)
