"""The files of a task in its dialog: what is attached or removed there is so at once."""

import asyncio
from dataclasses import dataclass

import reflex as rx

from taskchat.errors import TaskChatError
from taskchat.services import files
from taskchat.ui.chat.client import TaskFiles
from taskchat.ui.design.native import from_server
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState


@dataclass(frozen=True, slots=True)
class FileSeen:
    id: str
    name: str
    size: int
    picture: bool


class TaskFilesState(rx.State):
    files: rx.Field[list[FileSeen]] = rx.field(default_factory=list)

    @rx.event
    async def look(self, task_id: str) -> None:
        """The dialog shows another task, or one of its files has arrived; a task that is gone has none."""
        seat = await seat_of(self)
        try:
            found = await asyncio.to_thread(files.of_task, seat.person, task_id)
        except TaskChatError:
            found = ()
        self.files = [FileSeen(file.id, file.name, file.size, file.is_picture) for file in found]

    @rx.event
    async def remove(self, task_id: str, file_id: str) -> rx.event.EventType[()]:
        seat, by, pane = await seat_of(self), by_hand(), await self.get_state(TasksState)
        name = next((file.name for file in self.files if file.id == file_id), "")
        try:
            await asyncio.to_thread(files.detach, seat.person, task_id, file_id, by=by, now=moment())
            await pane._tell(f"Removed: {name}", by.group)
        except TaskChatError as error:
            await pane._tell(error.message)
        return TaskFilesState.look(task_id)


def task_files() -> rx.Component:
    return TaskFiles.create(
        task=EditorState.task_id,
        files=TaskFilesState.files,
        server=from_server(""),
        on_look=TaskFilesState.look,
        on_remove=TaskFilesState.remove,
    )
