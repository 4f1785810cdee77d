"""One follower a tab: what a conversation is now, then every word of its run as it comes (decision 13)."""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, cast

import reflex as rx
from reflex_base.event import Event

from taskchat.assistant.reading import ThreadView
from taskchat.assistant.reduce import Conversation, reduce
from taskchat.assistant.server import chat
from taskchat.domain.person import Seat, Ways
from taskchat.errors import NotFound, TaskChatError
from taskchat.services import listing
from taskchat.ui.chat.following import following
from taskchat.ui.chat.markdown import Growing
from taskchat.ui.chat.queue_state import Queued, QueueState
from taskchat.ui.chat.queue_state import rows as queued
from taskchat.ui.chat.rows import before_the_last_message, is_streaming, last_answer, last_message, rows, touched
from taskchat.ui.chat.spoken import said, with_notice
from taskchat.ui.chat.standing import StandingState
from taskchat.ui.chat.state import ChatState, Picture, StreamState, assign
from taskchat.ui.session import Lost, page_of
from taskchat.ui.tabs import Tab
from taskchat.ui.tasks.state import TasksState

FRAME = 0.075
"""Seconds between two frames of one tab; the first word does not wait."""


@dataclass(slots=True)
class Painter:
    """Brings the latest picture to one tab, at its pace; what came in between is never sent."""

    app: rx.App
    tab: Tab
    speaks: bool = False
    """Whether the end is read out: it is where the answer was seen to be written."""
    line: list[Queued] = field(default_factory=list)
    """What waits. A change of that starts a new follower, so that it comes with its rows and never behind them."""
    missed: str = ""
    """The end of the answer before, where nobody has read it out yet."""
    _latest: tuple[Conversation, bool] | None = None
    _brought: Picture | None = None
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _growing: Growing = field(default_factory=Growing)

    def offer(self, conversation: Conversation, *, running: bool) -> None:
        """An answer without a word is no news: its first word would have to wait a frame behind it."""
        last = conversation.items[-1] if conversation.items else None
        if running and last is not None and is_streaming(last) and not last.text:
            return
        self._latest = (conversation, running)
        self._news.set()

    async def paint(self) -> None:
        """Until a picture of a conversation in which nothing runs has been brought."""
        running = True
        while running:
            await self._news.wait()
            self._news.clear()
            conversation, running = self._latest or (Conversation(), False)
            picture = self.picture(conversation, running)
            if picture != self._brought:
                await self.bring(picture)
                await asyncio.sleep(FRAME if running else 0)

    async def bring(self, picture: Picture) -> None:
        """Whole, even where the follower is cancelled meanwhile: half a frame would never be repaired."""
        await asyncio.shield(self._bring(picture))
        self._brought = picture

    async def _bring(self, picture: Picture) -> None:
        async with page_of(self.app, self.tab) as root:
            talk = await root.get_state(ChatState)
            if talk.thread_id == picture.thread_id:
                talk._show(picture)
                assign(talk, loading=False)
                (await root.get_state(StreamState))._show(picture)
                if self._brought is None:
                    (await root.get_state(QueueState))._show(picture.thread_id, self.line)
            elif self.tab.thread_id == picture.thread_id:
                raise Lost(self.tab.sid)  # a new tree, which has not heard yet what the tab shows

    def picture(self, conversation: Conversation, running: bool) -> Picture:
        items = conversation.items[-self.tab.window :]
        streaming = items[-1] if running and items and is_streaming(items[-1]) else None
        tail = self._growing.read(streaming.text) if streaming else ""
        problem, closed = conversation.error, conversation.closed
        shown = rows(items[:-1] if streaming else items, self._ways, self.tab.kept)
        return Picture(
            thread_id=self.tab.thread_id,
            title=conversation.title,
            rows=with_notice(shown, conversation),
            has_earlier=len(conversation.items) > self.tab.window,
            blocks=self._growing.blocks if streaming else [],
            lead=self._growing.lead if streaming else "",
            tail=tail,
            progress=conversation.progress,
            progress_icon=conversation.progress_icon if conversation.progress else "",
            running=running,
            closed=closed,
            problem=problem.message if problem else "",
            retry=last_message(conversation) if problem and problem.allow_retry and not closed else "",
            built_in=bool(problem and problem.built_in and not closed),
            latest="" if running or problem or closed else last_answer(conversation),
            asked=last_message(conversation),
            said=said(conversation) if self.speaks and not running else self.missed,
            following=[] if running or closed else following(conversation),
        )

    @property
    def _ways(self) -> Ways:
        return self.tab.seat.person.ways if self.tab.seat else Ways()


