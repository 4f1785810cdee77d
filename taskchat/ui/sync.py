"""What changes anywhere reaches every open tab: one reader a worker, each tab told for itself (X-01, decision 13)."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from functools import partial
from time import monotonic
from typing import Any, cast

import reflex as rx

from taskchat.live import Change, What, live
from taskchat.ui.chat.standing import StandingState
from taskchat.ui.chat.state import ChatState
from taskchat.ui.chat.stream import follow, tell
from taskchat.ui.chat.threads_state import ThreadsState
from taskchat.ui.pages.memory import MemoryState
from taskchat.ui.reminders.devices import DevicesState
from taskchat.ui.reminders.state import RemindersState
from taskchat.ui.session import Lost, Session, leave, page_of
from taskchat.ui.tabs import Tab, Tabs
from taskchat.ui.tasks.saved import SavedState
from taskchat.ui.tasks.shown import ShownState
from taskchat.ui.tasks.state import TasksState

log = logging.getLogger(__name__)

LOOK = 1.0
"""Seconds between two looks at the sessions of tabs that read a run (K-05: expiry tells nobody)."""
LONELY = 600.0
"""Seconds after which a socket without a session is closed (A-08)."""


def _everything() -> tuple[rx.event.EventType[()], ...]:
    """Where nobody knows what changed, and where each word may be told another way."""
    return (
        *(TasksState.reload(), ShownState.look(), SavedState.reload()),
        *(ThreadsState.reload(), ChatState.reload(), RemindersState.reload()),
        MemoryState.reload(),
    )


RELOADS: dict[What, Callable[[], tuple[rx.event.EventType[()], ...]]] = {
    What.TASKS: lambda: (TasksState.reload(), ShownState.look(), StandingState.reload(), RemindersState.reload()),
    What.REMINDERS: lambda: (RemindersState.reload(),),
    What.DEVICES: lambda: (DevicesState.reload(),),
    What.THREADS: lambda: (ThreadsState.reload(),),
    What.VIEWS: lambda: (SavedState.reload(), TasksState.reload()),
    What.RUN: lambda: (ThreadsState.reload(),),
    What.MEMORY: lambda: (MemoryState.reload(),),
    What.PERSON: lambda: (Session.refresh(), *_everything()),
    What.RESYNC: _everything,
}
WAITS = {What.RUN: 0.1, What.THREADS: 0.05}
"""Seconds the list of conversations may wait: while a run starts, its first word comes first."""


class Sync:
    """The reader of this worker and what it has set off. No tab ever waits for another."""

    def __init__(self, app: rx.App, tabs: Tabs) -> None:
        self._app = app
        self._tabs = tabs
        self._errands: set[asyncio.Task[None]] = set()
        self._asked: set[tuple[str, What]] = set()
        """(socket, kind) of reloads that have not begun: one of a kind is enough."""

    async def listen(self) -> None:
        async for user_id, change in live().changes():
            for tab in self._tabs.of(user_id):
                self._pass_on(tab, change)

    def _pass_on(self, tab: Tab, change: Change) -> None:
        if change.what is What.SESSION:
            if tab.seat is not None and tab.seat.session in change.ids:
                self._send_off(self._part(tab))
            return
        if change.what is What.ITEMS:
            if tab.thread_id in change.ids:
                self._tabs.show(tab, tab.thread_id, again=True)
            return
        if change.what is What.RUN and tab.thread_id == change.ids[0]:
            self._tabs.follow_run(tab, *change.ids)
        if (tab.sid, change.what) not in self._asked:
            self._asked.add((tab.sid, change.what))
            self._send_off(self._reload(tab, change.what))

    async def _reload(self, tab: Tab, what: What) -> None:
        """Changes that come in one go are one reload."""
        await asyncio.sleep(WAITS.get(what, 0))
        self._asked.discard((tab.sid, what))
        await tell(self._app, tab, *RELOADS.get(what, tuple)())

    async def _part(self, tab: Tab) -> None:
        """The session has ended: the tab is told, its state emptied, then its socket closed."""
        tab.stop_following()
        with suppress(Lost):
            async with page_of(self._app, tab) as root:
                await leave(self._app, root, tab)
        await self._tabs.close(tab)

    async def watch(self) -> None:
        """Sessions that expire while an answer streams into their tab, those whose end an event has found, and none."""
        while True:
            await asyncio.sleep(LOOK)
            for tab in self._tabs:
                if tab.is_over or (tab.seat is None and monotonic() - tab.since > LONELY):
                    self._send_off(self._tabs.close(tab))
                elif tab.follower is not None and not tab.follower.done():
                    self._send_off(self._part_if_over(tab))

    async def _part_if_over(self, tab: Tab) -> None:
        before = tab.seat
        if before is not None and await self._tabs.look(tab) is None:
            tab.seat = before
            await self._part(tab)

    async def keep(self) -> None:
        """The trees of open tabs do not expire under them (decision 12)."""
        manager = self._app.state_manager
        while True:
            await asyncio.sleep(getattr(manager, "token_expiration", 3600) / 3)
            for tab in self._tabs:
                if tab.seat is not None and tab.token:
                    await manager.get_state(rx.BaseStateToken(ident=tab.token, cls=rx.State))

    def _send_off(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(errand)
        self._errands.add(task)
        task.add_done_callback(self._back)

    def _back(self, task: asyncio.Task[None]) -> None:
        self._errands.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a tab could not be told", exc_info=error)


@asynccontextmanager
async def running(app: rx.App) -> AsyncIterator[None]:
    """While it runs, tabs follow what they show and hear what changes; the front door's lifespan enters it."""
    tabs = cast(Tabs, app.event_namespace)
    sync = Sync(app, tabs)
    tabs.follow = partial(follow, app)
    loops = [asyncio.create_task(loop()) for loop in (sync.listen, sync.watch, sync.keep)]
    try:
        await asyncio.sleep(0)  # the reader stands before anybody can be served
        yield
    finally:
        tabs.follow = None
        for tab in tabs:
            tab.stop_following()
        for loop in loops:
            loop.cancel()
        await asyncio.gather(*loops, return_exceptions=True)
