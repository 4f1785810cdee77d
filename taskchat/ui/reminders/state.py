"""The inbox of reminders as the page sees it, and what a person does there."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs

import reflex as rx

from taskchat.domain.person import Person
from taskchat.domain.reminding import Reminder
from taskchat.domain.words import due_tone, say_due, say_moment
from taskchat.errors import TaskChatError, Unavailable
from taskchat.services import reminders
from taskchat.ui.design.toast import Toasts
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.hand import by_hand, moment


@dataclass(frozen=True)
class ReminderView:
    """One line of the inbox, in words."""

    id: str
    task: str
    title: str
    due: str
    tone: str
    told: str
    read: bool


@dataclass(frozen=True)
class NoticeView:
    """What is new, as it is told: one task, or several of one moment (`task` is "" then)."""

    group: str
    title: str
    body: str
    task: str


class RemindersState(rx.State):
    """When `said` grows, the page takes back what it hid too early (UX-3)."""

    open: rx.Field[bool] = rx.field(False)
    unread: rx.Field[int] = rx.field(0)
    rows: rx.Field[list[ReminderView]] = rx.field(default_factory=list)
    notices: rx.Field[list[NoticeView]] = rx.field(default_factory=list)
    heard: rx.Field[bool] = rx.field(False)
    """There was a notice in this tab: what shows them stays, to take them away again."""
    said: rx.Field[int] = rx.field(0)
    wrong: rx.Field[str] = rx.field("")
    _led: str = ""
    """What the address has led to already: it changes for other reasons too."""

    @rx.event
    async def arrive(self) -> Any:
        """On load; a notice that was clicked while no page was open leads to its task, or to the inbox."""
        await self._look((await seat_of(self)).person)
        asked, led = parse_qs(self.router.url.query), self._led
        self._led = asked.get("task", asked.get("reminders", [""]))[0]
        if not self._led or self._led == led:
            return None
        return EditorState.open(self._led) if "task" in asked else RemindersState.show(True)

    @rx.event
    async def reload(self) -> None:
        """Somebody was told or acted, or a task changed (ui/sync)."""
        await self._look((await seat_of(self)).person)

    @rx.event
    def show(self, is_open: bool) -> None:
        self.open, self.wrong = is_open, ""

    @rx.event
    async def go(self, task_id: str) -> Any:
        """To the task; a notice of several leads to the inbox."""
        self.open = not task_id
        return EditorState.open(task_id) if task_id else None

    @rx.event
    async def done(self, which: str) -> None:
        """`which` is a reminder, or a group of them."""
        seat, by = await seat_of(self), by_hand()
        async with self._told(seat.person):
            done = await asyncio.to_thread(reminders.done, seat.person, [which], by=by, now=moment())
            await self._tell(_completed([task.title for task in done]), by.group)

    @rx.event
    async def snooze(self, which: str, choice: str) -> None:
        seat, now = await seat_of(self), moment()
        async with self._told(seat.person):
            until = await asyncio.to_thread(reminders.snooze, seat.person, [which], choice, now=now)
            await self._tell(f"Put off until {say_moment(until, now=now, ways=seat.person.ways)}.")

    @rx.event
    async def read_all(self) -> None:
        seat = await seat_of(self)
        async with self._told(seat.person):
            await asyncio.to_thread(reminders.mark_read, seat.person, now=moment())

    @asynccontextmanager
    async def _told(self, person: Person) -> AsyncIterator[None]:
        """A refusal becomes a sentence over the list."""
        try:
            self.wrong = ""
            yield
        except TaskChatError as error:
            self.wrong = error.message
        self.said += 1
        await self._look(person)

    async def _tell(self, words: str, group: str = "") -> None:
        (await self.get_state(Toasts))._tell(words, group)

    async def _look(self, person: Person) -> None:
        now = moment()
        try:
            found = await asyncio.to_thread(reminders.inbox, person)
        except Unavailable as error:
            self.wrong = error.message
            return
        news: dict[str, Any] = {"rows": _rows(found, person, now), "notices": _notices(found, person, now)}
        news |= {"unread": sum(not one.read for one in found), "heard": self.heard or bool(news["notices"])}
        for name, value in news.items():
            if getattr(self, name) != value:
                setattr(self, name, value)


def _completed(titles: Sequence[str]) -> str:
    if not titles:
        return "It was done already."
    return f"Completed: {titles[0]}" if len(titles) == 1 else f"Completed {len(titles)} tasks."


def _rows(found: Sequence[Reminder], person: Person, now: datetime) -> list[ReminderView]:
    ways = person.ways
    return [
        ReminderView(
            id=one.id,
            task=one.task.id,
            title=one.task.title,
            due=say_due(one.task.due, now=now, ways=ways),
            tone=due_tone(one.task.due, one.task.status, now, ways.zone),
            told=say_moment(one.told, now=now, ways=ways),
            read=one.read,
        )
        for one in found
    ]


def _notices(found: Sequence[Reminder], person: Person, now: datetime) -> list[NoticeView]:
    groups: dict[str, list[Reminder]] = {}
    for one in found:
        if not one.read:
            groups.setdefault(one.group, []).append(one)
    return [NoticeView(**reminders.said(person, lot, now=now)) for lot in groups.values()]
