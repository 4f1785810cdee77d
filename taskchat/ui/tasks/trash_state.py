"""The state of the trash: what is asked before something goes for good."""

import asyncio

import reflex as rx

from taskchat.domain.person import Person
from taskchat.domain.words import count
from taskchat.services import trash
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.hand import moment
from taskchat.ui.tasks.state import TasksState

ALL = "all"


class TrashState(rx.State):
    """`asked`: the task in question, "all", or "" while nothing is."""

    asked: rx.Field[str] = rx.field("")
    title: rx.Field[str] = rx.field("")

    @rx.event
    def ask(self, task_id: str, title: str) -> None:
        self.asked, self.title = task_id, title

    @rx.event
    def close(self, is_open: bool = False) -> None:
        if not is_open:
            self.asked = ""

    @rx.event
    async def go(self) -> None:
        """The yes: it cannot be taken back."""
        seat, pane, asked = await seat_of(self), await self.get_state(TasksState), self.asked
        self.asked = ""
        async with pane._told(asked):
            gone = await asyncio.to_thread(_go, seat.person, asked)
            await pane._tell(f"Deleted for good: {count(gone, 'task')}.")
        await pane._look(seat.person)


def _go(person: Person, asked: str) -> int:
    return trash.empty(person, now=moment()) if asked == ALL else trash.delete_forever(person, asked, now=moment())
