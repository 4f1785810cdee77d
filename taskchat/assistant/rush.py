"""Who asks a model goes first: what can wait, waits while anybody's message is still on its way to one."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

LONGEST = 0.15
"""Seconds that anything waits for others."""


class Rush:
    """Counts the messages on their way. Reading, telling and drawing cost the interpreter more than asking does;
    a model takes long enough to do them then."""

    def __init__(self) -> None:
        self._asking = 0
        self._calm = asyncio.Event()
        self._calm.set()

    @contextmanager
    def asking(self) -> Iterator[None]:
        self._asking += 1
        self._calm.clear()
        try:
            yield
        finally:
            self._asking -= 1
            if not self._asking:
                self._calm.set()

    async def calm(self) -> None:
        """Until nobody asks."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST):
                await self._calm.wait()
