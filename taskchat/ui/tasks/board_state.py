"""The board's state: its columns, and putting a card into another one or elsewhere in its own."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

import reflex as rx

from taskchat.domain.lanes import Along, Lane
from taskchat.domain.person import Person
from taskchat.services import layouts
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.asked import Asked
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.views import Group, Marked, TaskView, rows

BACKWARDS = "Overdue"
"""The column nothing can be put into."""


@dataclass(frozen=True)
class LaneView:
    """One column; `more` counts the cards that are not shown."""

    key: str
    name: str
    tone: str
    count: int
    more: int
    takes: bool
    cards: list[TaskView]


class BoardState(rx.State):
    lanes: rx.Field[list[LaneView]] = rx.field(default_factory=list)
    by: rx.Field[str] = rx.field("due")
    of_list: rx.Field[str] = rx.field("")

    @rx.event
    async def put(self, task_id: str, lane: str, after: str, before: str) -> None:
        """Into a column, between the cards `after` and `before`; "" where there is none."""
        seat, pane, by = await seat_of(self), await self.get_state(TasksState), by_hand()
        along, first = Along(self.by), not after and before != ""
        async with pane._told(task_id):
            task = await asyncio.to_thread(
                layouts.put, seat.person, task_id, along, lane, after or None, first=first, by=by, now=moment()
            )
            await pane._tell(f"Moved: {task.title}", by.group)
        await self._look(seat.person, pane._asked)
        await pane._tell_trouble()

    async def _look(self, person: Person, asked: Asked) -> None:
        now = moment()
        wanted = asked.filter(now, person.ways)
        lanes = await asyncio.to_thread(layouts.board, person, wanted, asked.columns, now=now)
        self.by, self.of_list = asked.columns.value, asked.name
        self.lanes = [_seen(lane, person, now) for lane in lanes]


def _seen(lane: Lane, person: Person, now: datetime) -> LaneView:
    is_late = lane.key == BACKWARDS
    group = Group(lane.name, "overdue" if is_late else "plain", lane.tasks)
    return LaneView(
        key=lane.key,
        name=lane.name,
        tone=group.tone,
        count=lane.total,
        more=lane.total - len(lane.tasks),
        takes=not is_late,
        cards=rows((group,), Marked(), now=now, ways=person.ways),
    )
