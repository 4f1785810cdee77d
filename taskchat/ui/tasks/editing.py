"""The dialog "Edit task": opens with what is there, sends only what was changed (T-08)."""

import asyncio
from contextlib import suppress
from functools import partial
from typing import Any

import reflex as rx

from taskchat.domain.person import Person
from taskchat.domain.task import Status, Task
from taskchat.errors import Invalid, NotFound, TaskChatError
from taskchat.services import tasks
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.coming import say_coming
from taskchat.ui.tasks.form import Fields, changed, fields_of
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState


class EditorState(rx.State):
    """`wrong_field` names the field `wrong` speaks of; "" = the whole."""

    task_id: rx.Field[str] = rx.field("")
    fields: rx.Field[Fields] = rx.field(default_factory=Fields)
    wrong: rx.Field[str] = rx.field("")
    wrong_field: rx.Field[str] = rx.field("")
    repeats: rx.Field[bool] = rx.field(False)
    coming: rx.Field[str] = rx.field("")
    """When it comes back by what stands in the field of its repeat."""

    @rx.event
    async def open(self, task_id: str) -> None:
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
            change = partial(tasks.edit, alone=bool(form.get("only_this")), by=by_hand(), now=moment())
            await asyncio.to_thread(change, seat.person, self.task_id, edit)
        except TaskChatError as error:
            return self._refuse(error)
        self.task_id = ""
        return await pane._look(seat.person)

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

    def _refuse(self, error: TaskChatError) -> None:
        self.wrong = error.message
        self.wrong_field = (error.field or "") if isinstance(error, Invalid) else ""

    def _open(self, task: Task, person: Person) -> None:
        self.task_id, self.fields, self.wrong, self.wrong_field = task.id, fields_of(task), "", ""
        self.repeats = task.rrule is not None and task.status is Status.OPEN
        self.coming = say_coming(task, self.fields.repeat, now=moment(), ways=person.ways) if self.repeats else ""
