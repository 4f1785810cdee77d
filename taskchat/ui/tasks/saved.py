"""A person's saved views in the sidebar: made of what is shown, renamed and deleted."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import reflex as rx

from taskchat.errors import TaskChatError
from taskchat.services import views
from taskchat.ui.design.toast import Toasts
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState


@dataclass(frozen=True)
class SavedView:
    id: str = ""
    name: str = ""
    filter: str = ""


class SavedState(rx.State):
    views: rx.Field[list[SavedView]] = rx.field(default_factory=list)
    renaming: rx.Field[str] = rx.field("")
    """The view whose name is being written."""
    problem: rx.Field[str] = rx.field("")
    is_listed: rx.Field[bool] = rx.field(False)
    """Whether the sidebar has anything to show of them."""

    @rx.event
    async def reload(self) -> None:
        """On load, and whenever one was made, changed or deleted."""
        found = await asyncio.to_thread(views.find, (await seat_of(self)).person)
        listed = [SavedView(view.id, view.name, view.filter) for view in found]
        if listed != self.views:
            self.views = listed
        self.is_listed = bool(self.views)

    @rx.event
    async def save(self, form: dict[str, Any]) -> None:
        """What is shown, under a name."""
        seat, pane = await seat_of(self), await self.get_state(TasksState)
        async with self._told():
            name = str(form.get("view", ""))
            await asyncio.to_thread(views.create, seat.person, name, pane.savable, by=by_hand(), now=moment())

    @rx.event
    async def ask_name(self, view_id: str) -> None:
        """ "" = no longer."""
        self.renaming, self.problem = view_id, ""

    @rx.event
    async def rename(self, form: dict[str, Any]) -> None:
        """The one whose name is being written: a form in a list knows nothing of its row."""
        seat, name = await seat_of(self), str(form.get("view", ""))
        async with self._told():
            await asyncio.to_thread(views.edit, seat.person, self.renaming, name=name, by=by_hand(), now=moment())
            self.renaming = ""

    @rx.event
    async def delete(self, view_id: str) -> None:
        seat, toasts, by = await seat_of(self), await self.get_state(Toasts), by_hand()
        async with self._told():
            view = await asyncio.to_thread(views.delete, seat.person, view_id, by=by, now=moment())
            toasts._tell(f"Deleted the view “{view.name}”.", by.group)

    @asynccontextmanager
    async def _told(self) -> AsyncIterator[None]:
        """What was refused is told where it was tried."""
        self.problem = ""
        try:
            yield
        except TaskChatError as error:
            self.problem = error.message
