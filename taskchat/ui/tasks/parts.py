"""What is part of a task, in its dialog: seen, ticked and added there; and what the task itself is part of."""

import asyncio
from dataclasses import dataclass, replace
from typing import Any

import reflex as rx

from taskchat.domain.person import Person
from taskchat.domain.quickadd import LONGEST, read_line
from taskchat.domain.task import Status, Task
from taskchat.errors import Invalid, NotFound, TaskChatError
from taskchat.services import lists, subtasks, tasks
from taskchat.ui.design.button import button
from taskchat.ui.design.field import problem, text_input
from taskchat.ui.design.icon import icon
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.client import Tick
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.structuring import StructureState


@dataclass(frozen=True)
class Part:
    id: str
    title: str
    done: bool = False


@dataclass(frozen=True)
class Family:
    """`whole` is what the task is part of, without an id where it stands by itself."""

    whole: Part
    parts: list[Part]
    come: str
    sections: list[str]


NOBODY = Family(Part("", ""), [], "", [])


class PartsState(rx.State):
    family: rx.Field[Family] = rx.field(default_factory=lambda: NOBODY)
    wrong: rx.Field[str] = rx.field("")
    added: rx.Field[int] = rx.field(0)

    @rx.event
    async def look(self, task_id: str) -> None:
        """The dialog shows another task; one that is gone has no family."""
        seat = await seat_of(self)
        self.wrong = ""
        self.family = await asyncio.to_thread(family_of, seat.person, task_id)

    @rx.event
    async def add(self, sent: dict[str, Any]) -> None:
        seat, editor = await seat_of(self), await self.get_state(EditorState)
        line, self.wrong = str(sent.get("subtask", "")), ""
        try:
            await asyncio.to_thread(add_part, seat.person, editor.task_id, line)
            self.added += 1
        except TaskChatError as error:
            self.wrong = error.message
        await self._again(seat.person, editor.task_id)

    @rx.event
    async def tick(self, part_id: str, done: bool) -> None:
        seat, editor = await seat_of(self), await self.get_state(EditorState)
        change = tasks.complete if done else tasks.reopen
        try:
            await asyncio.to_thread(change, seat.person, part_id, by=by_hand(), now=moment())
        except TaskChatError as error:
            self.wrong = error.message
        await self._again(seat.person, editor.task_id)

    async def _again(self, person: Person, task_id: str) -> None:
        self.family = await asyncio.to_thread(family_of, person, task_id)
        await (await self.get_state(TasksState))._look(person)


def family_of(person: Person, task_id: str) -> Family:
    """Blocking."""
    try:
        task, below = tasks.get(person, task_id), subtasks.find(person, task_id)
        whole = tasks.get(person, task.parent_id) if task.parent_id else None
    except NotFound:
        return NOBODY
    done = sum(part.status is Status.DONE for part in below)
    return Family(
        whole=_part(whole) if whole else NOBODY.whole,
        parts=[_part(part) for part in below],
        come=f"{done} of {len(below)}" if below else "",
        sections=_sections(person, task.list),
    )


def _part(task: Task) -> Part:
    return Part(task.id, task.title, task.status is Status.DONE)


def _sections(person: Person, name: str | None) -> list[str]:
    if not name:
        return []
    return [section.name for section in lists.sections(person, lists.named(person, name).id)]


def add_part(person: Person, task_id: str, line: str) -> Task:
    """Blocking: the line as quick add reads it, under this task."""
    quick = read_line(line[:LONGEST], now=moment(), ways=person.ways)
    if quick.problem:
        raise Invalid(quick.problem, "due")
    return tasks.create(person, replace(quick.draft, parent_id=task_id), by=by_hand(), now=moment())


@rx.memo
def parts(rest: rx.RestProp) -> rx.Component:
    """Looks when it is drawn for the first time: a new key gives the next task its own."""
    family = PartsState.family
    return rx.el.section(
        rx.cond(family.whole.id != "", _whole()),
        rx.el.h3(
            "Subtasks",
            rx.el.span(family.come, class_name="group-count ml-2"),
            class_name="text-meta font-semibold mt-6 mb-1",
        ),
        rx.el.ul(rx.foreach(family.parts, _line), role="list", aria_label="Subtasks"),
        _adding(),
        rx.cond(PartsState.wrong != "", problem(PartsState.wrong, ident="parts-wrong")),
        rx.cond(family.parts.length() > 0, _keep()),
        rest,
        on_mount=PartsState.look(EditorState.task_id),
        aria_label="Subtasks",
    )


def _whole() -> rx.Component:
    whole = PartsState.family.whole
    return rx.el.p(
        "Part of ",
        button(rx.el.bdi(whole.title), kind="link", size="text", on_click=EditorState.open(whole.id)),
        class_name="text-meta text-ink2 mt-4",
    )


def _line(part: Any) -> rx.Component:
    tick = Tick.create(
        done=part.done,
        said=TasksState.said,
        on_tick=lambda done: PartsState.tick(part.id, done),
        class_name="tick",
        custom_attrs={"aria-label": f"Complete subtask {part.title}"},
    )
    title = rx.el.button(
        rx.el.bdi(part.title, class_name="row-words"),
        type="button",
        on_click=EditorState.open(part.id),
        class_name="row-title",
        custom_attrs={"aria-label": f"Edit subtask {part.title}"},
    )
    return rx.el.li(rx.el.div(rx.el.span(tick, class_name="row-circle"), title, class_name="row"))


def _adding() -> rx.Component:
    """Enter adds one, and the field is free for the next."""
    box = text_input(
        "subtask",
        class_name="h-9",
        placeholder="Add a subtask",
        required=True,
        auto_focus=EditorState.adds,
        auto_complete="off",
        custom_attrs={"aria-label": "Add a subtask"},
    )
    return rx.el.form(
        box,
        button(icon("plus", 14), "Add", type="submit"),
        on_submit=PartsState.add,
        reset_on_submit=True,
        class_name="flex items-center gap-2 mt-1",
    )


def _keep() -> rx.Component:
    return button(
        "Keep as a template",
        kind="link",
        size="text",
        class_name="mt-2",
        on_click=StructureState.keep_task(EditorState.task_id),
    )
