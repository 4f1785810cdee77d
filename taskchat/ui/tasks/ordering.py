"""Putting tasks into an order by hand, and folding away what is part of them."""

import asyncio

import reflex as rx

from taskchat.domain.person import Person
from taskchat.domain.task import By, Edit, Task
from taskchat.errors import Invalid
from taskchat.services import tasks
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.views import TaskView

BY_DATE = "Tasks stand in another order here. Choose “My order” in the filter to move them."
NOWHERE = "It stands at the end already."


class OrderState(rx.State):
    """When `settled` grows, the page shows the order of the server and no longer the one it was dropped into."""

    settled: rx.Field[int] = rx.field(0)

    @rx.event
    async def fold(self, task_id: str) -> None:
        seat, pane = await seat_of(self), await self.get_state(TasksState)
        pane._folded ^= {task_id}
        await pane._look(seat.person)

    @rx.event
    async def drop(self, task_id: str, _column: str, after: str, before: str) -> None:
        """Let go between these two, "" = at the end."""
        await self._move(task_id, *dropped(await self._rows(), task_id, after, before))
        self.settled += 1

    @rx.event
    async def nudge(self, task_id: str, way: str) -> None:
        """Past its neighbour (up, down), or under the one above (right) and out again (left)."""
        pane = await self.get_state(TasksState)
        async with pane._told(task_id):
            if not pane.by_hand and way in {"up", "down"}:
                raise Invalid(BY_DATE)
            await self._move(task_id, *nudged(pane.rows, task_id, way))

    async def _rows(self) -> list[TaskView]:
        return (await self.get_state(TasksState)).rows

    async def _move(self, task_id: str, edit: Edit, beside: dict[str, str]) -> None:
        seat, by, pane = await seat_of(self), by_hand(), await self.get_state(TasksState)
        async with pane._told(task_id):
            task = await asyncio.to_thread(put, seat.person, task_id, edit, beside, by)
            await pane._tell(f"Moved: {task.title}", by.group)
        await pane._look(seat.person)


def put(person: Person, task_id: str, edit: Edit, beside: dict[str, str], by: By) -> Task:
    """Blocking: into another part, and beside another task, as one thing to undo."""
    task = tasks.edit(person, task_id, edit, by=by, now=moment()) if edit.sent() else tasks.get(person, task_id)
    return tasks.move(person, task_id, **beside, by=by, now=moment()) if beside else task


Move = tuple[Edit, dict[str, str]]


def dropped(rows: list[TaskView], task_id: str, after: str, before: str) -> Move:
    """Beside the nearest one that is part of the same; a task by itself comes into the section of what is above it."""
    places = {row.id: place for place, row in enumerate(rows)}
    moved = rows[places[task_id]]
    top = places[after] if after in places else places.get(before, 0) - 1
    above = next((r for r in reversed(rows[: top + 1]) if r.parent == moved.parent and r.id != task_id), None)
    below = next((r for r in rows[top + 1 :] if r.parent == moved.parent and r.id != task_id), None)
    beside = {"after": above.id} if above else {"before": below.id} if below else {}
    if moved.parent or not any(row.heading_id for row in rows):
        return Edit(), beside
    return Edit(section=next((row.heading for row in reversed(rows[: top + 1]) if row.heading_id), None)), beside


def nudged(rows: list[TaskView], task_id: str, way: str) -> Move:
    """Raises Invalid at the end of the line."""
    moved = next(row for row in rows if row.id == task_id)
    line = [row.id for row in rows if row.parent == moved.parent]
    at = line.index(task_id)
    if way == "left" and moved.parent:
        return Edit(parent_id=next(row.parent for row in rows if row.id == moved.parent) or None), {
            "after": moved.parent
        }
    if way == "right" and at:
        return Edit(parent_id=line[at - 1]), {}
    to = at + {"up": -1, "down": 1}.get(way, 0)
    if to == at or not 0 <= to < len(line):
        raise Invalid(NOWHERE)
    return Edit(), {"before" if way == "up" else "after": line[to]}
