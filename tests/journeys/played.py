"""A provider whose answers a journey writes: it plays on a thread of its own."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.assistant.provider import Reply, playing, says


@dataclass
class Played:
    """`replies` are given one after the other, then "Yes." for ever."""

    url: str = ""
    replies: list[Reply] = field(default_factory=list)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def play(self, begun: threading.Event) -> None:
        async with playing(respond=lambda _: self.replies.pop(0) if self.replies else says("Yes.")) as mock:
            self.url = mock.url
            begun.set()
            await self.over.wait()


@contextmanager
def played() -> Iterator[Played]:
    provider, begun, loop = Played(), threading.Event(), asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_until_complete, args=(provider.play(begun),))
    thread.start()
    assert begun.wait(10)
    yield provider
    loop.call_soon_threadsafe(provider.over.set)
    thread.join(10)
    loop.close()
