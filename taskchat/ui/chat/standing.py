"""How the tasks a conversation speaks of stand now, whoever has changed them since, in whichever tab (X-01, X-02)."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import reflex as rx

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import Status
from taskchat.services import activity, tasks
from taskchat.ui.chat.rows import Row
from taskchat.ui.chat.state import ChatState, assign
from taskchat.ui.session import seat_of


@dataclass(frozen=True, slots=True)
class Standing:
    """`marks`: task id → open, done or gone (in the trash, or for good)."""

    marks: dict[str, str] = field(default_factory=dict)
    undone: list[str] = field(default_factory=list)
    """The groups of changes that have been taken back."""


class StandingState(rx.State):
    marks: rx.Field[dict[str, str]] = rx.field(default_factory=dict)
    undone: rx.Field[list[str]] = rx.field(default_factory=list)

    @rx.event
    async def reload(self) -> None:
        """A conversation has come into view, or a task has changed."""
        seat, talk = await seat_of(self), await self.get_state(ChatState)
        seen = await asyncio.to_thread(look, seat.person, talk._rows, now=datetime.now(UTC))
        assign(self, marks=seen.marks, undone=seen.undone)


def look(person: Person, rows: Iterable[Row], *, now: datetime) -> Standing:
    """Blocking: everything these rows name."""
    rows = tuple(rows)
    echoes = [echo for row in rows for step in (*row.steps, *row.rest) for echo in step.echoes]
    ids = tuple(dict.fromkeys(echo.id for echo in (*echoes, *(e for row in rows for e in (*row.tasks, *row.more)))))
    groups = tuple(dict.fromkeys(row.undo for row in rows if row.undo))
    there = tasks.find_all(person, TaskFilter(status=None, ids=ids), now=now) if ids else ()
    marks = dict.fromkeys(ids, "gone") | {t.id: "done" if t.status is Status.DONE else "open" for t in there}
    return Standing(marks, list(activity.undone(person, groups)))
