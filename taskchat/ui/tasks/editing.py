"""The dialog "Edit task": opens with what is there, sends only what was changed (T-08)."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import reflex as rx

from taskchat.domain.person import Person
from taskchat.domain.task import Status, Task
from taskchat.errors import Invalid, NotFound, TaskChatError
from taskchat.services import tasks
from taskchat.services.seen import Clashing
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.coming import say_coming
from taskchat.ui.tasks.form import Fields, changed, fields_of, label_and_values
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState


@dataclass(frozen=True)
class Both:
    """A field that somebody else changed while it stood open here."""

    label: str
    yours: str
    now: str


class EditorState(rx.State):
    """`wrong_field` names the field `wrong` speaks of; "" = the whole."""

    task_id: rx.Field[str] = rx.field("")
    fields: rx.Field[Fields] = rx.field(default_factory=Fields)
    wrong: rx.Field[str] = rx.field("")
    wrong_field: rx.Field[str] = rx.field("")
    repeats: rx.Field[bool] = rx.field(False)
    coming: rx.Field[str] = rx.field("")
    """When it comes back by what stands in the field of its repeat."""
    both: rx.Field[list[Both]] = rx.field(default_factory=list)
    adds: rx.Field[bool] = rx.field(False)
    """Whether it was opened to add a subtask."""
    opened: rx.Field[int] = rx.field(0)
    """How often a task was opened: a fresh form each time."""
    _seen: datetime | None = None

    @rx.event
    async def open(self, task_id: str) -> None:
        self.adds = False
        seat, pane = await seat_of(self), await self.get_state(TasksState)
        try:
            self._open(await asyncio.to_thread(tasks.get, seat.person, task_id), seat.person)
        except TaskChatError as error:
            await pane._tell(error.message)
            await pane._look(seat.person)

    @rx.event
    async def close(self, is_open: bool = False) -> None:
        if not is_open:
            self.task_id = ""

    @rx.event
    async def save(self, form: dict[str, Any]) -> None:
        seat, pane = await seat_of(self), await self.get_state(TasksState)
        self.wrong = self.wrong_field = ""
        try:
            edit = changed(self.fields, form, now=moment(), ways=seat.person.ways)
            how = {"alone": bool(form.get("only_this")), "seen": self._seen}
            await asyncio.to_thread(tasks.edit, seat.person, self.task_id, edit, by=by_hand(), now=moment(), **how)
        except TaskChatError as error:
            return self._refuse(error, form)
        self.task_id = ""
        return await pane._look(seat.person)

    @rx.event
    async def open_to_add(self, task_id: str) -> None:
        """With the cursor where a subtask is added."""
        await self.open(task_id)
        self.adds = True

    @rx.event
    async def take_theirs(self) -> None:
        """What stands there now instead of what was typed."""
        await self.open(self.task_id)

    @rx.event
    async def delete(self) -> Any:
        gone, self.task_id = self.task_id, ""
        return TasksState.delete(gone)

    @rx.event
    async def skip(self) -> Any:
        skipped, self.task_id = self.task_id, ""
        return TasksState.skip(skipped)

    @rx.event
    async def say_coming(self, repeat: str) -> None:
        """What is typed, before it is saved; where the task is gone meanwhile, saving says so."""
        person = (await seat_of(self)).person
        with suppress(NotFound):
            task = await asyncio.to_thread(tasks.get, person, self.task_id)
            self.coming = say_coming(task, repeat, now=moment(), ways=person.ways)

    def _refuse(self, error: TaskChatError, form: Mapping[str, Any]) -> None:
        """Of what somebody else has changed meanwhile it shows both; whoever saves once more has seen the other."""
        self.wrong = error.message
        self.wrong_field = (error.field or "") if isinstance(error, Invalid) else ""
        if isinstance(error, Clashing):
            theirs = asdict(fields_of(error.task))
            self.both = [Both(*label_and_values(name, form, theirs)) for name in error.fields]
            self._seen, self.wrong_field = error.task.updated, "both"

    def _open(self, task: Task, person: Person) -> None:
        self.task_id, self.fields, self.wrong, self.wrong_field = task.id, fields_of(task), "", ""
        self.repeats = task.rrule is not None and task.status is Status.OPEN
        self.coming = say_coming(task, self.fields.repeat, now=moment(), ways=person.ways) if self.repeats else ""
        self.both, self._seen = [], task.updated
        self.opened += 1
