"""What a person does to lists, sections and templates: the state of the dialogs "List" and "Section"."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import reflex as rx

from taskchat.domain.lists import COLOURS, TaskList, next_colour
from taskchat.domain.person import Person
from taskchat.domain.words import count
from taskchat.errors import TaskChatError
from taskchat.services import lists, templates
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState


@dataclass(frozen=True)
class Named:
    """A template or an archived list, to be chosen."""

    id: str
    name: str
    words: str = ""


@dataclass(frozen=True)
class Form:
    """What the open dialog is about; `id` "" = a new one."""

    id: str = ""
    name: str = ""
    colour: str = COLOURS[0]
    icon: str = ""
    archived: bool = False
    templates: list[Named] = field(default_factory=list)
    archive: list[Named] = field(default_factory=list)


class StructureState(rx.State):
    """`shows` is the dialog that is open: list, section or template; "" = none."""

    shows: rx.Field[str] = rx.field("")
    form: rx.Field[Form] = rx.field(default_factory=Form)
    wrong: rx.Field[str] = rx.field("")
    opened: rx.Field[int] = rx.field(0)
    """How often one was opened: a fresh form each time."""
    _list_id: str = ""

    @rx.event
    async def open_list(self, list_id: str) -> None:
        """ "" = a new one, with the templates and archived lists one may choose instead."""
        seat = await seat_of(self)
        look = (
            asyncio.to_thread(list_form, seat.person, list_id) if list_id else asyncio.to_thread(new_form, seat.person)
        )
        if (form := await look) is not None:
            self._open("list", form)

    @rx.event
    async def open_section(self, section_id: str) -> None:
        """ "" = a new one in the list in view."""
        seat, pane = await seat_of(self), await self.get_state(TasksState)
        found = await asyncio.to_thread(named, seat.person, pane._asked.name)
        self._list_id = found.id if found else ""
        sections = await asyncio.to_thread(lists.sections, seat.person, self._list_id) if found else ()
        self._open("section", next((Form(one.id, one.name) for one in sections if one.id == section_id), Form()))

    @rx.event
    async def close(self, is_open: bool = False) -> None:
        if not is_open:
            self.shows = ""

    @rx.event
    async def save_list(self, sent: dict[str, Any]) -> Any:
        looks: dict[str, Any] = {name: str(sent.get(name, "")) for name in ("name", "colour", "icon")}
        if not self.form.id:
            made = await self._do("Added: {name}", lists.create, **looks)
            return rx.redirect(to_list(made.name)) if made else None
        was = self.form.name
        kept = await self._do("Changed: {name}", lists.change, self.form.id, **looks)
        return await self._stay(was, kept.name) if kept else None

    @rx.event
    async def archive_list(self) -> Any:
        await self._do("Archived: {name}", lists.archive, self.form.id)

    @rx.event
    async def bring_back(self, list_id: str) -> Any:
        back = await self._do("Back among the lists: {name}", lists.unarchive, list_id)
        return rx.redirect(to_list(back.name)) if back else None

    @rx.event
    async def delete_list(self) -> Any:
        was = self.form.name
        gone = await self._do("Deleted: {name}, with what stood in it", lists.delete, self.form.id)
        return None if gone is None else await self._stay(was, "")

    @rx.event
    async def move_list(self, is_up: bool) -> None:
        await self._do("Moved: {name}", step_list, self.form.id, is_up=is_up, stays=True)

    @rx.event
    async def keep_list(self) -> None:
        """As a template of the same name."""
        await self._do("Kept as a template: {name}", templates.save_list, self.form.id)

    @rx.event
    async def keep_task(self, task_id: str) -> None:
        await self._do("Kept as a template: {name}", templates.save_task, task_id)

    @rx.event
    async def use(self, template_id: str) -> Any:
        used = await self._do("Made from the template", templates.use, template_id)
        return rx.redirect(to_list(used.list.name)) if used and used.list else None

    @rx.event
    async def open_template(self, template_id: str) -> None:
        one = next((one for one in self.form.templates if one.id == template_id), None)
        if one is not None:
            self._open("template", Form(one.id, one.name))

    @rx.event
    async def save_template(self, sent: dict[str, Any]) -> None:
        await self._do("Renamed: {name}", templates.rename, self.form.id, str(sent.get("name", "")))

    @rx.event
    async def delete_template(self) -> None:
        await self._do("Deleted the template", templates.delete, self.form.id)

    @rx.event
    async def save_section(self, sent: dict[str, Any]) -> None:
        name = str(sent.get("name", ""))
        if self.form.id:
            await self._do("Renamed: {name}", lists.rename_section, self.form.id, name)
        else:
            await self._do("Added: {name}", lists.add_section, self._list_id, name)

    @rx.event
    async def move_section(self, is_up: bool) -> None:
        await self._do("Moved: {name}", step_section, self.form.id, self._list_id, is_up=is_up, stays=True)

    @rx.event
    async def delete_section(self) -> None:
        await self._do("Deleted the section; its tasks stay", lists.delete_section, self.form.id)

    def _open(self, shows: str, form: Form) -> None:
        self.shows, self.form, self.wrong, self.opened = shows, form, "", self.opened + 1

    async def _do(self, words: str, act: Callable[..., Any], *args: Any, stays: bool = False, **named: Any) -> Any:
        """Then the dialog closes and a toast offers to take it back; or it says why not, and the answer is None."""
        seat, by, pane = await seat_of(self), by_hand(), await self.get_state(TasksState)
        self.wrong = ""
        try:
            done = await asyncio.to_thread(act, seat.person, *args, **named, by=by, now=moment())
        except TaskChatError as error:
            self.wrong = error.message
            return None
        self.shows = self.shows if stays else ""
        await pane._tell(words.format(name=getattr(done, "name", self.form.name)), by.group)
        await pane._look(seat.person)
        return done

    async def _stay(self, was: str, name: str) -> Any:
        """Whoever looks at a list that has another name, or is gone, goes where its tasks are now."""
        asked = (await self.get_state(TasksState))._asked
        if asked.view != "in" or asked.name != was or name == was:
            return None
        return rx.redirect(to_list(name) if name else "/")


def to_list(name: str) -> str:
    return f"/?in={quote(name)}"


def named(person: Person, name: str) -> TaskList | None:
    """Blocking."""
    try:
        return lists.named(person, name)
    except TaskChatError:
        return None


def list_form(person: Person, list_id: str) -> Form | None:
    """Blocking; None where it is gone."""
    found = next((one for one in lists.find(person) if one.id == list_id), None)
    return found and Form(found.id, found.name, found.colour, found.icon, found.archived is not None)


def new_form(person: Person) -> Form:
    """Blocking."""
    kept = [Named(one.id, one.name, count(len(one.tasks), "task")) for one in templates.find(person)]
    found = lists.find(person)
    return Form(
        colour=next_colour([one.colour for one in found]),
        templates=kept,
        archive=[Named(one.id, one.name) for one in found if one.archived],
    )


def step_list(person: Person, list_id: str, *, is_up: bool, **how: Any) -> TaskList:
    """Blocking: past the next list that is in use."""
    ids = [one.id for one in lists.find(person) if not one.archived]
    return lists.move(person, list_id, **beside(ids, list_id, is_up), **how)


def step_section(person: Person, section_id: str, list_id: str, *, is_up: bool, **how: Any) -> Any:
    """Blocking."""
    ids = [one.id for one in lists.sections(person, list_id)]
    return lists.move_section(person, section_id, **beside(ids, section_id, is_up), **how)


def beside(ids: list[str], ident: str, is_up: bool) -> dict[str, str]:
    """The neighbour it goes past; itself at the end of the line, which changes nothing."""
    at = ids.index(ident) if ident in ids else 0
    neighbour = ids[max(0, min(len(ids) - 1, at + (-1 if is_up else 1)))] if ids else ident
    return {"before" if is_up else "after": neighbour}
