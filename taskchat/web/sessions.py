"""Streams that end with the session they were opened for, within a second (K-05)."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator

from taskchat.domain.person import Seat
from taskchat.live import What, live
from taskchat.services import accounts
from taskchat.web.site import Site

LOOK_SECONDS = 1.0
"""How often an open stream's session is looked at, for what ends without news: expiry."""


class OpenStreams:
    """One per process. Watches only while a stream is open, and every session once however many streams it has."""

    def __init__(self, site: Site, look_seconds: float = LOOK_SECONDS) -> None:
        self._site = site
        self._look_seconds = look_seconds
        self._open: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._watch: asyncio.Task[None] | None = None

    @contextlib.contextmanager
    def watched(self, seat: Seat) -> Iterator[asyncio.Event]:
        """An event that is set when the seat's session has ended."""
        ended = asyncio.Event()
        self._open[seat.session].add(ended)
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._watching(), name="streams of ended sessions")
        try:
            yield ended
        finally:
            self._leave(seat.session, ended)

    def _leave(self, session: str, ended: asyncio.Event) -> None:
        self._open[session].discard(ended)
        if not self._open[session]:
            del self._open[session]
        if not self._open and self._watch is not None:
            self._watch.cancel()
            self._watch = None

    async def _watching(self) -> None:
        """News of ended sessions at once, and a look at all of them every second."""
        listening = asyncio.create_task(self._listen())
        try:
            while True:
                await self._look()
                await asyncio.wait({listening}, timeout=self._look_seconds)
                if listening.done():
                    return self._end(*self._open)
        finally:
            listening.cancel()

    async def _listen(self) -> None:
        changes = live().changes()
        try:
            async for _, change in changes:
                if change.what is What.SESSION:
                    self._end(*change.ids)
        finally:
            await _closed(changes)

    async def _look(self) -> None:
        self._end(*await asyncio.to_thread(self._ended, tuple(self._open)))

    def _ended(self, sessions: tuple[str, ...]) -> list[str]:
        now = self._site.now()
        return [session for session in sessions if accounts.by_session(session, now=now) is None]

    def _end(self, *sessions: str) -> None:
        for session in sessions:
            for ended in self._open.get(session, ()):
                ended.set()


async def _closed(changes: AsyncIterator[object]) -> None:
    close = getattr(changes, "aclose", None)
    if close is not None:
        await close()