async def follow(app: rx.App, tab: Tab) -> None:
    """What the tab shows, kept true until its run ends, the tab closes or somebody else sits there; then it is read."""
    seat = tab.seat
    if seat is None or not tab.thread_id:
        return
    try:
        with app.set_contexts():
            await _follow(app, tab, seat, Painter(app, tab))
            await _read(seat, tab.thread_id)
    except* Lost:
        await tell(app, tab, ChatState.reload())


async def _read(seat: Seat, thread_id: str) -> None:
    """Here the person has seen it; the other tabs hear so. Where that cannot be kept, it only stays marked."""
    with suppress(TaskChatError):
        await asyncio.to_thread(listing.mark_read, seat.person, thread_id, now=datetime.now(UTC))


async def _follow(app: rx.App, tab: Tab, seat: Seat, painter: Painter) -> None:
    try:
        view = await chat().view(seat, tab.thread_id, tab.window + 1)
    except TaskChatError as error:
        gone = Picture(tab.thread_id, problem=error.message)
        return await painter.bring(gone if isinstance(error, NotFound) else replace(gone, title="Conversation"))
    painter.line, painter.missed = await queued(seat, view.waiting), _unheard(tab, view)
    if view.run_id is None:
        await painter.bring(painter.picture(view.conversation, running=False))
        return await _look_at_tasks(app, tab, view.conversation)
    tab.run_id = view.run_id
    return await _stream(app, tab, seat, painter, view)


def _unheard(tab: Tab, view: ThreadView) -> str:
    """What was written here until the next message had its turn."""
    if not tab.unheard or tab.unheard == view.run_id:
        return ""
    return said(view.conversation if view.run_id is None else before_the_last_message(view.conversation))


async def _stream(app: rx.App, tab: Tab, seat: Seat, painter: Painter, view: ThreadView) -> None:
    """Reading and painting side by side: a slow tab never holds the reader up."""
    conversation, marked, painter.speaks = view.conversation, touched(view.conversation), True
    tab.unheard = view.run_id or ""
    await _mark(app, tab, marked)
    painter.offer(conversation, running=True)
    async with asyncio.TaskGroup() as both:
        both.create_task(painter.paint())
        async for frame in await chat().follow(seat, tab.thread_id, after=view.position):
            conversation = reduce(conversation, json.loads(frame.data))
            painter.offer(conversation, running=True)
            if (ids := touched(conversation)) != marked:
                marked = ids
                await _mark(app, tab, ids)
        painter.offer(conversation, running=False)
    tab.unheard = ""
    await _look_at_tasks(app, tab, conversation)


async def _look_at_tasks(app: rx.App, tab: Tab, conversation: Conversation) -> None:
    """What the panes have to look at again, where a conversation speaks of tasks at all (X-02)."""
    if any(item.steps or item.widget for item in conversation.items):
        await tell(app, tab, StandingState.reload())
    if ids := touched(conversation):
        await _mark(app, tab, ids)


async def _mark(app: rx.App, tab: Tab, ids: tuple[str, ...]) -> None:
    if ids != tab.marked:
        tab.marked = ids
        await tell(app, tab, TasksState.mark(list(ids)))


async def tell(app: rx.App, tab: Tab, *events: rx.event.EventType[()]) -> None:
    """Run events for a tab, through the guard like its own."""
    with app.set_contexts():
        await app.event_processor.enqueue_many(tab.token, *Event.from_event_type(cast(Any, events)))
