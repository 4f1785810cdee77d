"""Events over HTTP: one line of data each, a comment as heartbeat, and an end when the session ends."""

import asyncio
from collections.abc import AsyncIterator, Callable

from starlette.background import BackgroundTask
from starlette.responses import StreamingResponse

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
        async for frame in with_heartbeat(frames, ended, HEARTBEAT_SECONDS):
            yield HEARTBEAT if frame is None else written(frame)


async def with_heartbeat(
    frames: AsyncIterator[Frame], ended: asyncio.Event, seconds: float
) -> AsyncIterator[Frame | None]:
    """The frames as they come, None after each `seconds` of silence, until they or the session end."""
    over = asyncio.ensure_future(ended.wait())
    coming: asyncio.Future[Frame | None] = asyncio.ensure_future(_next(frames))
    try:
        while True:
            await asyncio.wait({coming, over}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if over.done():
                return
            if not coming.done():
                yield None
                continue
            if (frame := coming.result()) is None:
                return
            yield frame
            coming = asyncio.ensure_future(_next(frames))
    finally:
        over.cancel()
        await _let_go(frames, coming)


async def _next(frames: AsyncIterator[Frame]) -> Frame | None:
    return await anext(frames, None)


async def _let_go(frames: AsyncIterator[Frame], coming: asyncio.Future[Frame | None]) -> None:
    """Stop reading: the iterator is closed only after its running step has ended."""
    coming.cancel()
    await asyncio.wait({coming})
    close = getattr(frames, "aclose", None)
    if close is not None:
        await close()
