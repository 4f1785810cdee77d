"""OpenAI's client without what nothing here needs: a search for fields to rename, a request built anew, slow chunks.

Together 15 ms of every answer's first word.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextvars import ContextVar
from functools import cached_property
from typing import Any

import httpx2
from openai import APIConnectionError, APITimeoutError, AsyncOpenAI, AsyncStream, NotGiven, Omit
from openai._models import FinalRequestOptions, construct_type
from openai._streaming import ServerSentEvent, SSEDecoder
from openai.resources.chat import AsyncChat, AsyncCompletions
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from pydantic import ValidationError

PATIENCE = httpx2.Timeout(45.0, connect=10.0)
"""Seconds of silence a model may keep before it counts as gone."""
ASKED: ContextVar[Callable[[], None]] = ContextVar("asked", default=lambda: None)
"""Called when a model has been asked: everything else about an answer can wait until then."""


class _Completions(AsyncCompletions):
    async def create(  # pyright: ignore[reportIncompatibleMethodOverride] - the parameters are the SDK's, untouched
        self,
        *,
        stream: Any = False,
        extra_headers: Any = None,
        extra_query: Any = None,
        extra_body: Any = None,
        **asked: Any,
    ) -> Any:
        """What the Agents SDK asks is JSON as chat completions want it already."""
        body = {name: value for name, value in asked.items() if not isinstance(value, Omit | NotGiven)}
        body = self._client.dress(body) if isinstance(self._client, PlainClient) else body
        if stream is True:
            whole = body | {"stream": True} | (extra_body or {})
            return await self._streamed(whole, extra_headers or {}, extra_query)
        options: Any = {"headers": extra_headers, "params": extra_query, "extra_json": extra_body}
        post: Any = self._client.post
        given = {name: value for name, value in options.items() if value}
        return await post("/chat/completions", cast_to=ChatCompletion, body=body, options=given)

    async def _streamed(self, body: dict[str, Any], headers: dict[str, str], query: Any) -> Any:
        client, like = self._client, self._like
        named = {**dict(like.headers), **headers}
        request = client._client.build_request(
            "POST", str(like.url), json=body, headers=named, params=query, timeout=PATIENCE
        )
        request.extensions = {**request.extensions, "trace": _telling(ASKED.get())}
        try:
            response = await client._client.send(request, stream=True)
        except httpx2.TimeoutException as error:
            raise APITimeoutError(request=request) from error
        except httpx2.HTTPError as error:
            raise APIConnectionError(request=request) from error
        if response.is_error:
            await response.aread()
            raise client._make_status_error_from_response(response)
        return AsyncStream(cast_to=ChatCompletionChunk, response=response, client=client)

    @cached_property
    def _like(self) -> httpx2.Request:
        """A request as the SDK builds it; address, key and names are the same in all of them."""
        like = self._client._build_request(FinalRequestOptions(method="post", url="/chat/completions", json_data={}))
        del like.headers["content-length"]
        return like


def read_chunk(data: object) -> Any:
    """A chunk in order is read by pydantic itself, in a tenth of the time; any other as the SDK reads it."""
    try:
        return ChatCompletionChunk.model_validate(data)
    except ValidationError:
        return construct_type(type_=ChatCompletionChunk, value=data)


def _telling(asked: Callable[[], None]) -> Callable[[str, object], Awaitable[None]]:
    """Tells who waits for it when the last byte has gone out."""

    async def trace(event: str, _info: object) -> None:
        if event.endswith("send_request_body.complete"):
            asked()

    return trace


class _Chat(AsyncChat):
    @cached_property
    def completions(self) -> _Completions:  # pyright: ignore[reportIncompatibleMethodOverride]
        return _Completions(self._client)


class Decoder(SSEDecoder):
    """Takes whole events as they are, which is how models send them; from the first that is not, the SDK's own way."""

    async def aiter_bytes(self, iterator: AsyncIterator[bytes]) -> AsyncIterator[ServerSentEvent]:
        async for part in iterator:
            if (whole := whole_events(part)) is None:
                break
            for data in whole:
                yield ServerSentEvent(data=data)
        else:
            return
        async for event in super().aiter_bytes(_behind(part, iterator)):
            yield event


def whole_events(part: bytes) -> list[str] | None:
    """The data of each event, where these bytes are events of one line of data each and nothing else."""
    pieces = part.split(b"\n\n")
    if pieces.pop() or not all(piece.startswith(b"data: ") and b"\n" not in piece for piece in pieces):
        return None
    return None if b"\r" in part else [piece[6:].decode() for piece in pieces]


async def _behind(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for part in rest:
        yield part


class PlainClient(AsyncOpenAI):
    dress: Callable[[dict[str, Any]], dict[str, Any]] = dict
    """Makes a request what this provider wants it to be."""

    def _make_sse_decoder(self) -> SSEDecoder:
        return Decoder()

    def _process_response_data(self, *, data: object, cast_to: Any, response: httpx2.Response) -> Any:
        """A chunk stays the JSON it is: several may become one before it is read (`read_chunk`)."""
        if cast_to is ChatCompletionChunk:
            return data
        return super()._process_response_data(data=data, cast_to=cast_to, response=response)

    @cached_property
    def chat(self) -> _Chat:  # pyright: ignore[reportIncompatibleMethodOverride]
        return _Chat(self)
