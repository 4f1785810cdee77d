"""OpenAI's client without what nothing here needs: what is asked and what is read are the SDK's own, only sooner."""

from collections.abc import AsyncIterator
from itertools import pairwise
from typing import Any

import pytest
from agents import Agent, Model, ModelSettings, OpenAIChatCompletionsModel, RunConfig, Runner
from hypothesis import given
from hypothesis import strategies as st
from openai import AsyncOpenAI
from openai._streaming import SSEDecoder

from taskchat.assistant.mended import MendedChatCompletions
from taskchat.assistant.telling import Told
from taskchat.assistant.tools import TOOLS
from taskchat.assistant.wired import Decoder, PlainClient, whole_events
from tests.assistant.provider import playing, says

LINES = st.sampled_from(
    [b'data: {"a": 1}', b"data: \xe2\x82\xac", b"data:tight", b"data: [DONE]", b": comment", b"event: x", b"id: 7", b""]
)
ENDS = st.sampled_from([b"\n", b"\n\n", b"\r\n", b"\r\n\r\n", b"\r"])


async def _events(decoder: Any, parts: list[bytes]) -> list[tuple[Any, ...]]:
    async def coming() -> AsyncIterator[bytes]:
        for part in parts:
            yield part

    return [(each.data, each.event, each.id) async for each in decoder.aiter_bytes(coming())]


@given(st.lists(st.tuples(LINES, ENDS), max_size=8), st.lists(st.integers(0, 60), max_size=4))
async def test_however_it_is_cut_a_stream_is_read_as_the_sdk_reads_it(
    lines: list[tuple[bytes, bytes]], cuts: list[int]
) -> None:
    stream = b"".join(line + end for line, end in lines)
    at = sorted({0, *cuts, len(stream)})
    parts = [stream[a:b] for a, b in pairwise(at)]

    assert await _events(Decoder(), parts) == await _events(SSEDecoder(), parts)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (b"data: 1\n\n", ["1"]),
        (b"data: 1\n\ndata: 2\n\n", ["1", "2"]),
        (b"", []),
        (b"data: 1\n", None),
        (b"data: 1\ndata: 2\n\n", None),
        (b"data: 1\n\ndata: 2", None),
        (b": still here\n\n", None),
        (b"data: 1\r\n\r\n", None),
        (b"data: 1\r\n\n", None),
    ],
)
def test_whole_events_are_told_from_parts_of_them(part: bytes, whole: list[str] | None) -> None:
    assert whole_events(part) == whole


@pytest.mark.parametrize("tools", [list(TOOLS), list(TOOLS[:2]), []], ids=["all", "some", "none"])
@pytest.mark.parametrize("settings", [ModelSettings(), ModelSettings(parallel_tool_calls=True, extra_body={"a": 1})])
async def test_a_model_is_asked_what_the_sdk_asks(tools: list[Any], settings: ModelSettings) -> None:
    """The second question too, for which the tools are told as before."""
    async with (
        playing(says("Hi.")) as mock,
        AsyncOpenAI(base_url=mock.url, api_key="k") as plain,
        PlainClient(base_url=mock.url, api_key="k") as client,
    ):
        ours = MendedChatCompletions("mock", client, "mock", Told())
        for model in (OpenAIChatCompletionsModel("mock", plain), ours, ours):
            await _ask(model, tools, settings)

    theirs, first, second = mock.asked
    assert first == second == theirs
    assert ("tools" in theirs) is bool(tools)


async def test_other_tools_are_not_told_as_the_last_ones() -> None:
    async with playing(says("Hi.")) as mock, PlainClient(base_url=mock.url, api_key="k") as client:
        model = MendedChatCompletions("mock", client, "mock", Told())
        await _ask(model, list(TOOLS[:2]), ModelSettings())
        await _ask(model, list(TOOLS[1:3]), ModelSettings())

    told = [[tool["function"]["name"] for tool in asked["tools"]] for asked in mock.asked]
    assert told == [[tool.name for tool in TOOLS[:2]], [tool.name for tool in TOOLS[1:3]]]


async def _ask(model: Model, tools: list[Any], settings: ModelSettings) -> None:
    agent = Agent(name="a", tools=tools, model_settings=settings)
    config = RunConfig(model=model, tracing_disabled=True)
    async for _ in Runner.run_streamed(agent, "hello", run_config=config).stream_events():
        pass
