"""The task pane's state: the rows in view, and what a person does to them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import reflex as rx

from taskchat.domain.person import Person
from taskchat.domain.task import Task
from taskchat.domain.words import count
from taskchat.errors import TaskChatError, Unavailable
from taskchat.services import activity, tasks
from taskchat.ui.design.toast import Toasts
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.asked import PAGE, Asked, asked_by
from taskchat.ui.tasks.coming import skip, tick
from taskchat.ui.tasks.empty import Empty, empty
from taskchat.ui.tasks.hand import by_hand, moment, move
from taskchat.ui.tasks.places import PlacesState
from taskchat.ui.tasks.seen import Seen, look
from taskchat.ui.tasks.views import Heading, TaskView, say_today

FURTHEST = 10_000_000
"""Rows; past any list's end."""


class TasksState(rx.State):
    """When `said` grows (a refusal, a new connection), the page takes back what it showed too early."""

    ready: rx.Field[bool] = rx.field(False)
    rows: rx.Field[list[TaskView]] = rx.field(default_factory=list)
    view: rx.Field[str] = rx.field("list")
    title: rx.Field[str] = rx.field("All tasks")
    day: rx.Field[str] = rx.field("")
    shown: rx.Field[str] = rx.field("")
    savable: rx.Field[str] = rx.field("")
    """The filter in view, where no saved view is the same."""
    above: rx.Field[int] = rx.field(0)
    """Tasks before the first row; `more` behind the last."""
    more: rx.Field[int] = rx.field(0)
    samples: rx.Field[bool] = rx.field(False)
    empty: rx.Field[Empty] = rx.field(default_factory=Empty)
    broken: rx.Field[str] = rx.field("")
    """Why nothing can be shown."""
    touched: rx.Field[list[str]] = rx.field(default_factory=list)
    """What the assistant changed since the last message: the petrol bar (X-02)."""
    good_until: rx.Field[int] = rx.field(0)
    """When a word on the page will be wrong by itself, in milliseconds since 1970."""
    said: rx.Field[int] = rx.field(0)
    trouble_id: rx.Field[str] = rx.field("")
    trouble: rx.Field[str] = rx.field("")
    by_hand: rx.Field[bool] = rx.field(False)
    """Whether the rows stand in manual order."""
    bare: rx.Field[list[Heading]] = rx.field(default_factory=list)
    _asked: Asked = Asked()
    _first: int = 0
    _number: int = PAGE
    _folded: frozenset[str] = frozenset()
    """Tasks whose subtasks are folded away in this tab."""

    @rx.event
    async def arrive(self) -> None:
        """On load, whenever the address changed, and after a lost connection: what was lost with it is taken back."""
        seat = await seat_of(self)
        self.said += 1
        asked = asked_by(self.router.url.query)
        if asked != self._asked:
            self._first, self._number = 0, asked.pages * PAGE
        self._asked = asked
        self.trouble_id = self.trouble = ""
        await self._look(seat.person)

    @rx.event
    async def reload(self) -> None:
        """Something of this person's changed, in this tab or elsewhere (ui/sync), or a ticked row has rested."""
        await self._look((await seat_of(self)).person)

    @rx.event(supersedes=True)
    async def scroll(self, first: int, number: int) -> None:
        """So many rows from this one on: those around where one has scrolled to (`further.jsx`)."""
        seat = await seat_of(self)
        self._first, self._number = min(max(first, 0), FURTHEST), number
        await self._look(seat.person, places=False)

    @rx.event
    def mark(self, ids: list[str]) -> None:
        """What the assistant has touched; [] with the next message."""
        self.touched = ids

    @rx.event
    async def tick(self, task_id: str, done: bool) -> None:
        seat, by = await seat_of(self), by_hand()
        async with self._told(task_id):
            words = await asyncio.to_thread(tick, seat.person, task_id, done, by=by, now=moment())
            await self._tell(words, by.group)
        await self._look(seat.person)

    @rx.event
    async def skip(self, task_id: str) -> None:
        seat, by = await seat_of(self), by_hand()
        async with self._told(task_id):
            words = await asyncio.to_thread(skip, seat.person, task_id, by=by, now=moment())
            await self._tell(words, by.group)
        await self._look(seat.person)

    @rx.event
    async def delete(self, task_id: str) -> None:
        seat, by = await seat_of(self), by_hand()
        async with self._told(task_id):
            task = await asyncio.to_thread(tasks.delete, seat.person, task_id, by=by, now=moment())
            await self._tell(f"Moved to trash: {task.title}", by.group)
        await self._look(seat.person)

    @rx.event
    async def restore(self, task_id: str) -> None:
        seat, by = await seat_of(self), by_hand()
        async with self._told(task_id):
            task = await asyncio.to_thread(tasks.restore, seat.person, task_id, by=by, now=moment())
            await self._tell(f"Back on its list: {task.title}", by.group)
        await self._look(seat.person)

    @rx.event
    async def move(self, task_id: str, to: str) -> None:
        """To the day `to` says in words, "" = no date; its time of day stays."""
        seat, by = await seat_of(self), by_hand()
        async with self._told(task_id):
            task = await asyncio.to_thread(move, seat.person, task_id, to, by=by, now=moment())
            await self._tell(f"{'Moved' if task.due else 'No date any more'}: {task.title}", by.group)
        await self._look(seat.person)

    @rx.event
    async def undo(self) -> None:
        """Takes back what the toast speaks of; where a task changed since, says so and asks."""
        seat, toasts = await seat_of(self), await self.get_state(Toasts)
        async with self._told(""):
            undone = await asyncio.to_thread(activity.undo, seat.person, toasts.undo, now=moment(), force=toasts.forced)
            toasts._answer(undone)
        await self._look(seat.person)

    @rx.event
    async def clear_samples(self) -> None:
        seat = await seat_of(self)
        gone = await asyncio.to_thread(tasks.clear_samples, seat.person, now=moment())
        await self._tell(f"Cleared {count(gone, 'sample')}.")
        await self._look(seat.person)

    @asynccontextmanager
    async def _told(self, task_id: str) -> AsyncIterator[None]:
        """A refusal becomes a sentence at the row, and the row goes back to what the server knows (UX-3)."""
        try:
            self.trouble_id = self.trouble = ""
            yield
        except TaskChatError as error:
            self.said += 1
            self.trouble_id, self.trouble = task_id, error.message

    async def _added(self, person: Person, task: Task) -> None:
        """Shows it; where it belongs to another place than the one in view, says so."""
        await self._look(person)
        if task.id not in {row.id for row in self.rows}:
            await self._tell(f"Added to {task.list or 'Inbox'}: {task.title}")

    async def _tell(self, words: str, group: str = "") -> None:
        (await self.get_state(Toasts))._tell(words, group)

    async def _look(self, person: Person, *, places: bool = True) -> None:
        before = tuple(row.id for row in self.rows) if self.ready and places else ()
        numbers = await self.get_state(PlacesState)
        try:
            seen = await asyncio.to_thread(
                *(look, person, self._asked, before),
                now=moment(),
                part=(self._first, self._number),
                folded=self._folded,
            )
            if places:
                await numbers._look(person)
        except Unavailable as error:
            self.broken = error.message
            return
        self._show(seen, person)
        await self._tell_trouble()

    async def _tell_trouble(self) -> None:
        """Where the row that it is about is not in sight."""
        if self.trouble and self.trouble_id not in {row.id for row in self.rows}:
            await self._tell(self.trouble)
            self.trouble_id = self.trouble = ""

    def _show(self, seen: Seen, person: Person) -> None:
        """Only what differs is assigned: an assigned var is sent whole."""
        asked = self._asked
        news = {
            "ready": True, "broken": "", "rows": seen.rows, "view": asked.view, "title": seen.title or asked.title,
            "day": say_today(moment(), person.ways), "shown": seen.shown, "samples": seen.samples,
            "above": seen.above, "more": seen.more, "empty": empty(asked, seen.problem),
            "good_until": seen.good_until, "savable": seen.savable, "_first": seen.above,
            "by_hand": seen.by_hand, "bare": seen.bare,
        }  # fmt: skip
        for name, value in news.items():
            if getattr(self, name) != value:
                setattr(self, name, value)
