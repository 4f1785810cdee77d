"""Output items as the stream of Responses events that a provider would send: text word by word."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from agents.items import TResponseOutputItem, TResponseStreamEvent
from openai.types.responses import (
    Response,
    ResponseCompletedEvent,
    ResponseContentPartAddedEvent,
    ResponseContentPartDoneEvent,
    ResponseCreatedEvent,
    ResponseFunctionCallArgumentsDeltaEvent,
    ResponseFunctionCallArgumentsDoneEvent,
    ResponseFunctionToolCall,
    ResponseInProgressEvent,
    ResponseOutputItemAddedEvent,
    ResponseOutputItemDoneEvent,
    ResponseOutputMessage,
    ResponseOutputText,
    ResponseTextDeltaEvent,
    ResponseTextDoneEvent,
    ResponseUsage,
)
from openai.types.responses.response_usage import InputTokensDetails, OutputTokensDetails

MODEL = "builtin"
WORDS = re.compile(r"\S+\s*|\s+")


def events_of(output: list[TResponseOutputItem], *, response_id: str, now: datetime) -> Iterator[TResponseStreamEvent]:
    """Numbered without gaps, each item added, filled and done, the whole response last."""
    for number, event in enumerate(_events(output, response_id, now)):
        event.sequence_number = number
        yield event


def _events(output: list[TResponseOutputItem], response_id: str, now: datetime) -> Iterator[Any]:
    begun = _response([], response_id, now, "in_progress")
    yield ResponseCreatedEvent(type="response.created", response=begun, sequence_number=0)
    yield ResponseInProgressEvent(type="response.in_progress", response=begun, sequence_number=0)
    for place, item in enumerate(output):
        if isinstance(item, ResponseOutputMessage):
            yield from _message(item, place)
        elif isinstance(item, ResponseFunctionToolCall):
            yield from _call(item, place)
    done = _response(output, response_id, now, "completed")
    yield ResponseCompletedEvent(type="response.completed", response=done, sequence_number=0)


def _message(item: ResponseOutputMessage, place: int) -> Iterator[Any]:
    text = "".join(part.text for part in item.content if isinstance(part, ResponseOutputText))
    at: dict[str, Any] = {"item_id": item.id, "output_index": place, "content_index": 0, "sequence_number": 0}
    empty = ResponseOutputText(type="output_text", text="", annotations=[], logprobs=[])
    full = empty.model_copy(update={"text": text})
    begun = item.model_copy(update={"content": [], "status": "in_progress"})
    yield ResponseOutputItemAddedEvent(
        type="response.output_item.added", item=begun, output_index=place, sequence_number=0
    )
    yield ResponseContentPartAddedEvent(type="response.content_part.added", part=empty, **at)
    for word in WORDS.findall(text):
        yield ResponseTextDeltaEvent(type="response.output_text.delta", delta=word, logprobs=[], **at)
    yield ResponseTextDoneEvent(type="response.output_text.done", text=text, logprobs=[], **at)
    yield ResponseContentPartDoneEvent(type="response.content_part.done", part=full, **at)
    yield ResponseOutputItemDoneEvent(
        type="response.output_item.done", item=item, output_index=place, sequence_number=0
    )


def _call(item: ResponseFunctionToolCall, place: int) -> Iterator[Any]:
    at: dict[str, Any] = {"item_id": item.id, "output_index": place, "sequence_number": 0}
    begun = item.model_copy(update={"arguments": "", "status": "in_progress"})
    yield ResponseOutputItemAddedEvent(
        type="response.output_item.added", item=begun, output_index=place, sequence_number=0
    )
    yield ResponseFunctionCallArgumentsDeltaEvent(
        type="response.function_call_arguments.delta", delta=item.arguments, **at
    )
    done = {"type": "response.function_call_arguments.done", "arguments": item.arguments, "name": item.name}
    yield ResponseFunctionCallArgumentsDoneEvent.model_validate(done | at)
    yield ResponseOutputItemDoneEvent(
        type="response.output_item.done", item=item, output_index=place, sequence_number=0
    )


def _response(output: list[Any], response_id: str, now: datetime, status: str) -> Response:
    nothing = ResponseUsage(
        input_tokens=0,
        output_tokens=0,
        total_tokens=0,
        input_tokens_details=InputTokensDetails.model_construct(cached_tokens=0, cache_write_tokens=0),
        output_tokens_details=OutputTokensDetails(reasoning_tokens=0),
    )
    return Response.model_construct(
        id=response_id,
        created_at=now.timestamp(),
        model=MODEL,
        object="response",
        output=output,
        status=status,
        tool_choice="auto",
        tools=[],
        parallel_tool_calls=True,
        usage=nothing,
    )
