"""The dialog "Edit task": opens with what is there, sends only what was changed (T-08)."""

import asyncio
from typing import Any

import reflex as rx

from taskchat.domain.task import Task
from taskchat.errors import Invalid, TaskChatError
from taskchat.services import tasks
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.form import Fields, changed, fields_of
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState


class EditorState(rx.State):
    """`wrong_field` names the field `wrong` speaks of; "" = the whole."""

    task_id: rx.Field[str] = rx.field("")
    fields: rx.Field[Fields] = rx.field(default_factory=Fields)
    wrong: rx.Field[str] = rx.field("")
    wrong_field: rx.Field[str] = rx.field("")

    @rx.event
    async def open(self, task_id: str) -> None:
        seat, pane = await seat_of(self), await self.get_state(TasksState)
        try:
            self._open(await asyncio.to_thread(tasks.get, seat.person, task_id))
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
            await asyncio.to_thread(tasks.edit, seat.person, self.task_id, edit, by=by_hand(), now=moment())
        except TaskChatError as error:
            return self._refuse(error)
        self.task_id = ""
        return await pane._look(seat.person)

    @rx.event
    async def delete(self) -> Any:
        gone, self.task_id = self.task_id, ""
        return TasksState.delete(gone)

    def _refuse(self, error: TaskChatError) -> None:
        self.wrong = error.message
        self.wrong_field = (error.field or "") if isinstance(error, Invalid) else ""

    def _open(self, task: Task) -> None:
        self.task_id, self.fields, self.wrong, self.wrong_field = task.id, fields_of(task), "", ""
