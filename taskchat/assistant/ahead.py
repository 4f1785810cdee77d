"""Reading ahead: a stream is read in a task of its own, and whoever needs it takes as much as has come."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Generic, TypeVar

Each = TypeVar("Each")


class Ahead(Generic[Each]):
    """What is taken is what has come, in order, however many there are: the slower the taker, the larger the lots."""

    def __init__(self, stream: AsyncIterator[Each]) -> None:
        self._come: list[Each] = []
        self._news = asyncio.Event()
        self._reading = asyncio.create_task(self._read(stream))

    async def _read(self, stream: AsyncIterator[Each]) -> None:
        try:
            async for each in stream:
                self._come.append(each)
                self._news.set()
        finally:
            self._news.set()

    @property
    def is_over(self) -> bool:
        """Everything has been taken, and no more will come."""
        return self._reading.done() and not self._come

    async def lot(self, seconds: float | None = None) -> list[Each]:
        """What has come; waits where that is nothing. Empty when it is over, woken, or silent for so long.

        Raises what the stream raised, behind the last that came.
        """
        if not self._come and not self._reading.done():
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._news.wait()
        self._news.clear()
        lot, self._come = self._come, []
        if not lot and self._reading.done():
            self._reading.result()
        return lot

    def wake(self) -> None:
        """Whoever waits for a lot goes on without one."""
        self._news.set()

    async def pause(self, seconds: float) -> None:
        """So long, or until nothing more will come."""
        await asyncio.wait({self._reading}, timeout=seconds)

    async def let_go(self) -> None:
        """Stop reading; returns when the stream's running step has ended."""
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)
