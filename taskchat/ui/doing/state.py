"""What a person does to several tasks at once, to a title in its place, and to what they did last."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import reflex as rx

from taskchat.domain.person import Person
from taskchat.domain.task import By, Edit, Undone
from taskchat.errors import TaskChatError
from taskchat.services import activity, several, tasks
from taskchat.ui.design.toast import Toasts
from taskchat.ui.doing.acts import act_for, chosen, said
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.asked import Asked
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState


class DoingState(rx.State):
    answered: rx.Field[str] = rx.field("")
    """The key of the last thing the page asked for and the server has dealt with."""

    @rx.event
    async def act(self, key: str, what: str, value: str, ids: list[str], whole: bool) -> None:
        """`whole`: everything that matches what is in view, shown or not."""
        seat, pane, by = await seat_of(self), await self.get_state(TasksState), by_hand()
        async with pane._told(ids[0] if len(ids) == 1 else ""):
            words = await asyncio.to_thread(
                do, seat.person, what, value, tuple(ids), pane._asked if whole else None, by=by, now=moment()
            )
            await pane._tell(words, by.group)
        await pane._look(seat.person)
        self.answered = key

    @rx.event
    async def rename(self, key: str, task_id: str, title: str) -> None:
        seat, pane, by = await seat_of(self), await self.get_state(TasksState), by_hand()
        async with pane._told(task_id):
            await asyncio.to_thread(tasks.edit, seat.person, task_id, Edit(title=title), by=by, now=moment())
        await pane._look(seat.person)
        self.answered = key

    @rx.event
    async def undo(self) -> None:
        """The newest change of this person's own hand."""
        await self._go(activity.newest_by_hand)

    @rx.event
    async def redo(self) -> None:
        """What was taken back last."""
        await self._go(activity.newest_undo_by_hand)

    async def _go(self, newest: Callable[..., str]) -> None:
        seat, toasts, pane = await seat_of(self), await self.get_state(Toasts), await self.get_state(TasksState)
        try:
            toasts.undo, undone = await asyncio.to_thread(take_back, seat.person, newest, moment())
            toasts._answer(undone)
        except TaskChatError as error:
            toasts._tell(error.message)
        await pane._look(seat.person)


def do(
    person: Person, what: str, value: str, ids: tuple[str, ...], whole: Asked | None, *, by: By, now: datetime
) -> str:
    """Blocking: does it and says what came of it."""
    act = act_for(what, value, now=now, ways=person.ways)
    done = several.act(person, chosen(person, ids, whole, now), act, by=by, now=now)
    return said(what, value, done, now=now, ways=person.ways)


def take_back(person: Person, newest: Callable[..., str], now: datetime) -> tuple[str, Undone]:
    """Blocking: the group that was taken back, and what came of it."""
    group = newest(person, now=now)
    return group, activity.undo(person, group, now=now)
