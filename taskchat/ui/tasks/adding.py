"""From one line to a task: what is understood while it is typed, and what becomes of it when it is added."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

import reflex as rx

from taskchat.domain.person import Person
from taskchat.domain.quickadd import LONGEST, read_line
from taskchat.domain.task import Draft, Due, Task
from taskchat.errors import Invalid, TaskChatError
from taskchat.services import memory, tasks
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.asked import Asked
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState

LINES_KEPT = 200


@dataclass(frozen=True)
class Part:
    """An understood part; `start` and `end` count as JavaScript does."""

    start: int
    end: int
    kind: str
    said: str


@dataclass(frozen=True)
class Read:
    """What was understood of `line`; `title` is what remains of it."""

    line: str = ""
    title: str = ""
    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True)
class Wrong:
    """Why `line` cannot be added; `key` if it was tried."""

    key: str = ""
    line: str = ""
    words: str = ""


class AddingState(rx.State):
    read: rx.Field[Read] = rx.field(default_factory=Read)
    answered: rx.Field[str] = rx.field("")
    wrong: rx.Field[Wrong] = rx.field(default_factory=Wrong)
    _taken: tuple[str, ...] = ()
    """Keys of the last lines: after a lost connection the page sends again what was not answered."""

    @rx.event(supersedes=True)
    async def understand(self, line: str) -> None:
        """Live, while it is typed."""
        self.read, self.wrong = read_by(line[:LONGEST], (await seat_of(self)).person, moment())

    @rx.event
    async def add(self, key: str, line: str, opens: bool = False) -> None:
        """`key` names the line in the page, which shows it as waiting until it is answered."""
        seat = await seat_of(self)
        if key in self._taken:
            return
        self._taken, self.wrong = (*self._taken[-LINES_KEPT:], key), Wrong()
        try:
            await self._add(seat.person, line, opens)
        except TaskChatError as error:
            self.wrong = Wrong(key, line, error.message)
        self.answered = key

    async def _add(self, person: Person, line: str, opens: bool) -> None:
        pane = await self.get_state(TasksState)
        task = await asyncio.to_thread(add_line, person, line, pane._asked, moment())
        await pane._added(person, task)
        if opens:
            (await self.get_state(EditorState))._open(task, person)


def add_line(person: Person, line: str, asked: Asked, now: datetime) -> Task:
    """The line as a task in the place one looks at, unless the line itself names another."""
    quick = read_line(line[:LONGEST], now=now, ways=person.ways)
    if quick.problem:
        raise Invalid(quick.problem, "due")
    draft = at_place(quick.draft, asked, person.ways.zone, now)
    return tasks.create(person, memory.suit(person, draft), by=by_hand(), now=now)


def at_place(draft: Draft, asked: Asked, zone: str, now: datetime) -> Draft:
    if asked.view == "in" and draft.list is None:
        return replace(draft, list=asked.name)
    if asked.view == "today" and draft.due is None:
        return replace(draft, due=Due(on=now.astimezone(ZoneInfo(zone)).date(), zone=zone))
    return draft


def read_by(line: str, person: Person, now: datetime) -> tuple[Read, Wrong]:
    """What was understood so far, and what cannot be."""
    if not line.strip():
        return Read(), Wrong()
    quick = read_line(line, now=now, ways=person.ways)
    parts = [Part(_utf16(line, s.start), _utf16(line, s.end), s.kind, s.said) for s in quick.spans]
    return Read(line, quick.draft.title, parts), Wrong(line=line, words=quick.problem)


def _utf16(text: str, place: int) -> int:
    """JavaScript counts UTF-16 units where Python counts characters: they differ behind an emoji."""
    return place + sum(sign > "\uffff" for sign in text[:place])
