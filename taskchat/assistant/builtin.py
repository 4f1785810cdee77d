"""The built-in assistant: a grammar behind the same interface as any model of the Agents SDK."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

from agents import Model, ModelResponse, ModelSettings, Tool, Usage
from agents.agent_output import AgentOutputSchemaBase
from agents.handoffs import Handoff
from agents.items import TResponseInputItem, TResponseOutputItem, TResponseStreamEvent
from agents.models.interface import ModelTracing
from openai.types.responses import (
    ResponseFunctionToolCall,
    ResponseOutputMessage,
    ResponseOutputText,
)
from openai.types.responses.response_prompt_param import ResponsePromptParam
from uuid_utils import uuid7

from taskchat.assistant.builtin_events import events_of
from taskchat.assistant.context import Turn
from taskchat.assistant.meant import meant, spoken
from taskchat.assistant.mentions import taken_apart
from taskchat.assistant.phrases import understand
from taskchat.assistant.plan import Do, is_one_look, is_the_day
from taskchat.assistant.replies import reply
from taskchat.assistant.rounds import next_round
from taskchat.assistant.scene import Scene, talk_of


class Builtin(Model):
    """Answers one turn. What it says follows from the conversation, the clock and the person's ways alone."""

    def __init__(self, turn_of: Callable[[], Turn]) -> None:
        self._turn_of = turn_of

    async def get_response(  # noqa: PLR0917 - the SDK calls it so
        self,
        system_instructions: str | None,
        input: str | list[TResponseInputItem],  # noqa: A002
        model_settings: ModelSettings,
        tools: list[Tool],
        output_schema: AgentOutputSchemaBase | None,
        handoffs: list[Handoff],
        tracing: ModelTracing,
        *,
        previous_response_id: str | None,
        conversation_id: str | None,
        prompt: ResponsePromptParam | None,
    ) -> ModelResponse:
        return ModelResponse(
            output=await asyncio.to_thread(self._output, input), usage=Usage(requests=1), response_id=_id("resp")
        )

    async def stream_response(  # noqa: PLR0917 - the SDK calls it so
        self,
        system_instructions: str | None,
        input: str | list[TResponseInputItem],  # noqa: A002
        model_settings: ModelSettings,
        tools: list[Tool],
        output_schema: AgentOutputSchemaBase | None,
        handoffs: list[Handoff],
        tracing: ModelTracing,
        *,
        previous_response_id: str | None,
        conversation_id: str | None,
        prompt: ResponsePromptParam | None,
    ) -> AsyncIterator[TResponseStreamEvent]:
        output = await asyncio.to_thread(self._output, input)
        for event in events_of(output, response_id=_id("resp"), now=self._turn_of().now):
            yield event

    def _output(self, items: str | list[TResponseInputItem]) -> list[TResponseOutputItem]:
        """The calls of the next round, or the answer when every round is through."""
        talk = talk_of(items)
        turn = self._turn_of()
        scene = Scene(turn.now, turn.person.ways, talk.earlier, talk.answered)
        sentence, named = taken_apart(talk.said)
        plan = meant(understand(spoken(sentence, named), scene), named)
        turn.shows, turn.plans = turn.shows and is_one_look(plan), is_the_day(plan)
        calls, told = next_round(plan, talk.calls)
        if calls:
            return [_call(call) for call in calls]
        return [_message(reply(told, replace(scene, shows=turn.shows)))]


def _call(do: Do) -> ResponseFunctionToolCall:
    tool = "list_tasks" if do.tool in LOOKING else do.tool
    return ResponseFunctionToolCall(
        id=_id("fc"),
        call_id=_id("call"),
        type="function_call",
        name=tool,
        arguments=json.dumps(do.arguments, ensure_ascii=False),
        status="completed",
    )


LOOKING = {"count_tasks", "when_is", "is_done"}
"""Questions that are answered from a list: other words, the same tool."""


def _message(text: str) -> ResponseOutputMessage:
    part = ResponseOutputText(type="output_text", text=text, annotations=[], logprobs=[])
    return ResponseOutputMessage(id=_id("msg"), type="message", role="assistant", status="completed", content=[part])


def _id(kind: str) -> str:
    return f"{kind}_{uuid7().hex}"
