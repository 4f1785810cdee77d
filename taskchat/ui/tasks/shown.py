"""Which view is in sight where it is not the list, and its look at the tasks whenever something changed."""

import reflex as rx

from taskchat.errors import TaskChatError
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.activity_state import ActivityState
from taskchat.ui.tasks.board_state import BoardState
from taskchat.ui.tasks.calendar_state import CalendarState
from taskchat.ui.tasks.state import TasksState

APART: dict[str, type[BoardState | CalendarState | ActivityState]] = {
    "board": BoardState,
    "calendar": CalendarState,
    "activity": ActivityState,
}


class ShownState(rx.State):
    @rx.event
    async def look(self) -> None:
        """After `TasksState.arrive` or `.reload`, which know what the address asks for."""
        seat, pane = await seat_of(self), await self.get_state(TasksState)
        kind = APART.get(pane._asked.view)
        if kind is None:
            return
        try:
            await (await self.get_state(kind))._look(seat.person, pane._asked)
        except TaskChatError as error:
            pane.broken = error.message
