"""Events over HTTP: one line of data each, a comment as heartbeat, and an end when the session ends."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing

from starlette.background import BackgroundTask
from starlette.responses import StreamingResponse

from taskchat.assistant.ahead import Ahead
from taskchat.domain.person import Seat
from taskchat.live import Frame
from taskchat.web.sessions import OpenStreams

HEARTBEAT_SECONDS = 15.0
HEARTBEAT = b": still here\n\n"
HEADERS = {"Cache-Control": "no-cache, no-store", "X-Accel-Buffering": "no"}

Written = Callable[[Frame], bytes]


def plain(frame: Frame) -> bytes:
    """As ChatKit writes it: no names, no ids."""
    return b"data: " + frame.data + b"\n\n"


def numbered(frame: Frame) -> bytes:
    """With its position, from which a reader can go on (decision 26)."""
    return b"id: %d\ndata: %b\n\n" % (frame.position, frame.data)


def event_stream(
    frames: AsyncIterator[Frame], written: Written, seat: Seat, streams: OpenStreams, done: BackgroundTask | None = None
) -> StreamingResponse:
    """Closing the connection ends the reading, never the run that is read."""
    body = _bytes(frames, written, seat, streams)
    return StreamingResponse(body, media_type="text/event-stream", headers=HEADERS, background=done)


async def _bytes(
    frames: AsyncIterator[Frame], written: Written, seat: Seat, streams: OpenStreams
) -> AsyncIterator[bytes]:
    with streams.watched(seat) as ended:
        async with aclosing(with_heartbeat(frames, ended, HEARTBEAT_SECONDS)) as lots:
            async for lot in lots:
                yield b"".join(map(written, lot)) or HEARTBEAT


async def with_heartbeat(
    frames: AsyncIterator[Frame], ended: asyncio.Event, seconds: float
) -> AsyncGenerator[list[Frame], None]:
    """The frames as they come, all that are there together; none after each `seconds` of silence.

    Until they or the session end.
    """
    ahead = Ahead(frames)
    over = asyncio.create_task(ended.wait())
    over.add_done_callback(lambda _: ahead.wake())
    try:
        while True:
            lot = await ahead.lot(seconds)
            if ended.is_set() or (not lot and ahead.is_over):
                return
            yield lot
    finally:
        over.cancel()
        await ahead.let_go()
        await _closed(frames)


async def _closed(frames: AsyncIterator[Frame]) -> None:
    close = getattr(frames, "aclose", None)
    if close is not None:
        await close()
