"""News between tabs and workers: a person's changes, and the events of a run.

In-process here; a second implementation with the same methods may stand on Redis. Changes carry ids and a
sequence, never contents: whoever hears one reads what they are allowed to read.
"""

import asyncio
import zlib
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from enum import StrEnum

from taskchat.errors import Unavailable

READER_BACKLOG = 1_000
"""Changes a reader may fall behind before it is told to read everything again."""
SETTLED = 10.0
"""Seconds after its end until a run's events are kept small: those who were reading it have read it by then."""


class What(StrEnum):
    TASKS = "tasks"
    THREADS = "threads"
    VIEWS = "views"
    RUN = "run"
    ITEMS = "items"
    """Something in a conversation has changed that no run tells: an opinion, or what waits in it."""
    REMINDERS = "reminders"
    DEVICES = "devices"
    SESSION = "session"
    PERSON = "person"
    MEMORY = "memory"
    RESYNC = "resync"


@dataclass(frozen=True, slots=True)
class Change:
    """Something of a person's changed.

    TASKS: ids of tasks. THREADS: ids of threads. VIEWS: ids of saved views.
    RUN: (thread_id, run_id), when a run starts or ends.
    REMINDERS: somebody was told, read it or acted on it. DEVICES: the browsers that take notices.
    SESSION: hashes of sessions that ended. PERSON: the account itself.
    MEMORY: what is remembered of the person. RESYNC: read everything again.
    """

    what: What
    ids: tuple[str, ...] = ()
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """One event of a run as it goes over the wire; positions count from 1 without gaps."""

    position: int
    data: bytes


@dataclass(slots=True)
class _Run:
    count: int = 0
    ended: bool = False
    news: asyncio.Event = field(default_factory=asyncio.Event)
    _frames: list[Frame] = field(default_factory=list)
    _small: bytes = b""
    """All events, one a line, once the run has settled: a tenth to a twentieth of what frames take."""

    def add(self, data: bytes) -> None:
        self.count += 1
        self._frames.append(Frame(self.count, data))

    def behind(self, after: int) -> list[Frame]:
        if after >= self.count:
            return []
        return ([*self._unpacked(), *self._frames] if self._small else self._frames)[after:]

    def settle(self) -> None:
        if self._frames:
            lines = b"\n".join(frame.data for frame in self.behind(0))
            self._small, self._frames = zlib.compress(lines, 1), []

    def _unpacked(self) -> list[Frame]:
        return [Frame(position, data) for position, data in enumerate(zlib.decompress(self._small).split(b"\n"), 1)]


class InProcess:
    """`live` for one worker. Made and closed on the event loop; `publish` may be called from any thread."""

    def __init__(self, keep_runs: int = 256, settled: float = SETTLED) -> None:
        self._loop = asyncio.get_running_loop()
        self._seq = 0
        self._readers: set[asyncio.Queue[tuple[str, Change] | None]] = set()
        self._runs: dict[str, _Run] = {}
        self._order: deque[str] = deque()
        self._keep_runs = keep_runs
        self._settled = settled
        self._commands: defaultdict[str, asyncio.Queue[str]] = defaultdict(asyncio.Queue)

    def publish(self, user_id: str, change: Change) -> None:
        """Tell every reader; thread-safe, never blocks. Called after the commit, never before."""
        self._loop.call_soon_threadsafe(self._deliver, user_id, change)

    def _deliver(self, user_id: str, change: Change) -> None:
        self._seq += 1
        stamped = Change(change.what, change.ids, self._seq)
        for reader in self._readers:
            if reader.qsize() >= READER_BACKLOG:
                while not reader.empty():
                    reader.get_nowait()
                reader.put_nowait((user_id, Change(What.RESYNC, (), self._seq)))
            else:
                reader.put_nowait((user_id, stamped))

    async def changes(self) -> AsyncIterator[tuple[str, Change]]:
        """Every change of everybody from now on: one reader a worker."""
        reader: asyncio.Queue[tuple[str, Change] | None] = asyncio.Queue()
        self._readers.add(reader)
        try:
            while (news := await reader.get()) is not None:
                yield news
        finally:
            self._readers.discard(reader)

    async def append(self, run_id: str, data: bytes) -> int:
        """Keep one event of a run, a line of JSON; returns its position."""
        run = self._run(run_id)
        run.add(data)
        self._wake(run)
        return run.count

    async def end(self, run_id: str) -> None:
        """No more events will come: readers finish."""
        run = self._run(run_id)
        run.ended = True
        self._wake(run)
        self._loop.call_later(self._settled, run.settle)

    async def read(self, run_id: str, after: int = 0) -> AsyncIterator[Frame]:
        """The run's events behind `after`, then each as it comes, until the run has ended."""
        run = self._run(run_id)
        while True:
            news = run.news
            while lot := run.behind(after):
                for frame in lot:
                    after = frame.position
                    yield frame
            if run.ended:
                return
            await news.wait()

    def position(self, run_id: str) -> int:
        """How many events the run has so far."""
        run = self._runs.get(run_id)
        return run.count if run else 0

    def has_ended(self, run_id: str) -> bool:
        """Whether no more events will come; a run nobody knows here has not begun."""
        run = self._runs.get(run_id)
        return run is not None and run.ended

    async def command(self, run_id: str, order: str) -> None:
        """Send an order ("stop") to whoever runs it."""
        self._commands[run_id].put_nowait(order)

    async def orders(self, run_id: str) -> AsyncIterator[str]:
        """The orders sent to this run."""
        try:
            while True:
                yield await self._commands[run_id].get()
        finally:
            self._commands.pop(run_id, None)

    async def close(self) -> None:
        for reader in self._readers:
            reader.put_nowait(None)
        for run in self._runs.values():
            run.ended = True
            self._wake(run)

    def _wake(self, run: _Run) -> None:
        run.news.set()
        run.news = asyncio.Event()

    def _run(self, run_id: str) -> _Run:
        if run_id not in self._runs:
            self._runs[run_id] = _Run()
            self._order.append(run_id)
            self._forget_the_oldest()
        return self._runs[run_id]

    def _forget_the_oldest(self) -> None:
        for _ in range(len(self._order) - self._keep_runs):
            oldest = self._order.popleft()
            if self._runs[oldest].ended:
                del self._runs[oldest]
            else:
                self._order.append(oldest)


_live: InProcess | None = None


def live() -> InProcess:
    """The open instance; Unavailable before `opened()` has run."""
    if _live is None:
        raise Unavailable("TaskChat is still starting. Try again in a few seconds.")
    return _live


async def open_live() -> InProcess:
    global _live  # noqa: PLW0603 - decision 7: only open and close set it
    _live = InProcess()
    return _live


async def close_live() -> None:
    global _live  # noqa: PLW0603 - decision 7: only open and close set it
    if _live is not None:
        await _live.close()
    _live = None
