"""Events over HTTP: heartbeat, end of the session, and letting go."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from taskchat.live import Frame
from taskchat.web.sse import numbered, plain, with_heartbeat

FOREVER = 3600.0


class Frames:
    """Frames that come when told to, and note when they are let go."""

    def __init__(self, *ready: Frame) -> None:
        self.coming: asyncio.Queue[Frame | None] = asyncio.Queue()
        for frame in ready:
            self.coming.put_nowait(frame)
        self.closed = False

    async def read(self) -> AsyncIterator[Frame]:
        try:
            while (frame := await self.coming.get()) is not None:
                yield frame
        finally:
            self.closed = True


def test_a_frame_is_one_line_of_data() -> None:
    assert plain(Frame(7, b'{"a":1}')) == b'data: {"a":1}\n\n'
    assert numbered(Frame(7, b'{"a":1}')) == b'id: 7\ndata: {"a":1}\n\n'


async def test_what_is_there_comes_together_until_the_run_has_ended() -> None:
    frames = Frames(Frame(1, b"a"), Frame(2, b"b"))
    reading = with_heartbeat(frames.read(), asyncio.Event(), FOREVER)

    first = await anext(reading)
    frames.coming.put_nowait(Frame(3, b"c"))
    second = await anext(reading)
    frames.coming.put_nowait(None)

    assert (first, second) == ([Frame(1, b"a"), Frame(2, b"b")], [Frame(3, b"c")])
    assert [lot async for lot in reading] == []


async def test_silence_is_filled_with_heartbeats_and_loses_no_frame() -> None:
    frames = Frames()
    reading = with_heartbeat(frames.read(), asyncio.Event(), 0.001)

    silence = [await anext(reading), await anext(reading)]
    frames.coming.put_nowait(Frame(1, b"a"))
    lot = await anext(reading)
    while not lot:
        lot = await anext(reading)
    await reading.aclose()

    assert silence == [[], []]
    assert lot == [Frame(1, b"a")]


async def test_the_end_of_the_session_ends_the_stream_in_mid_silence() -> None:
    frames, ended = Frames(Frame(1, b"a")), asyncio.Event()
    reading = with_heartbeat(frames.read(), ended, FOREVER)
    assert await anext(reading) == [Frame(1, b"a")]

    ended.set()

    assert [lot async for lot in reading] == []
    assert frames.closed


async def test_a_session_that_has_ended_gets_not_even_what_is_ready() -> None:
    frames, ended = Frames(Frame(1, b"a")), asyncio.Event()
    reading = with_heartbeat(frames.read(), ended, FOREVER)
    await anext(reading)

    frames.coming.put_nowait(Frame(2, b"b"))
    ended.set()
    await asyncio.sleep(0)

    assert [lot async for lot in reading] == []


async def test_a_reader_that_leaves_lets_the_frames_go() -> None:
    frames = Frames(Frame(1, b"a"))
    reading = with_heartbeat(frames.read(), asyncio.Event(), FOREVER)
    await anext(reading)

    await reading.aclose()

    assert frames.closed


async def test_frames_that_fail_fail_their_reader_behind_the_last() -> None:
    async def failing() -> AsyncIterator[Frame]:
        yield Frame(1, b"a")
        raise LookupError

    reading = with_heartbeat(failing(), asyncio.Event(), FOREVER)

    assert await anext(reading) == [Frame(1, b"a")]
    with pytest.raises(LookupError):
        await anext(reading)
