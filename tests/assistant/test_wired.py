"""OpenAI's client without what nothing here needs: a stream is read as the SDK reads it, only sooner."""

from collections.abc import AsyncIterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openai._streaming import SSEDecoder

from taskchat.assistant.wired import PlainClient, whole_events

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

    assert await _events(PlainClient(api_key="k")._make_sse_decoder(), parts) == await _events(SSEDecoder(), parts)


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
